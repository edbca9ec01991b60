//! Home: one thing to do now, what else waits, a welcome that is read once.

use store::account::Role;
use store::membership::{self, Role as Post};
use web::{Lang, Words};

use super::schools::{company, write};
use super::site::{DAY, Site, Visitor};
use super::taking::{COMPETENCE, SKIP, Taking};

#[tokio::test]
async fn a_newcomer_is_welcomed_once() {
    let site = Site::open().await;
    let (learner, other) = (site.learner("zoe").await, site.learner("max").await);
    let home = learner.get("/home").await;
    home.leads("200").says("home-notice").holds("Bienvenue, zoe").holds("aria-current=\"page\">Accueil");
    home.holds(&format!("action=\"/competences/{COMPETENCE}/attempts\""));
    for _ in 0..2 {
        learner.post("/home/welcome", "").await.leads("303 /home");
    }
    learner.get("/home").await.lacks(Words::of(Lang::Fr).say("home-notice"));
    other.get("/home").await.says("home-notice");
    learner.post_raw("/home/welcome", &[], "csrf=wrong").await.leads("403");
}

#[tokio::test]
async fn whoever_works_somewhere_finds_the_way_there() {
    let site = Site::open().await;
    let school = company(&site).await;
    let teacher = site.member("farid", Role::Teacher).await;
    write(&site, async |tx| {
        membership::join(tx, school.id, teacher.account, Post::Admin, site.now()).await.expect("a member");
    })
    .await;
    let (orga, staff) = ("href=\"/orga\"", "href=\"/staff\"");
    teacher.get("/home").await.holds(orga).lacks(staff);
    site.staff("sacha").await.get("/home").await.holds(staff).lacks(orga);
    site.learner("zoe").await.get("/home").await.lacks(orga).lacks(staff);
}

#[tokio::test]
async fn what_is_in_progress_comes_first() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::begin(&learner).await;
    taking.answer(1, SKIP).await;
    let home = learner.get("/home").await;
    home.holds(&format!("class=\"btn\" href=\"{}\"", taking.path(""))).holds("une réponse est enregistrée");
    home.holds("Bonjour zoe");
}

#[tokio::test]
async fn whoever_left_an_organisation_is_told_which() {
    let site = Site::open().await;
    let place = company(&site).await;
    let (gone, here) = (site.learner("zoe").await, site.learner("max").await);
    write(&site, async |tx| {
        for one in [&gone, &here] {
            membership::join(tx, place.id, one.account, Post::Member, site.now()).await.expect("a member");
        }
        membership::leave(tx, place.id, gone.account, site.now()).await.expect("left");
    })
    .await;
    let (address, said) = (format!("/home?left={}", place.id), format!("Vous avez quitté {}", place.name));
    let home = gone.get(&address).await;
    home.leads("200").holds(&said);
    assert!(home.tally.statements.len() <= 5, "{:#?}", home.tally.statements);
    // Nobody else is told anything, whatever the address says.
    here.get(&address).await.leads("200").lacks("Vous avez quitté");
    gone.get("/home?left=nonsense").await.leads("200").lacks("Vous avez quitté");
}

#[tokio::test]
async fn when_all_is_done_home_says_so_until_something_can_be_tried_again() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    pass_every_competence(&site, &learner).await;
    let home = learner.get("/home").await;
    home.says("home-done").holds("dans 4 jours").holds("class=\"btn\" href=\"/mistakes\"");
    let shelf = site.house.bank.present();
    let mut competences = shelf.release.framework().competences.iter().zip(shelf.syllabi());
    let first = competences.find(|(_, syllabus)| !syllabus.is_empty()).expect("a competence with questions");
    let name = first.0.name.get(Lang::Fr);
    site.wait(4 * DAY);
    let home = learner.get("/home").await;
    home.lacks(Words::of(Lang::Fr).say("home-done"))
        .holds(&format!("Retenter « {name} »").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»"));
}

async fn pass_every_competence(site: &Site, learner: &Visitor<'_>) {
    let shelf = site.house.bank.present();
    let competences = shelf.release.framework().competences.iter().zip(shelf.syllabi());
    for (competence, _) in competences.filter(|(_, syllabus)| !syllabus.is_empty()) {
        let begun = learner.post(&format!("/competences/{}/attempts", competence.code), "").await;
        let id = begun.location.strip_prefix("/attempts/").expect("an attempt").parse().expect("an id");
        Taking { id, visitor: learner.clone() }.pass_all().await;
    }
}
