//! A pupil who changes schools: the list of the new one links the account that the old one knows.

use super::signed_in;
use crate::learner::{self, Learner};
use crate::learner_import::{self as import, State, Upload};
use crate::organisation::{self, Kind, Organisation};
use crate::participation::{self, Participation};
use crate::trial::{self, NOW};
use crate::{AccountId, CampaignId, Db, ImportId, LearnerId, OrganisationId, ParticipationId, learner_list};

const NUMBER: &str = "990000101BH";
const DAY: &str = "2013-03-12";

/// A line of a list: its school, number, birth date and account.
struct Known {
    school: u64,
    number: &'static str,
    day: &'static str,
    account: Option<u64>,
}

const BEFORE: Known = Known { school: 2, number: NUMBER, day: DAY, account: Some(1) };

async fn enrol(db: &Db, lines: &[Known]) {
    let mut tx = db.begin().await.unwrap();
    for (place, known) in (10_u64..).zip(lines) {
        let (school, id) = (OrganisationId::new(NOW, known.school), LearnerId::new(NOW, place));
        let line = Learner {
            account_id: known.account.map(|number| AccountId::new(NOW, number)),
            national_number: Some(known.number.to_owned()),
            birth_date: Some(known.day.to_owned()),
            ..Learner::new(school, id, ("Léa", "Garrigue"), NOW)
        };
        learner::add(&mut tx, &line).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The list of the first school, with one new pupil, applied.
async fn applied(db: &Db) -> (OrganisationId, ImportId) {
    let (here, id) = (OrganisationId::new(NOW, 1), ImportId::new(NOW, 1));
    let by = AccountId::new(NOW, 1);
    let sent = Upload { organisation: here, id, by, format: "siecle", file_name: "a.xml", file: b"<a/>" };
    let line = format!(
        r#"[{{"position":1,"kind":"added","learner":{},"line":1,"name":"Léa","why":"","after":{{
            "key":"ine:{NUMBER}","sought":"garrigue lea","first_name":"Léa","last_name":"Garrigue",
            "national_number":"{NUMBER}","birth_date":"{DAY}"}}}}]"#,
        LearnerId::new(NOW, 1).number()
    );
    let mut tx = db.begin().await.unwrap();
    import::upload(&mut tx, &sent, NOW).await.unwrap();
    assert!(import::read(&mut tx, id, State::Previewed, "{}", NOW + 1).await.unwrap());
    import::note(&mut tx, id, &line).await.unwrap();
    assert!(import::apply(&mut tx, here, id, NOW + 10).await.unwrap());
    tx.commit().await.unwrap();
    (here, id)
}

async fn schools(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    for number in 1..=3 {
        let school = Organisation::new(OrganisationId::new(NOW, number), Kind::Sco, "Collège", NOW);
        organisation::create(&mut tx, &school).await.unwrap();
    }
    tx.commit().await.unwrap();
    for number in 1..=2 {
        signed_in(db, number).await;
    }
}

/// The account of the new line, by the lines that were known before.
async fn check(lines: &[Known], expected: Option<u64>) {
    trial::each(async |db| {
        schools(&db).await;
        enrol(&db, lines).await;
        let (here, _) = applied(&db).await;
        let list = learner_list::whole(&db, here).await.unwrap();
        let new = list.iter().find(|line| line.id == LearnerId::new(NOW, 1)).unwrap();
        assert_eq!(new.account_id, expected.map(|number| AccountId::new(NOW, number)));
    })
    .await;
}

#[tokio::test]
async fn a_known_number_with_its_birth_date_brings_the_account() {
    check(&[BEFORE], Some(1)).await;
    check(&[BEFORE, Known { school: 3, ..BEFORE }], Some(1)).await;
    check(&[BEFORE, Known { school: 3, account: None, ..BEFORE }], Some(1)).await;
}

#[tokio::test]
async fn what_is_not_certain_links_nothing() {
    check(&[], None).await;
    check(&[Known { account: None, ..BEFORE }], None).await;
    check(&[Known { day: "2013-03-13", ..BEFORE }], None).await;
    check(&[Known { number: "990000102BK", ..BEFORE }], None).await;
    check(&[BEFORE, Known { school: 3, account: Some(2), ..BEFORE }], None).await;
    // The account is another pupil of this school already.
    check(&[BEFORE, Known { school: 1, number: "990000102BK", day: "2012-01-01", account: Some(1) }], None)
        .await;
}

/// How many lines are left once the import is undone, by whether its pupil took part in something meanwhile.
async fn check_undoing(took_part: bool, left: usize) {
    trial::each(async |db| {
        schools(&db).await;
        enrol(&db, &[BEFORE]).await;
        let (here, id) = applied(&db).await;
        let mut tx = db.begin().await.unwrap();
        if took_part {
            let (campaign, number) = (CampaignId::new(NOW, 1), ParticipationId::new(NOW, 1));
            let begun = Participation::new(campaign, number, AccountId::new(NOW, 1), NOW);
            let begun = Participation { learner_id: Some(LearnerId::new(NOW, 1)), ..begun };
            participation::start(&mut tx, &begun).await.unwrap();
        }
        assert!(import::undo(&mut tx, here, id, NOW + 20).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(learner_list::whole(&db, here).await.unwrap().len(), left);
    })
    .await;
}

#[tokio::test]
async fn an_import_that_is_undone_takes_its_links_along() {
    check_undoing(false, 0).await;
    check_undoing(true, 1).await;
}
