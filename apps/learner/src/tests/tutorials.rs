//! "My tutorials": what would help, what was saved, what was useful.

use store::tutorial_mark;

use super::site::Site;
use super::taking::{COMPETENCE, SKIP, Taking, family_with};

#[tokio::test]
async fn empty_lists_teach() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let page = learner.get("/tutorials").await;
    page.leads("200").says("tutorials-advised-none").says("tutorials-saved-none");
    learner.get("/tutorials?competence=9.9").await.leads("404");
}

#[tokio::test]
async fn what_was_failed_brings_its_lessons() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let family = family_with(&site, |_| true);
    Taking::at(&learner, family).await.answer(1, SKIP).await;
    let lesson = format!("href=\"/tutorials/{}\"", family.tutorials()[0]);
    let page = learner.get("/tutorials").await;
    page.holds(&lesson);
    assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
    learner.get(&format!("/competences/{COMPETENCE}")).await.holds(&lesson).says("competence-tutorials");
    learner.get(&format!("/tutorials?competence={COMPETENCE}")).await.holds(&lesson);
    learner.get("/tutorials?competence=1.1").await.lacks(&lesson).says("tutorials-advised-none");
}

#[tokio::test]
async fn a_tutorial_is_saved_found_useful_and_taken_off() {
    let site = Site::open().await;
    let (learner, other) = (site.learner("zoe").await, site.learner("max").await);
    let tutorial = site.house.bank.present().release.tutorials().next().expect("a tutorial");
    let page = format!("/tutorials/{}", tutorial.id);
    let link = format!("href=\"{page}\"");
    learner.get(&page).await.says("tutorial-save").says("tutorial-useful");
    for _ in 0..2 {
        learner.post(&format!("{page}/saving"), "saved=on&back=/tutorials").await.leads("303 /tutorials");
        learner.post(&format!("{page}/usefulness"), "useful=on").await.leads(&format!("303 {page}"));
    }
    learner.get("/tutorials").await.holds(&link).says("tutorial-useful-tag").says("tutorial-unsave");
    learner.get(&page).await.says("tutorial-unsave").says("tutorial-useful-undo");
    other.get("/tutorials").await.lacks(&link);
    let marks = tutorial_mark::of_account(&site.house.db, learner.account).await.expect("the marks");
    assert_eq!(marks.len(), 1, "twice is as once");
    learner
        .post(&format!("{page}/saving"), "saved=off&back=//evil.example")
        .await
        .leads(&format!("303 {page}"));
    learner.post(&format!("{page}/usefulness"), "useful=off").await.leads(&format!("303 {page}"));
    learner.get("/tutorials").await.lacks(&link);
    for action in ["saving", "usefulness"] {
        learner.post_raw(&format!("{page}/{action}"), &[], "csrf=wrong&saved=on").await.leads("403");
        learner.post(&format!("/tutorials/unknown/{action}"), "saved=on").await.leads("404");
    }
}
