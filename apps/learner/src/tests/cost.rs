//! What an answer costs: three statements (two on PostgreSQL) and one commit, the first as the last, on both engines.

use rules::placement::Placement;
use store::tally::Tally;
use store::trial;

use super::site::Site;
use super::taking::{SKIP, Taking, form};

#[tokio::test]
async fn an_answer_is_at_most_three_statements_and_one_commit() {
    trial::each(async |db| {
        let (engine, statements) = if db.is_embedded() { ("SQLite", 3) } else { ("PostgreSQL", 2) };
        for placement in Placement::ALL {
            check_whole_test(&Site::placing(db.clone(), placement), (engine, statements)).await;
        }
    })
    .await;
}

async fn check_whole_test(site: &Site, (engine, statements): (&str, usize)) {
    let name = site.house.site.placement.algorithm();
    let taking = Taking::begin(&site.learner(&name.replace("-1", "")).await).await;
    let mut answered = 0;
    while let Some(asked) = taking.waiting().await {
        let (position, instance) = (asked.position, asked.instance);
        let answer = form(&instance.key.right_answer(), &instance.paper.input);
        let tally = taking.answer(position, if position % 3 == 0 { SKIP } else { &answer }).await.tally;
        check(&tally, statements, 1, position);
        check(&taking.answer(position, &answer).await.tally, 1, 0, position);
        if answered == 0 {
            tell(engine, &tally);
        }
        answered += 1;
    }
    assert!(answered > 5, "{answered} answers");
}

#[tokio::test]
async fn an_answer_that_is_not_taken_is_one_statement() {
    trial::each(async |db| {
        let site = Site::over(db);
        let taking = Taking::begin(&site.learner("zoe").await).await;
        check(&taking.answer(1, "rank.0=nonsense").await.tally, 1, 0, 1);
        check(&taking.answer(7, SKIP).await.tally, 1, 0, 7);
    })
    .await;
}

fn check(tally: &Tally, statements: usize, commits: usize, position: u16) {
    let spent = (tally.statements.len(), tally.commits);
    assert_eq!(spent, (statements, commits), "at {position}: {:#?}", tally.statements);
}

fn tell(engine: &str, tally: &Tally) {
    println!("{engine}: one answer: statements={}, commits={}", tally.statements.len(), tally.commits);
    for (number, sql) in (1..).zip(&tally.statements) {
        println!("  {number}. {}", sql.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}
