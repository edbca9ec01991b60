//! New passwords for many pupils at once: scenario 15 of the specification, and whose they never are.

use rules::reconciliation::{Conflict, Login};
use store::account::{self, Account};
use store::learner::Learner;
use store::membership::Role as Post;
use store::organisation::Organisation;
use store::{AccountId, LearnerId, audit};

use super::site::Site;

/// A line of a school's list, in 6A.
fn line(site: &Site, school: &Organisation, number: u64, account: Option<AccountId>) -> Learner {
    let id = LearnerId::new(site.now(), number);
    Learner {
        account_id: account,
        division: Some("6A".to_owned()),
        sought: format!("test {number:03}"),
        ..Learner::new(school.id, id, (&format!("Élève {number}"), "TEST"), site.now())
    }
}

/// Puts somebody on the list of a school, in 6A.
async fn enrol(site: &Site, school: &Organisation, number: u64, account: Option<AccountId>) -> LearnerId {
    let line = line(site, school, number, account);
    site.enrol(std::slice::from_ref(&line)).await;
    line.id
}

async fn account(site: &Site, id: AccountId) -> Account {
    account::by_id(&site.house.db, id).await.expect("the accounts").expect("an account")
}

#[tokio::test]
async fn scenario_15_six_of_ten_get_a_password() {
    let site = Site::open().await;
    let school = site.school("Collège Jean-Zay").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let (mut chosen, mut pupils, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..10 {
        let account = match number {
            0..6 => site.pupil(&format!("pupil{number}")).await.id,
            6..8 => site.learner(&format!("learner{number}")).await.account,
            _ => {
                chosen.push(enrol(&site, &school, number, None).await);
                continue;
            }
        };
        if number < 6 { &mut pupils } else { &mut others }.push(account);
        chosen.push(enrol(&site, &school, number, Some(account)).await);
    }
    let signed_in = site.signed_in(pupils[0]).await;
    let page = teacher.get("/orga/learners/passwords?division=6A").await;
    assert_eq!(page.body.matches("type=\"checkbox\" name=\"learner\"").count(), 6, "{}", page.body);
    assert_eq!(
        page.body.matches("class=\"check check--none\"").count(),
        4,
        "all names line up: {}",
        page.body
    );
    let before = account(&site, others[0]).await;
    let ids: Vec<String> = chosen.iter().map(|id| format!("learner={id}")).collect();
    let fields = format!("division=6A&as=table&{}", ids.join("&"));
    let table = teacher.post("/orga/learners/passwords", &fields).await;
    table
        .leads("200")
        .holds("\"Classe\";\"Nom\";\"Prénom\";\"Identifiant\";\"Mot de passe\"")
        .holds("pupil5.test");
    let name = table.headers.get("content-disposition").expect("a name").to_str().expect("text");
    let stamp = name.strip_prefix("attachment; filename=\"").expect("a name").split('_').collect::<Vec<_>>();
    assert_eq!(stamp[0], "20261102", "{name}");
    assert!(stamp[1].len() == 4 && name.ends_with("_organization_learners_password_reset.csv\""), "{name}");
    assert_eq!(table.body.lines().count(), 7, "a head and six pupils: {}", table.body);
    assert!(table.tally.statements.len() <= 5, "{:#?}", table.tally.statements);
    let last = table.body.lines().last().expect("a line");
    let password = last.rsplit(';').next().expect("a cell").trim().trim_matches('"');
    let pupil = account(&site, pupils[5]).await;
    assert!(pupil.must_change_password);
    let noted = audit::of_subject(&site.house.db, &pupil.id.to_string(), None, 9).await.expect("the audit");
    let noted: Vec<_> = noted.iter().map(|one| (one.action.as_str(), one.actor.as_str())).collect();
    assert_eq!(noted, [("temporary-password", teacher.account.to_string().as_str())]);
    assert!(site.house.hashing.matches(password, pupil.password_hash).await.expect("a check"), "{password}");
    assert_eq!(account(&site, others[0]).await, before, "whoever has an address is untouched");
    assert!(signed_in.get("/orga").await.location.starts_with("/sign-in"), "the old session is over");
}

#[tokio::test]
async fn slips_are_shown_once_and_for_one_s_own_school() {
    let site = Site::open().await;
    let (here, elsewhere) = (site.school("Collège Un").await, site.school("Collège Deux").await);
    let teacher = site.worker("farid", &here, Post::Member).await;
    let (mine, other) = (site.pupil("lina").await.id, site.pupil("tom").await.id);
    let line = enrol(&site, &here, 1, Some(mine)).await;
    let foreign = enrol(&site, &elsewhere, 2, Some(other)).await;
    let before = account(&site, other).await;
    let both = format!("division=6A&learner={line}&learner={foreign}&learner=nonsense");
    let slips = teacher.post("/orga/learners/passwords", &both).await;
    slips.leads("200").says("passwords-once").holds("lina.test").lacks("tom.test");
    assert_eq!(account(&site, other).await, before);
    let nobody = teacher.post("/orga/learners/passwords", &format!("division=6A&learner={foreign}")).await;
    nobody.leads("422").says("passwords-nobody");
    teacher.get("/orga/learners/passwords").await.leads("200").says("passwords-choose").lacks("checkbox");
}

#[tokio::test]
async fn a_class_of_more_than_a_page_goes_on_over_the_next() {
    let site = Site::open().await;
    let school = site.school("Collège Jean-Zay").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let first = site.pupil("first").await.id;
    let lines: Vec<Learner> =
        (0..61).map(|number| line(&site, &school, number, (number == 0).then_some(first))).collect();
    site.enrol(&lines).await;
    // Nobody is left out, and whoever has no class is found too.
    let alone = Learner { division: None, ..line(&site, &school, 61, None) };
    site.enrol(&[alone]).await;
    let page = teacher.get("/orga/learners/passwords?division=6A").await;
    page.leads("200").holds("Élèves 1 à 60 sur 61").holds("Élève 59").lacks("Élève 60");
    assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
    page.holds("/orga/learners/passwords?division=6A&amp;page=2").holds("name=\"next\" value=\"2\"");
    let last = teacher.get("/orga/learners/passwords?division=6A&page=2").await;
    last.leads("200").holds("Élèves 61 à 61 sur 61").holds("Élève 60").lacks("name=\"next\"");
    let apart = teacher.get("/orga/learners/passwords?division=+").await;
    apart.leads("200").holds("Élève 61").lacks("Élève 60").lacks("name=\"next\"");
    let fields = format!("division=6A&page=1&next=2&learner={}", lines[0].id);
    let slips = teacher.post("/orga/learners/passwords", &fields).await;
    slips.leads("200").says("pupil-group-onward").holds("/orga/learners/passwords?division=6A&amp;page=2");
    let all: Vec<String> = lines.iter().map(|line| format!("learner={}", line.id)).collect();
    let refused = teacher.post("/orga/learners/passwords", &all.join("&")).await;
    refused.leads("422").says("pupil-group-too-many");
}

/// The numbers that pupils read when an account is in the way of theirs, whatever class is shown.
#[tokio::test]
async fn each_number_that_a_pupil_gives_is_explained() {
    let site = Site::open().await;
    let school = site.school("Collège Jean-Zay").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    enrol(&site, &school, 1, None).await;
    for address in ["/orga/learners/passwords", "/orga/learners/passwords?division=6A"] {
        let page = teacher.get(address).await;
        page.leads("200").says("conflict-title");
        for login in [
            Login::Email("lea@pix.example".to_owned()),
            Login::Username("lea.garrigue1203".to_owned()),
            Login::External,
        ] {
            for conflict in [Conflict::Here(login.clone()), Conflict::Elsewhere(login)] {
                page.holds(conflict.code()).holds(conflict.sign_up_code());
            }
        }
        page.holds(Conflict::OtherPupil.code()).holds(Conflict::Stranger.code());
    }
}
