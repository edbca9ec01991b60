//! Who was invited is forgotten a year later.

use store::invitation::{self, Invitation};
use store::organisation::{self, Kind, Organisation};
use store::{Db, InvitationId, OrganisationId};

use super::*;

async fn check_invitations(db: Db) {
    let scene = scene(db, None);
    let id = OrganisationId::new(NOW, 1);
    let invited = Invitation {
        organisation_id: id,
        id: InvitationId::new(NOW, 2),
        email: "zed@example.org".to_owned(),
        role: None,
        code: "BCDFGHJKM1".to_owned(),
        created_at: NOW,
        sent_at: NOW,
        accepted_at: None,
        accepted_by: None,
        cancelled_at: None,
    };
    let mut tx = scene.db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation::new(id, Kind::Sco, "Collège", NOW)).await.unwrap();
    invitation::put(&mut tx, &invited, NOW).await.unwrap();
    tx.commit().await.unwrap();
    work::schedule(&scene.db, NOW).await.unwrap();
    for (days, kept) in [(0, 1), (364, 1), (2, 0)] {
        scene.wait(days * DAY_MS);
        scene.steps().await;
        assert_eq!(invitation::latest(&scene.db, id).await.unwrap().len(), kept, "{days} days later");
    }
}

#[tokio::test]
async fn an_invitation_is_forgotten_a_year_later() {
    trial::each(check_invitations).await;
}
