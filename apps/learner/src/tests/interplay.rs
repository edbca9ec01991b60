//! What happens around a test in progress: two tabs on different questions, a bank replaced between two questions.

use content::Source;
use store::release;
use store::trial;
use web::{Lang, Words};

use super::site::{BANK, Site, Visitor, edited, paced};
use super::taking::{SKIP, Taking, form};

#[tokio::test]
async fn two_tabs_on_different_questions_keep_each_answer_once() {
    trial::each(async |db| {
        let site = Site::over(db);
        let taking = Taking::begin(&site.learner("zoe").await).await;
        taking.answer(1, SKIP).await;
        let (ahead, first) = tokio::join!(taking.answer(3, SKIP), taking.answer(2, SKIP));
        assert_eq!((ahead.status, first.status), (303, 303));
        let (rows, answered, _) = taking.counted().await;
        assert!((2..=3).contains(&rows) && rows == usize::from(answered), "{rows} {answered}");
        let stale = taking.answer(1, "text=autre").await;
        stale.leads(&format!("303 {}", taking.path(&format!("/questions/{}", answered + 1))));
        assert_eq!(taking.counted().await.0, rows, "the tab left behind changes nothing");
    })
    .await;
}

#[tokio::test]
async fn a_test_keeps_the_bank_it_began_with() {
    let older = edited(|text| paced(text, "free", None));
    let newer = edited(|text| paced(text, "focus", Some(60)));
    trial::each(async |db| {
        let before = Site::of(db.clone(), true, &older);
        let mut tx = db.begin().await.expect("a transaction");
        release::put(&mut tx, before.house.bank.present().release.id(), &older.pack(), before.now())
            .await
            .expect("the release");
        tx.commit().await.expect("kept");
        let zoe = before.learner("zoe").await;
        let taking = Taking::begin(&zoe).await;
        taking.answer(1, SKIP).await;
        let asked = taking.waiting().await.expect("a question").instance;

        let after = Site::of(db, true, &newer);
        assert_ne!(after.house.bank.present().release.id(), before.house.bank.present().release.id());
        let zoe = Visitor { site: &after, ..zoe.clone() };
        let going_on = Taking { visitor: zoe, id: taking.id };
        let question = going_on.visitor.get(&going_on.path("/questions/2")).await;
        question.leads("200").says("question-mode-free").holds(asked.paper.question.as_str());
        let fields = form(&asked.key.right_answer(), &asked.paper.input);
        going_on.answer(2, &fields).await.leads(&format!("303 {}", going_on.path("/questions/3")));
        going_on.visitor.get(&going_on.path("/corrections/2")).await.says("outcome-ok");
        let max = after.learner("max").await;
        let new = Taking::begin(&max).await;
        max.get(&new.path("/questions/1")).await.says("clock-heading");
    })
    .await;
}

/// A lesson of an old bank that the present one has no more cannot be opened: no correction leads to it.
#[tokio::test]
async fn a_lesson_that_is_gone_is_not_offered() {
    let older = edited(str::to_owned);
    let newer = without_todays_lessons();
    let trial = trial::Trial::sqlite().await;
    let before = Site::of(trial.db.clone(), true, &older);
    let mut tx = before.house.db.begin().await.expect("a transaction");
    let id = before.house.bank.present().release.id();
    release::put(&mut tx, id, &older.pack(), before.now()).await.expect("the release");
    tx.commit().await.expect("kept");
    let zoe = before.learner("zoe").await;
    let taking = Taking::begin(&zoe).await;
    taking.answer(1, SKIP).await;
    let correction = taking.path("/corrections/1");
    let lessons = |page: &str| page.matches("href=\"/tutorials/").count();
    let offered = zoe.get(&correction).await;
    assert_eq!(lessons(&offered.says("correction-tutorials").body), 2);

    let after = Site::of(trial.db.clone(), true, &newer);
    let zoe = Visitor { site: &after, ..zoe.clone() };
    for page in [correction, taking.path("/checkpoint")] {
        let shown = zoe.get(&page).await;
        shown.leads("200").says("correction-how");
        assert_eq!(lessons(&shown.body), 0, "{page}");
        assert!(!shown.body.contains(Words::of(Lang::Fr).say("correction-tutorials")), "{page}");
    }
}

/// The bank with every lesson under another name.
fn without_todays_lessons() -> Source {
    let mut bank = Source::new();
    for (path, bytes) in BANK.iter() {
        let text = String::from_utf8_lossy(bytes);
        let renamed = text.lines().map(|line| match line.strip_prefix("tutorials = ") {
            Some(ids) => format!("tutorials = {}", ids.replace("\"]", "-new\"]").replace("\",", "-new\",")),
            None => line.to_owned(),
        });
        let lesson = path.contains("/tutorials/");
        let path = if lesson { path.replace(".md", "-new.md") } else { path.to_owned() };
        bank.insert(path, renamed.collect::<Vec<_>>().join("\n") + "\n");
    }
    bank
}
