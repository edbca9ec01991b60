//! The page of a refusal stands in the app that the person was let into.

use super::*;
use store::account::{self, Account, Role};
use store::membership::{self, Role as Post};
use store::organisation::{self, Kind, Organisation};
use store::session::{self, Session};
use store::{AccountId, Db, OrganisationId, TokenHash, legal};

/// Somebody signed in with a token; a teacher works in a school.
async fn sign_in(db: &Db, token: &str, number: u64, (role, teaches): (Role, bool)) {
    let now = web::clock::Clock::System.now();
    let id = AccountId::new(now, number);
    let mut tx = db.begin().await.expect("a transaction");
    account::create(&mut tx, &Account { role, ..Account::new(id, "Ada", "Lune", now) }).await.expect("made");
    legal::accept_all(&mut tx, id, &learner::in_force(), now).await.expect("accepted");
    let session = Session {
        token_hash: TokenHash::of(token),
        account_id: id,
        created_at: now,
        seen_at: now,
        expires_at: now + 3_600_000,
        device: String::new(),
    };
    session::open(&mut tx, &session).await.expect("opened");
    if teaches {
        let school = Organisation::new(OrganisationId::new(now, number), Kind::Sco, "Collège", now);
        organisation::create(&mut tx, &school).await.expect("made");
        membership::join(&mut tx, school.id, id, Post::Member, now).await.expect("joined");
    }
    tx.commit().await.expect("kept");
}

#[tokio::test]
async fn a_refusal_keeps_the_frame_of_the_app() {
    let (trial, router) = site("http://pix.example").await;
    sign_in(&trial.db, "teacher", 1, (Role::Teacher, true)).await;
    sign_in(&trial.db, "learner", 2, (Role::Learner, false)).await;
    sign_in(&trial.db, "staff", 3, (Role::Staff, false)).await;
    let nowhere = "/orga/campaigns/0000000000000";
    for (who, path, status, app, link) in [
        ("teacher", nowhere, 404, "orga", Some("/orga/learners")),
        ("teacher", "/orga/team/invitations", 403, "orga", Some("/orga/learners")),
        ("teacher", "/competences/9.9", 404, "learner", Some("/profile")),
        ("learner", nowhere, 404, "learner", Some("/profile")),
        ("learner", "/staff", 404, "learner", Some("/profile")),
        ("staff", "/staff/organisations/0000000000000", 404, "staff", Some("/staff/profiles")),
        // No handler looked whose session it is.
        ("learner", "/nowhere", 404, "learner", Some("/profile")),
        ("nobody", "/invitations/BCDFGHJKMP", 404, "learner", None),
    ] {
        let request = Request::get(path).header("cookie", format!("session={who}"));
        let request = request.body(Body::empty()).expect("a request");
        let reply = router.clone().oneshot(request).await.expect("a router always replies");
        assert_eq!(reply.status(), status, "{who} {path}");
        let page = body(reply).await;
        assert!(page.contains(&format!("data-app=\"{app}\"")), "{who} {path}: {page}");
        let menu =
            page.contains("class=\"topbar__nav wide\" aria-label=\"Principale\"><ul class=\"nav\"><li>");
        assert_eq!(menu, link.is_some(), "{who} {path}: {page}");
        let linked = link.is_none_or(|link| page.contains(&format!("href=\"{link}\"")));
        assert!(linked, "{who} {path} leads nowhere in {app}: {page}");
    }
}
