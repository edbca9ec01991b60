//! A class registers by the list of its school behind one address; whoever tries the days of a year for a name is stopped
//! on every node.

use store::campaign::{Campaign, Kind};
use store::learner::{self, Learner};
use store::organisation::{self, Organisation};
use store::{AccountId, CampaignId, LearnerId, OrganisationId, campaign};

use super::*;

const PAGE: &str = "/campaigns/ABCDEF234";
const FORM: &str = "/campaigns/ABCDEF234/registration";
const SCHOOL: &str = "203.0.113.9";
const BORN: &str = "2013-03-12";
const CHOICE: &str = "&way=username&terms=on&password=";

/// The name of a pupil: no two are near.
fn first_name(pupil: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).expect("a letter"));
    [letter(pupil), letter(pupil / 26), letter(pupil)].iter().collect()
}

/// A school with a class, and its campaign.
async fn open_school(db: &Db) {
    let now = web::clock::Clock::System.now();
    let id = OrganisationId::new(now, 1);
    let school = Organisation {
        managing_learners: true,
        ..Organisation::new(id, organisation::Kind::Sco, "Collège Jean-Moulin", now)
    };
    let campaign = Campaign {
        code: "ABCDEF234".to_owned(),
        name: "Accueil".to_owned(),
        ..Campaign::new(id, CampaignId::new(now, 2), Kind::Collection, AccountId::new(now, 3), now)
    };
    let mut tx = db.begin().await.expect("a transaction");
    organisation::create(&mut tx, &school).await.expect("made");
    campaign::create(&mut tx, &campaign).await.expect("made");
    for pupil in 0..PUPILS {
        let line = LearnerId::new(now, 100 + u64::try_from(pupil).expect("few"));
        let line = Learner {
            birth_date: Some(BORN.to_owned()),
            ..Learner::new(id, line, (&first_name(pupil), "Garrigue"), now)
        };
        learner::add(&mut tx, &line).await.expect("added");
    }
    tx.commit().await.expect("kept");
}

async fn say(node: &Router, from: &str, (first, last): (&str, &str), day: &str, more: &str) -> Response {
    let form = format!("first-name={first}&last-name={last}&birth-date={day}{more}");
    post(node, from, (FORM, ""), form).await
}

/// What a reply tells of whoever asked.
async fn told(reply: Response) -> (u16, bool) {
    let status = reply.status().as_u16();
    let page = axum::body::to_bytes(reply.into_body(), 1 << 20).await.expect("a page");
    let nobody = web::Words::of(web::Lang::Fr).say("participation-identity-nobody");
    (status, String::from_utf8_lossy(&page).contains(nobody))
}

#[tokio::test]
async fn a_class_behind_one_address_registers_and_makes_mistakes() {
    let trial = Trial::sqlite().await;
    open_school(&trial.db).await;
    let node = node(&trial.db);
    // What an hour of such mistakes uses of the codes of a school: only names that the list does not have.
    exhaust(&trial.db, allowance::CODE_OF_ADDRESS, SCHOOL, i64::try_from(PUPILS).expect("few") + 1).await;
    for pupil in 0..PUPILS {
        let name = first_name(pupil);
        let say = async |day: &str, more: &str| {
            say(&node, SCHOOL, (&name, "Garrigue"), day, more).await.status().as_u16()
        };
        assert_eq!(say("", "").await, 422, "pupil {pupil} forgets the day");
        assert_eq!(say("13%2F03%2F2013", "").await, 422, "pupil {pupil} is wrong about it");
        assert_eq!(say(BORN, "").await, 200, "pupil {pupil}");
        for password in ["", "court", "garrigue"] {
            assert_eq!(say(BORN, &format!("{CHOICE}{password}")).await, 422, "pupil {pupil}: {password}");
        }
        assert_eq!(say(BORN, &format!("{CHOICE}Tournesol-2026")).await, 303, "pupil {pupil}");
        assert_eq!(say(BORN, &format!("{CHOICE}Capucine-2026")).await, 422, "pupil {pupil} is there already");
    }
    let landing = post(&node, SCHOOL, ("/campaigns", ""), "code=ABCDEF234".to_owned()).await;
    assert_eq!(landing.headers()["location"], PAGE, "the school still opens its campaigns");
}

#[tokio::test]
async fn the_days_of_a_year_are_not_tried_from_many_addresses() {
    trial::each(async |db| {
        open_school(&db).await;
        let nodes = [node(&db), node(&db)];
        let name = (&*first_name(0), "Garrigue");
        let days: Vec<String> = (1..=28).map(|day| format!("{day:02}%2F01%2F2013")).collect();
        for (number, day) in days.iter().enumerate() {
            let from = format!("198.51.100.{number}");
            let told = told(say(&nodes[number % 2], &from, name, day, "").await).await;
            assert_eq!(told, (422, true), "{day}");
        }
        for (number, node) in nodes.iter().enumerate() {
            let right = say(node, &format!("198.51.100.{}", 100 + number), name, "12%2F03%2F2013", "").await;
            assert_eq!(told(right).await, (422, true), "the right day is not told apart");
            let other = (&*first_name(7), "Garrigue");
            let classmate = say(node, SCHOOL, other, "12%2F03%2F2013", "").await;
            assert_eq!(classmate.status(), 200, "the others of the class are not concerned");
        }
    })
    .await;
}

#[tokio::test]
async fn names_that_the_list_does_not_have_are_wrong_codes() {
    let trial = Trial::sqlite().await;
    open_school(&trial.db).await;
    let node = node(&trial.db);
    exhaust(&trial.db, allowance::CODE_OF_ADDRESS, SCHOOL, 1).await;
    let stranger = ("Personne", "Autre");
    assert_eq!(say(&node, SCHOOL, stranger, BORN, "").await.status(), 422);
    assert_eq!(say(&node, SCHOOL, stranger, BORN, "").await.status(), 429);
    assert_eq!(say(&node, "203.0.113.8", stranger, BORN, "").await.status(), 422, "neighbours");
}
