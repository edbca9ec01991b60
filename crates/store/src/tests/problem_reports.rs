//! Problems told about questions: once each, so many a day, forgotten with their person or after a time.

use super::signed_in;
use crate::problem_report::{self, ProblemReport, Told};
use crate::trial::{self, NOW};
use crate::{AccountId, AttemptId, Db, ReportId};

const DAY: i64 = 24 * 3_600_000;

fn report(account: AccountId, number: u64, text: &str) -> ProblemReport {
    ProblemReport {
        id: ReportId::new(NOW + i64::try_from(number).unwrap(), number),
        account_id: Some(account),
        attempt_id: AttemptId::new(NOW, 1),
        position: i64::try_from(number).unwrap(),
        family: "1.2-a-1-choice".to_owned(),
        lang: "fr".to_owned(),
        category: "picture-missing".to_owned(),
        text: text.to_owned(),
    }
}

async fn told(db: &Db, report: &ProblemReport, most: i64) -> Told {
    let mut tx = db.begin().await.unwrap();
    let told = problem_report::keep(&mut tx, report, NOW, most).await.unwrap();
    tx.commit().await.unwrap();
    told
}

async fn all(db: &Db) -> Vec<ProblemReport> {
    problem_report::latest(db, None, 10).await.unwrap()
}

async fn check_telling(db: Db) {
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let (first, second) = (report(zoe, 1, "Rien ne s'affiche."), report(zoe, 2, ""));
    assert_eq!(told(&db, &first, 2).await, Told::Kept);
    let again =
        ProblemReport { id: ReportId::new(NOW + 9, 9), text: "Toujours rien.".into(), ..first.clone() };
    assert_eq!(told(&db, &again, 2).await, Told::Kept);
    let kept = ProblemReport { text: again.text.clone(), ..first.clone() };
    assert_eq!(all(&db).await, std::slice::from_ref(&kept), "told twice, it is one report");
    assert_eq!(told(&db, &second, 2).await, Told::Kept);
    assert_eq!(told(&db, &report(zoe, 3, ""), 2).await, Told::TooMany);
    assert_eq!(told(&db, &report(zed, 4, ""), 2).await, Told::Kept, "somebody else is not counted");
    assert_eq!(all(&db).await, [report(zed, 4, ""), second.clone(), kept.clone()]);
    let page = problem_report::latest(&db, Some(second.id), 10).await.unwrap();
    assert_eq!(page, [kept]);
    let later = ProblemReport { id: ReportId::new(NOW + DAY, 5), position: 5, ..second };
    let mut tx = db.begin().await.unwrap();
    let next_day = problem_report::keep(&mut tx, &later, NOW + DAY, 2).await.unwrap();
    assert_eq!(next_day, Told::Kept, "another day begins");
}

#[tokio::test]
async fn a_problem_is_told_once_and_so_many_a_day() {
    trial::each(check_telling).await;
}

async fn check_forgetting(db: Db) {
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    for one in [report(zoe, 1, "Je m'appelle Zoé."), report(zoe, 2, ""), report(zed, 3, "Zed.")] {
        told(&db, &one, 9).await;
    }
    let mut tx = db.begin().await.unwrap();
    assert_eq!(problem_report::forget(&mut tx, zoe).await.unwrap(), 2);
    tx.commit().await.unwrap();
    let nobody = |report: ProblemReport| ProblemReport { account_id: None, text: String::new(), ..report };
    let left = [report(zed, 3, "Zed."), nobody(report(zoe, 2, "")), nobody(report(zoe, 1, ""))];
    assert_eq!(all(&db).await, left);
    let mut tx = db.begin().await.unwrap();
    assert_eq!(problem_report::sweep(&mut tx, NOW + 3, 1).await.unwrap(), 1, "a portion");
    assert_eq!(problem_report::sweep(&mut tx, NOW + 3, 9).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(all(&db).await, left[..1]);
}

#[tokio::test]
async fn reports_are_forgotten_with_their_person_or_after_a_time() {
    trial::each(check_forgetting).await;
}
