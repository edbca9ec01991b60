//! Problems told about a question: kept with what they are about, bounded, listed for staff.

use store::problem_report;
use store::problem_report::ProblemReport;

use super::site::{DAY, Site};
use super::taking::{SKIP, Taking, family_with};
use crate::report::MOST_A_DAY;

async fn kept(site: &Site) -> Vec<ProblemReport> {
    problem_report::latest(&site.house.db, None, 100).await.expect("the reports")
}

impl Taking<'_> {
    async fn tell(&self, position: u16, fields: &str) -> web::trial::Reply {
        self.visitor.post(&self.path(&format!("/reports/{position}")), fields).await
    }
}

#[tokio::test]
async fn a_problem_is_told_from_the_question_and_from_its_correction() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    let question = taking.visitor.get(&taking.path("/questions/1")).await;
    question.says("report-open").holds("value=\"question-unclear\"").lacks("value=\"answer-refused\"");
    let told = taking.tell(1, "kind=question-mistake&report=Il+manque+un+mot.%0D%0AVoil%C3%A0.").await;
    told.leads(&format!("303 {}", taking.path("/questions/1?done=report")));
    assert_eq!((told.tally.statements.len(), told.tally.commits), (2, 1));
    taking.visitor.get(&told.location).await.says("report-done");
    taking.answer(1, SKIP).await;
    let correction = taking.visitor.get(&taking.path("/corrections/1")).await;
    correction.says("report-open").holds("value=\"answer-refused\"");
    let listed = taking.visitor.get(&taking.path("/checkpoint")).await;
    listed.says("report-open").holds(&format!("href=\"{}\"", taking.path("/reports/1")));
    let told = taking.tell(1, "kind=answer-refused&report=").await;
    told.leads(&format!("303 {}", taking.path("/corrections/1?done=report")));
    taking.visitor.get(&told.location).await.says("report-done");
    let reports = kept(&site).await;
    let said: Vec<(&str, &str)> =
        reports.iter().map(|one| (one.category.as_str(), one.text.as_str())).collect();
    assert_eq!(said.len(), 2);
    assert!(said.contains(&("question-mistake", "Il manque un mot.\nVoilà.")), "{said:?}");
    for one in &reports {
        assert_eq!((one.account_id, one.attempt_id), (Some(taking.visitor.account), taking.id));
        assert_eq!((one.position, one.lang.as_str()), (1, "fr"));
        assert!(site.house.bank.present().release.family(&one.family).is_some(), "{}", one.family);
    }
}

#[tokio::test]
async fn a_report_told_twice_is_one() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    for _ in 0..3 {
        taking
            .tell(1, "kind=other&report=Rien.")
            .await
            .leads(&format!("303 {}", taking.path("/questions/1?done=report")));
    }
    assert_eq!(kept(&site).await.len(), 1);
}

#[tokio::test]
async fn what_is_no_report_is_refused_and_kept_on_the_page() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    for (fields, why, kept) in [
        ("report=Rien.", "report-error-kind", ">Rien.</textarea>"),
        ("kind=nonsense&report=%3Cb%3E", "report-error-kind", ">&lt;b&gt;</textarea>"),
        ("kind=other&report=", "report-error-words", "value=\"other\" checked"),
    ] {
        let reply = taking.tell(1, fields).await;
        reply.leads("422").says(why).holds(kept).holds("data-summary");
        assert_eq!(reply.tally.commits, 0);
    }
    let long = format!("kind=other&report={}", "x".repeat(10_001));
    taking.tell(1, &long).await.leads("422").holds("10\u{202f}000");
    let longest = format!("kind=other&report={}", "é".repeat(10_000));
    taking.tell(1, &longest).await.leads(&format!("303 {}", taking.path("/questions/1?done=report")));
    for position in [0, 2, 9] {
        taking.tell(position, "kind=other&report=x").await.leads("404");
    }
    assert_eq!(kept(&site).await.len(), 1);
}

#[tokio::test]
async fn so_many_problems_a_day_are_enough() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let kinds = ["question-unclear", "question-mistake", "link-broken", "access-time"];
    let mut told = 0;
    'telling: for _ in 0..MOST_A_DAY {
        let taking = Taking::at(&learner, family_with(&site, |_| true)).await;
        for kind in kinds {
            let reply = taking.tell(1, &format!("kind={kind}&report=Voil%C3%A0.")).await;
            if told < MOST_A_DAY {
                reply.leads(&format!("303 {}", taking.path("/questions/1?done=report")));
                told += 1;
                continue;
            }
            reply.leads("429").holds("aide@pix.example").holds(">Voilà.</textarea>");
            break 'telling;
        }
    }
    assert_eq!(kept(&site).await.len(), usize::try_from(MOST_A_DAY).expect("a number"));
    site.wait(DAY + 1);
    let taking = Taking::at(&learner, family_with(&site, |_| true)).await;
    taking
        .tell(1, "kind=other&report=Demain.")
        .await
        .leads(&format!("303 {}", taking.path("/questions/1?done=report")));
}

#[tokio::test]
async fn staff_read_the_problems_page_by_page() {
    let site = Site::open().await;
    let staff = site.staff("max").await;
    staff.get("/reports").await.leads("200").says("reports-empty");
    for number in 0..3 {
        for _ in 0..MOST_A_DAY {
            site.wait(1);
            let learner = site.learner(&format!("zoe-{number}-{}", site.now())).await;
            let taking = Taking::at(&learner, family_with(&site, |_| true)).await;
            taking.tell(1, &format!("kind=other&report=Probl%C3%A8me+{}.", site.now())).await;
        }
    }
    let first = staff.get("/reports").await;
    first.leads("200").says("reports-older").lacks("zoe").holds(&format!("Problème {}.", site.now()));
    assert_eq!(first.body.matches("href=\"/preview/").count(), 50);
    let (_, rest) = first.body.split_once("/reports?before=").expect("a link to the older ones");
    let before = rest.split('"').next().expect("an id");
    let second = staff.get(&format!("/reports?before={before}")).await;
    assert_eq!(second.body.matches("href=\"/preview/").count(), 10);
    second.says("reports-newest").lacks("href=\"/reports?before=");
    staff.get("/reports?before=nonsense").await.leads("404");
}
