//! What happens around a test in progress: two tabs on different questions, a bank replaced between two questions.

use store::release;
use store::trial;

use super::site::{Site, Visitor, edited};
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
    let older = edited(str::to_owned);
    let newer = edited(|text| text.replacen("\nmode = \"free\"", "\nmode = \"focus\"\ntimer = 60", 1));
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
