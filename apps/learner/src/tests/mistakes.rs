//! "My mistakes": every correction for ever, by pages, with filters in the address.

use content::Release;
use store::trial::{self, NOW};

use super::schools;
use super::site::{BANK, DAY, HOUR, Site, Visitor};
use super::taking::{SKIP, Taking, family_with, form};

/// Mistakes of a page.
const PAGE: usize = 20;

#[tokio::test]
async fn an_empty_list_teaches() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    learner.get("/mistakes").await.leads("200").says("mistakes-none").holds("href=\"/home\"");
    learner.get("/mistakes?left=1").await.says("mistakes-filtered").holds("href=\"/mistakes\"");
    learner.get("/mistakes?competence=9.9").await.leads("404");
    site.guest().get("/mistakes?left=1").await.leads("303 /sign-in?next=%2Fmistakes%3Fleft%3D1");
}

/// One test for each family, so that all but the last were replaced by a newer one.
async fn many_mistakes(learner: &Visitor<'_>, number: usize) {
    for family in learner.site.house.bank.present().release.families().take(number) {
        Taking::at(learner, family).await.answer(1, SKIP).await;
        learner.site.wait(HOUR);
    }
}

#[tokio::test]
async fn every_mistake_opens_its_correction_newest_first() {
    trial::each(async |db| {
        let site = Site::over(db);
        let (learner, other) = (site.learner("zoe").await, site.learner("max").await);
        many_mistakes(&learner, PAGE + 3).await;
        let first = learner.get("/mistakes").await;
        first.leads("200").holds("23 réponses à revoir");
        assert!(first.tally.statements.len() <= 5, "{:#?}", first.tally.statements);
        let next = link(&first.body, "/mistakes?before=").expect("a second page");
        let second = learner.get(&next).await;
        second.holds("23 réponses à revoir").says("mistakes-first");
        let (one, two) = (corrections(&first.body), corrections(&second.body));
        assert_eq!((one.len(), two.len()), (PAGE, 3));
        assert!(one.iter().all(|path| !two.contains(path)), "each mistake is on one page");
        for path in one.iter().chain(&two) {
            learner.get(path).await.leads("200").says("correction-how");
            other.get(path).await.leads("404");
        }
        other.get("/mistakes").await.says("mistakes-none");
        let dates: Vec<&str> = first.body.split("datetime=\"").skip(1).map(|rest| &rest[..10]).collect();
        assert!(dates.is_sorted_by(|newer, older| newer >= older), "{dates:?}");
        let last = link(&second.body, "/mistakes?before=");
        assert_eq!(last, None, "the last page leads to no other");
        let end = format!(
            "/mistakes?before={}",
            two.last().expect("a mistake").replace("/attempts/", "").replace("/corrections/", ".")
        );
        learner.get(&end).await.leads("200").says("mistakes-end");
        learner.get("/mistakes?before=nonsense").await.leads("200").holds("23 réponses à revoir");
    })
    .await;
}

#[tokio::test]
async fn what_was_succeeded_since_is_told_and_can_be_left_out() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let family = family_with(&site, |_| true);
    Taking::at(&learner, family).await.answer(1, SKIP).await;
    learner.get("/mistakes?left=1").await.holds("Une réponse à revoir").lacks("Acquis depuis");
    site.wait(DAY);
    let again = Taking::at(&learner, family).await;
    let asked = again.waiting().await.expect("a question").instance;
    again.answer(1, &form(&asked.key.right_answer(), &asked.paper.input)).await;
    learner.get("/mistakes").await.holds("Une réponse à revoir").says("mistakes-learnt");
    learner.get("/mistakes?left=1").await.says("mistakes-filtered");
    learner.get("/mistakes?competence=1.2").await.holds("Une réponse à revoir");
    learner.get("/mistakes?competence=1.1").await.says("mistakes-filtered");
}

#[tokio::test]
async fn a_competence_has_its_mistakes_made_in_campaigns_too() {
    let site = Site::open().await;
    let zoe = site.learner("zoe").await;
    let campaign = schools::test_campaign(&site).await;
    schools::take(&zoe, &campaign).await.answer_all(|_| false).await;
    let of = async |filter: &str| {
        let body = zoe.get(&format!("/mistakes{filter}")).await.body;
        corrections(&body)
    };
    let (all, first, second) = (of("").await, of("?competence=1.2").await, of("?competence=4.1").await);
    assert!(!first.is_empty() && !second.is_empty(), "both competences of the campaign: {all:?}");
    assert!(first.iter().all(|path| !second.contains(path)), "{first:?} {second:?}");
    assert_eq!(first.len() + second.len(), all.len());
    zoe.get("/mistakes?competence=1.1").await.says("mistakes-filtered");
}

#[tokio::test]
async fn corrections_of_an_older_bank_open_too() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let mut source = BANK.clone();
    source.insert("library/older.rhai", "// An older bank.\n");
    let older = Release::open(&source).expect("a sound bank");
    assert_ne!(older.id(), site.house.bank.present().release.id());
    let family = older.families().next().expect("a family");
    let mut tx = site.house.db.begin().await.expect("a transaction");
    store::release::put(&mut tx, older.id(), &source.pack(), NOW).await.expect("kept");
    tx.commit().await.expect("kept");
    let taking = Taking::at_release(&learner, family, older.id()).await;
    taking.answer(1, SKIP).await.leads(&format!("303 {}", taking.path("/questions/2")));
    many_mistakes(&learner, 1).await;
    let list = learner.get("/mistakes").await;
    list.holds("2 réponses à revoir");
    let path = taking.path("/corrections/1");
    assert!(corrections(&list.body).contains(&path));
    learner.get(&path).await.leads("200").says("correction-how");
}

/// The addresses of corrections in a page, in its order.
fn corrections(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|path| path.contains("/corrections/")).map(str::to_owned).collect()
}

/// The first link that begins so.
fn link(page: &str, beginning: &str) -> Option<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(str::to_owned).find(|path| path.starts_with(beginning))
}
