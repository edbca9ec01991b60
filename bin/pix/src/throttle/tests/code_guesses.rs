//! A class types the code of its teacher; whoever tries one after the other finds none.

use store::account::Role;
use store::campaign::{Campaign, Kind};
use store::organisation::{self, Organisation};
use store::session::Session;
use store::{AccountId, CampaignId, OrganisationId, campaign, session};

use super::*;

const CODE: &str = "ABCDEF234";
const WRONG: &str = "GHJKLM567";
const SCHOOL: &str = "203.0.113.9";
/// Wrong codes that each pupil types before the right one.
const MISTAKES: usize = 5;

/// A campaign with [`CODE`].
async fn open_campaign(db: &Db) {
    let now = web::clock::Clock::System.now();
    let company =
        Organisation::new(OrganisationId::new(now, 1), organisation::Kind::Pro, "Atelier Nord", now);
    let id = CampaignId::new(now, 2);
    let campaign = Campaign {
        code: CODE.to_owned(),
        name: "Accueil".to_owned(),
        ..Campaign::new(company.id, id, Kind::Collection, AccountId::new(now, 3), now)
    };
    let mut tx = db.begin().await.expect("a transaction");
    organisation::create(&mut tx, &company).await.expect("made");
    campaign::create(&mut tx, &campaign).await.expect("made");
    tx.commit().await.expect("kept");
}

/// Somebody, and the cookies of two of their sessions.
async fn signed_in(db: &Db, (name, role): (&str, Role), number: u64) -> (AccountId, [String; 2]) {
    let now = web::clock::Clock::System.now();
    let id = AccountId::new(now, number);
    let tokens = [format!("{name}-1"), format!("{name}-2")];
    let mut tx = db.begin().await.expect("a transaction");
    let account = account::Account { role, ..account::Account::new(id, name, "R", now) };
    account::create(&mut tx, &account).await.expect("made");
    store::legal::accept_all(&mut tx, id, &learner::in_force(), now).await.expect("accepted");
    for token in &tokens {
        let session = Session {
            token_hash: TokenHash::of(token),
            account_id: id,
            created_at: now,
            seen_at: now,
            expires_at: now + 3_600_000,
            device: String::new(),
        };
        session::open(&mut tx, &session).await.expect("opened");
    }
    tx.commit().await.expect("kept");
    (id, tokens.map(|token| format!("session={token}")))
}

async fn type_code(node: &Router, from: &str, cookie: &str, code: &str) -> u16 {
    post(node, from, ("/campaigns", cookie), format!("code={code}")).await.status().as_u16()
}

async fn open(node: &Router, from: &str, (path, cookie): (&str, &str)) -> Response {
    let request = Request::get(path).header("x-forwarded-for", from).header("cookie", cookie);
    let mut request = request.body(Body::empty()).expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
    node.clone().oneshot(request).await.expect("a router always replies")
}

#[tokio::test]
async fn a_class_behind_one_address_types_a_code_badly_then_right() {
    let trial = Trial::sqlite().await;
    open_campaign(&trial.db).await;
    let node = node(&trial.db);
    for pupil in 0..PUPILS {
        for _ in 0..MISTAKES {
            assert_eq!(type_code(&node, SCHOOL, "", WRONG).await, 422, "pupil {pupil}");
        }
        assert_eq!(type_code(&node, SCHOOL, "", "abcdef+234").await, 303, "pupil {pupil}");
        let landing = open(&node, SCHOOL, (&format!("/campaigns/{CODE}"), "")).await;
        assert_eq!(landing.status(), 200, "pupil {pupil}");
    }
}

#[tokio::test]
async fn whoever_tries_on_is_stopped_on_every_node_and_told_when_to_come_back() {
    trial::each(async |db| {
        open_campaign(&db).await;
        let (one, other) = (node(&db), node(&db));
        exhaust(&db, allowance::CODE_OF_ADDRESS, SCHOOL, 2).await;
        assert_eq!(type_code(&one, SCHOOL, "", WRONG).await, 422);
        let wrong = format!("/campaigns/{WRONG}");
        assert_eq!(open(&other, SCHOOL, (&wrong, "")).await.status(), 404);
        for node in [&one, &other] {
            let refused = open(node, SCHOOL, (&wrong, "")).await;
            assert_eq!(refused.status(), 429);
            assert_eq!(refused.headers()["retry-after"], "10");
            assert_eq!(type_code(node, SCHOOL, "", WRONG).await, 429);
            assert_eq!(type_code(node, SCHOOL, "", CODE).await, 429, "the right one is not told apart");
            assert_eq!(type_code(node, "203.0.113.8", "", CODE).await, 303, "neighbours are not concerned");
        }
        let form = open(&one, SCHOOL, ("/campaigns", "")).await;
        assert_eq!(form.status(), 200, "the form alone tells nothing");
    })
    .await;
}

#[tokio::test]
async fn hundreds_of_codes_are_more_than_an_address_has() {
    let trial = Trial::sqlite().await;
    let node = node(&trial.db);
    let mut refused = 0;
    for _ in 0..allowance::CODE_OF_ADDRESS.at_once + 50 {
        refused += i64::from(type_code(&node, SCHOOL, "", WRONG).await == 429);
    }
    // The first ones come back while the last ones are tried.
    assert!((25..=50).contains(&refused), "{refused}");
}

#[tokio::test]
async fn somebody_signed_in_answers_for_themselves_in_all_their_sessions() {
    trial::each(async |db| {
        open_campaign(&db).await;
        let node = node(&db);
        let (ada, [first, second]) = signed_in(&db, ("Ada", Role::Learner), 4).await;
        let (_, [classmate, _]) = signed_in(&db, ("Blaise", Role::Learner), 5).await;
        exhaust(&db, allowance::CODE_OF_ACCOUNT, &ada.to_string(), 1).await;
        assert_eq!(type_code(&node, SCHOOL, &first, WRONG).await, 422);
        assert_eq!(type_code(&node, SCHOOL, &second, CODE).await, 429, "another session, the same person");
        assert_eq!(
            type_code(&node, "203.0.113.8", &first, CODE).await,
            429,
            "another address, the same person"
        );
        assert_eq!(type_code(&node, SCHOOL, &classmate, CODE).await, 303);
        assert_eq!(type_code(&node, SCHOOL, "", CODE).await, 303);
        assert_eq!(type_code(&node, SCHOOL, "session=ended", CODE).await, 303, "nobody's session");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_account_of_their_own_shares_the_guesses_of_the_address() {
    let trial = Trial::sqlite().await;
    open_campaign(&trial.db).await;
    let node = node(&trial.db);
    let (_, [cookie, _]) = signed_in(&trial.db, ("", Role::Anonymous), 4).await;
    exhaust(&trial.db, allowance::CODE_OF_ADDRESS, SCHOOL, 1).await;
    assert_eq!(type_code(&node, SCHOOL, &cookie, WRONG).await, 422);
    assert_eq!(type_code(&node, SCHOOL, &cookie, CODE).await, 429);
}

#[tokio::test]
async fn every_way_a_code_comes_in_is_counted_and_stopped() {
    let trial = Trial::sqlite().await;
    open_campaign(&trial.db).await;
    let node = node(&trial.db);
    let (ada, [cookie, _]) = signed_in(&trial.db, ("Ada", Role::Learner), 4).await;
    let wrong = ["", "/identity", "/sending", "/result"].map(|rest| format!("/campaigns/{WRONG}{rest}"));
    for path in wrong.iter().map(String::as_str).chain(["/invitations/ABCDEFGHIJ"]) {
        assert_eq!(open(&node, SCHOOL, (path, &cookie)).await.status(), 404, "{path}");
    }
    let counted = i64::try_from(wrong.len()).expect("few") + 1;
    exhaust(&trial.db, allowance::CODE_OF_ACCOUNT, &ada.to_string(), counted).await;
    let right = ["", "/identity", "/registration", "/participations", "/sending", "/result"];
    for path in right.map(|rest| format!("/campaigns/{CODE}{rest}")) {
        assert_eq!(open(&node, SCHOOL, (&path, &cookie)).await.status(), 429, "{path}");
        assert_eq!(post(&node, SCHOOL, (&path, &cookie), String::new()).await.status(), 429, "{path}");
    }
    let invitation = "/invitations/ABCDEFGHIJ";
    assert_eq!(open(&node, SCHOOL, (invitation, &cookie)).await.status(), 429);
    assert_eq!(post(&node, SCHOOL, (invitation, &cookie), String::new()).await.status(), 429);
}
