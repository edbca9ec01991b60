//! Teams: who works where, their roles, and the invitations that lead there.

use super::signed_in;
use crate::invitation::{self, Invitation};
use crate::membership::{self, Role, Standing};
use crate::organisation::{self, Kind, Organisation};
use crate::trial::{self, NOW};
use crate::{AccountId, Db, InvitationId, OrganisationId};

async fn school(db: &Db, number: u64) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation::new(id, Kind::Sco, "Collège", NOW)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn standing(db: &Db, school: OrganisationId, account: AccountId) -> Option<Standing> {
    let mut tx = db.begin().await.unwrap();
    membership::standing(&mut tx, school, account).await.unwrap()
}

async fn check_team(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let mut tx = db.begin().await.unwrap();
    membership::join(&mut tx, here, zoe, Role::Admin, NOW).await.unwrap();
    membership::join(&mut tx, here, zed, Role::Member, NOW + 1).await.unwrap();
    membership::join(&mut tx, elsewhere, zed, Role::Admin, NOW + 1).await.unwrap();
    tx.commit().await.unwrap();
    let stands = |role, admins| Some(Standing { role, admins });
    assert_eq!(standing(&db, here, zoe).await, stands(Role::Admin, 1));
    assert_eq!(standing(&db, here, zed).await, stands(Role::Member, 1));
    assert_eq!(standing(&db, elsewhere, zoe).await, None);
    let mut tx = db.begin().await.unwrap();
    membership::set_role(&mut tx, here, zed, Role::Admin).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(standing(&db, here, zed).await, stands(Role::Admin, 2));
    let mut tx = db.begin().await.unwrap();
    membership::leave(&mut tx, here, zoe, NOW + 2).await.unwrap();
    membership::leave(&mut tx, here, zoe, NOW + 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(standing(&db, here, zoe).await, None);
    let people = membership::people(&db, here).await.unwrap();
    let seen: Vec<_> = people.iter().map(|person| (person.name(), person.role, person.left_at)).collect();
    let expected =
        [("Zoé Test 1".to_owned(), Role::Admin, Some(NOW + 2)), ("Zoé Test 2".to_owned(), Role::Admin, None)];
    assert_eq!(seen, expected);
    assert_eq!(membership::workplaces(&db, zoe).await.unwrap(), []);
    for (account, place, works, left) in
        [(zoe, here, false, true), (zoe, elsewhere, false, false), (zed, here, true, false)]
    {
        let bonds = membership::bonds(&db, account, Some(place)).await.unwrap();
        assert_eq!((bonds.works, bonds.left_name.is_some()), (works, left), "{account}");
        assert_eq!(membership::bonds(&db, account, None).await.unwrap().left_name, None);
    }
}

#[tokio::test]
async fn a_team_changes() {
    trial::each(check_team).await;
}

async fn check_led_alone(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let mut tx = db.begin().await.unwrap();
    membership::join(&mut tx, here, zoe, Role::Admin, NOW).await.unwrap();
    membership::join(&mut tx, elsewhere, zoe, Role::Admin, NOW).await.unwrap();
    membership::join(&mut tx, here, zed, Role::Member, NOW).await.unwrap();
    tx.commit().await.unwrap();
    let led = async |account| {
        let led = membership::led_alone(&db, account).await.unwrap();
        led.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(led(zoe).await, [here, elsewhere]);
    assert_eq!(led(zed).await, []);
    let mut tx = db.begin().await.unwrap();
    membership::set_role(&mut tx, here, zed, Role::Admin).await.unwrap();
    organisation::archive(&mut tx, elsewhere, zed, NOW).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((led(zoe).await, led(zed).await), (vec![], vec![]));
    let part = async |account| {
        let mut tx = db.begin().await.unwrap();
        let alone = membership::leads_alone(&mut tx, account).await.unwrap();
        if !alone {
            membership::leave(&mut tx, here, account, NOW + 1).await.unwrap();
        }
        tx.commit().await.unwrap();
        alone
    };
    let (first, second) = tokio::join!(part(zoe), part(zed));
    assert!(first != second, "two who leave at once do not both leave");
}

#[tokio::test]
async fn nobody_leaves_an_organisation_headless() {
    trial::each(check_led_alone).await;
}

fn invitation(school: OrganisationId, number: u64, email: &str, now: i64) -> Invitation {
    Invitation {
        organisation_id: school,
        id: InvitationId::new(now, number),
        email: email.to_owned(),
        role: None,
        code: format!("BCDFGHJKM{number}"),
        created_at: now,
        sent_at: now,
        accepted_at: None,
        accepted_by: None,
        cancelled_at: None,
    }
}

async fn put(db: &Db, invitation: &Invitation, pause: i64) -> Option<Invitation> {
    let mut tx = db.begin().await.unwrap();
    let sent = invitation::put(&mut tx, invitation, pause).await.unwrap();
    tx.commit().await.unwrap();
    sent
}

async fn check_invitations(db: Db) {
    let (here, zoe) = (school(&db, 1).await, signed_in(&db, 1).await.id);
    let first = invitation(here, 1, "zed@pix.example", NOW);
    assert_eq!(put(&db, &first, NOW - 10).await, Some(first.clone()));
    let again = Invitation { role: Some(Role::Admin), ..invitation(here, 2, "zed@pix.example", NOW + 5) };
    assert_eq!(put(&db, &again, NOW - 5).await, None, "a moment later, nothing is sent");
    let sent = Invitation { role: Some(Role::Admin), sent_at: NOW + 5, ..first.clone() };
    assert_eq!(put(&db, &again, NOW).await, Some(sent.clone()), "the same invitation is sent again");
    assert_eq!(invitation::latest(&db, here).await.unwrap(), [sent]);
    let offer = invitation::by_code(&db, &first.code).await.unwrap().unwrap();
    assert_eq!(
        (offer.organisation_id, offer.anybody, offer.accepted, offer.cancelled),
        (here, false, false, false)
    );
    let mut tx = db.begin().await.unwrap();
    assert!(invitation::accept(&mut tx, &first.code, zoe, NOW + 6).await.unwrap());
    assert!(!invitation::accept(&mut tx, &first.code, zoe, NOW + 7).await.unwrap(), "once");
    membership::join(&mut tx, here, zoe, Role::Admin, NOW + 6).await.unwrap();
    assert!(invitation::cancel(&mut tx, here, first.id, NOW + 8).await.unwrap());
    tx.commit().await.unwrap();
    let offer = invitation::by_code(&db, &first.code).await.unwrap().unwrap();
    let seen = (offer.accepted, offer.accepted_by, offer.cancelled, offer.anybody);
    assert_eq!(seen, (true, Some(zoe), false, true), "what was accepted is not cancelled");
}

#[tokio::test]
async fn an_invitation_waits_once_and_is_accepted_once() {
    trial::each(check_invitations).await;
}

async fn check_cancelling(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let first = invitation(here, 1, "zed@pix.example", NOW);
    put(&db, &first, NOW).await;
    let mut tx = db.begin().await.unwrap();
    assert_eq!(invitation::send_again(&mut tx, here, first.id, NOW + 1, NOW - 1).await.unwrap(), None);
    let sent = invitation::send_again(&mut tx, here, first.id, NOW + 9, NOW).await.unwrap();
    assert_eq!(sent, Some(Invitation { sent_at: NOW + 9, ..first.clone() }));
    assert!(!invitation::cancel(&mut tx, elsewhere, first.id, NOW + 10).await.unwrap());
    assert!(invitation::cancel(&mut tx, here, first.id, NOW + 10).await.unwrap());
    assert!(invitation::cancel(&mut tx, here, first.id, NOW + 11).await.unwrap());
    assert_eq!(invitation::send_again(&mut tx, here, first.id, NOW + 20, NOW + 19).await.unwrap(), None);
    assert!(!invitation::accept(&mut tx, &first.code, AccountId::new(NOW, 1), NOW + 12).await.unwrap());
    tx.commit().await.unwrap();
    let second = invitation(here, 2, "zed@pix.example", NOW + 30);
    assert_eq!(put(&db, &second, NOW + 29).await, Some(second.clone()), "another one may wait now");
    let states = invitation::latest(&db, here).await.unwrap();
    let states: Vec<_> = states.iter().map(|one| (one.id, one.cancelled_at)).collect();
    assert_eq!(states, [(second.id, None), (first.id, Some(NOW + 10))]);
    assert_eq!(invitation::by_code(&db, "BCDFGHJKM9").await.unwrap(), None);
}

#[tokio::test]
async fn an_invitation_taken_back_leads_nowhere() {
    trial::each(check_cancelling).await;
}

async fn check_sweep(db: Db) {
    let (here, zoe) = (school(&db, 1).await, signed_in(&db, 1).await.id);
    let invited = [
        invitation(here, 1, "accepted@pix.example", NOW),
        invitation(here, 2, "cancelled@pix.example", NOW),
        invitation(here, 3, "unanswered@pix.example", NOW),
        invitation(here, 4, "sent-again@pix.example", NOW),
    ];
    for one in &invited {
        put(&db, one, NOW).await;
    }
    let [accepted, cancelled, _, again] = &invited;
    let mut tx = db.begin().await.unwrap();
    assert!(invitation::accept(&mut tx, &accepted.code, zoe, NOW + 100).await.unwrap());
    assert!(invitation::cancel(&mut tx, here, cancelled.id, NOW + 200).await.unwrap());
    assert!(invitation::send_again(&mut tx, here, again.id, NOW + 300, NOW).await.unwrap().is_some());
    membership::join(&mut tx, here, zoe, Role::Admin, NOW + 100).await.unwrap();
    membership::leave(&mut tx, here, zoe, NOW + 400).await.unwrap();
    for (before, removed) in [(0, 0), (1, 1), (100, 0), (101, 1), (201, 1), (300, 0), (301, 1), (999, 0)] {
        assert_eq!(invitation::sweep(&mut tx, NOW + before, 9).await.unwrap(), removed, "before {before}");
    }
    for (before, removed) in [(400, 0), (401, 1), (999, 0)] {
        assert_eq!(membership::sweep(&mut tx, NOW + before, 9).await.unwrap(), removed, "before {before}");
    }
    membership::join(&mut tx, here, zoe, Role::Admin, NOW + 500).await.unwrap();
    assert_eq!(membership::sweep(&mut tx, i64::MAX, 9).await.unwrap(), 0, "whoever works there stays");
}

#[tokio::test]
async fn what_was_over_long_ago_is_forgotten() {
    trial::each(check_sweep).await;
}
