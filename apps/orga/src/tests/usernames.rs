//! Usernames for pupils of the list: from the list's names, once, with slips to print.

use store::account::{self, Account};
use store::learner::{self, Learner};
use store::membership::Role as Post;
use store::organisation::{Kind, Organisation};
use store::{AccountId, LearnerId, OrganisationId, audit};

use super::site::Site;

/// A school with a class list, or what it would be.
async fn school(site: &Site, kind: Kind, provider: Option<&str>) -> Organisation {
    let id = OrganisationId::new(site.now(), web::entropy::Entropy.number().expect("a number"));
    let school = Organisation::new(id, kind, "Collège Jean-Zay", site.now());
    let identity_provider = provider.map(str::to_owned);
    site.organisation(Organisation { managing_learners: true, identity_provider, ..school }).await
}

/// Puts somebody on the list, in 6A, without an account.
async fn enrol(site: &Site, school: &Organisation, number: u64, ine: &str) -> LearnerId {
    let id = LearnerId::new(site.now(), number);
    let line = Learner {
        division: Some("6A".to_owned()),
        birth_date: Some("2014-12-12".to_owned()),
        national_number: Some(ine.to_owned()),
        sought: format!("garrigue lea {number}"),
        ..Learner::new(school.id, id, ("Léa", "GARRIGUE"), site.now())
    };
    site.enrol(&[line]).await;
    id
}

async fn opened(site: &Site, name: &str) -> Option<Account> {
    account::by_email_or_username(&site.house.db, name).await.expect("the accounts")
}

#[tokio::test]
async fn a_class_gets_its_usernames_at_once() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, None).await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    // Two namesakes born on the same day: scenario 4, "username from the list", and what comes after.
    let ids = [enrol(&site, &school, 1, "A").await, enrol(&site, &school, 2, "B").await];
    let page = teacher.get("/orga/learners/usernames?division=6A").await;
    page.leads("200").holds("Créer des identifiants");
    assert_eq!(page.body.matches("type=\"checkbox\" name=\"learner\"").count(), 2, "{}", page.body);
    let fields = format!("division=6A&as=table&learner={}&learner={}", ids[0], ids[1]);
    let table = teacher.post("/orga/learners/usernames", &fields).await;
    table.leads("200").holds("\"Classe\";\"Nom\";\"Prénom\";\"Identifiant\";\"Mot de passe\"");
    assert!(table.tally.statements.len() <= 5, "{:#?}", table.tally.statements);
    let lines: Vec<&str> = table.body.lines().skip(1).collect();
    assert_eq!(lines.len(), 2, "{}", table.body);
    for line in lines {
        let cells: Vec<&str> = line.split(';').map(|cell| cell.trim().trim_matches('"')).collect();
        let &[division, last, first, username, password] = cells.as_slice() else { panic!("{line}") };
        assert_eq!((division, last, first), ("6A", "GARRIGUE", "Léa"));
        assert!(username.starts_with("lea.garrigue") && username.len() == 16, "{username}");
        let made = opened(&site, username).await.expect("an account");
        assert!(made.must_change_password && made.email.is_none());
        assert!(site.house.hashing.matches(password, made.password_hash.clone()).await.expect("a check"));
        let line = learner::of_account(&site.house.db, school.id, made.id).await.expect("the list");
        assert!(line.is_some_and(|line| ids.contains(&line.id)), "the account is the pupil's");
        let noted =
            audit::of_subject(&site.house.db, &made.id.to_string(), None, 9).await.expect("the audit");
        let noted: Vec<_> = noted.iter().map(|one| (one.action.as_str(), one.actor.as_str())).collect();
        assert_eq!(noted, [("username-given", teacher.account.to_string().as_str())]);
    }
    assert!(opened(&site, "lea.garrigue1212").await.is_some(), "the first has the birth date");
    teacher.post("/orga/learners/usernames", &fields).await.leads("422").says("usernames-nobody");
    teacher.get("/orga/learners/usernames?division=6A").await.leads("200").says("usernames-none");
}

#[tokio::test]
async fn slips_hold_a_code_for_the_name_and_never_for_the_password() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, None).await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let id = enrol(&site, &school, 1, "A").await;
    let slips = teacher.post("/orga/learners/usernames", &format!("division=6A&as=slips&learner={id}")).await;
    slips.leads("200").says("passwords-once").holds("<code>lea.garrigue1212</code>").holds("class=\"qr\"");
    slips.holds("role=\"img\"").lacks("password=");
}

#[tokio::test]
async fn a_name_that_is_taken_gets_digits_of_chance() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, None).await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let first = Account {
        username: Some("lea.garrigue1212".to_owned()),
        ..Account::new(AccountId::new(site.now(), 7), "Léa", "Autre", site.now())
    };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    account::create(&mut tx, &first).await.expect("an account");
    tx.commit().await.expect("kept");
    let id = enrol(&site, &school, 1, "A").await;
    let table = teacher.post("/orga/learners/usernames", &format!("as=table&learner={id}")).await;
    table.leads("200").holds("lea.garrigue").lacks("lea.garrigue1212");
    assert_eq!(opened(&site, "lea.garrigue1212").await.map(|one| one.id), Some(first.id), "untouched");
}

#[tokio::test]
async fn who_has_an_account_in_another_school_gets_no_second_one() {
    let site = Site::open().await;
    let (here, there) = (school(&site, Kind::Sco, None).await, school(&site, Kind::Sco, None).await);
    let teacher = site.worker("farid", &here, Post::Member).await;
    let colleague = site.worker("sonia", &there, Post::Member).await;
    let (id, other) = (enrol(&site, &here, 1, "A").await, enrol(&site, &there, 2, "A").await);
    colleague.post("/orga/learners/usernames", &format!("as=table&learner={other}")).await.leads("200");
    let page = teacher.get("/orga/learners/usernames?division=6A").await;
    page.leads("200").says("usernames-elsewhere").lacks("name=\"learner\"");
    teacher.post("/orga/learners/usernames", &format!("learner={id}")).await.leads("422");
    // Another school's pupil is nobody here.
    teacher.post("/orga/learners/usernames", &format!("learner={other}")).await.leads("422");
}

#[tokio::test]
async fn a_school_whose_pupils_come_by_another_service_gives_no_usernames() {
    let site = Site::open().await;
    for (number, (kind, provider)) in
        [(Kind::Sco, Some("GAR")), (Kind::Sup, None), (Kind::Pro, None)].into_iter().enumerate()
    {
        let school = school(&site, kind, provider).await;
        let teacher = site.worker(&format!("teacher{number}"), &school, Post::Admin).await;
        let id = enrol(&site, &school, 1 + number as u64, &format!("{number}")).await;
        teacher.get("/orga/learners/usernames?division=6A").await.leads("404");
        teacher.post("/orga/learners/usernames", &format!("learner={id}")).await.leads("404");
        teacher.get("/orga/learners/passwords?division=6A").await.leads("200").lacks("usernames?");
    }
}

#[tokio::test]
async fn who_signs_in_by_mail_gets_a_username_and_keeps_the_rest() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, None).await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let before = site.learner("lea").await.account;
    let before = account::by_id(&site.house.db, before).await.expect("the accounts").expect("an account");
    let id = LearnerId::new(site.now(), 1);
    let line = Learner {
        account_id: Some(before.id),
        birth_date: Some("2014-12-12".to_owned()),
        ..Learner::new(school.id, id, ("Léa", "GARRIGUE"), site.now())
    };
    site.enrol(&[line]).await;
    let other = enrol(&site, &school, 2, "B").await;
    let page = teacher.get("/orga/learners/usernames?division=+").await;
    page.leads("200").says("usernames-by-email").holds(&format!("name=\"learner\" value=\"{id}\">"));
    teacher
        .get("/orga/learners/passwords?division=+")
        .await
        .holds("/orga/learners/usernames?division=+&amp;page=1");
    // Together with somebody who has no account: one of each.
    let slips = teacher.post("/orga/learners/usernames", &format!("learner={id}&learner={other}")).await;
    slips.leads("200").says("passwords-kept").says("passwords-own").holds("<code>lea.garrigue1212</code>");
    assert!(slips.tally.statements.len() <= 5, "{:#?}", slips.tally.statements);
    assert_eq!(slips.body.matches("slip__password").count(), 1, "{}", slips.body);
    let after = account::by_id(&site.house.db, before.id).await.expect("the accounts").expect("an account");
    assert!(after.username.is_some());
    assert_eq!(Account { username: None, ..after }, before, "but for the username");
    let noted = audit::of_subject(&site.house.db, &before.id.to_string(), None, 9).await.expect("the audit");
    assert_eq!(noted.iter().map(|one| one.action.as_str()).collect::<Vec<_>>(), ["username-given"]);
    let again = teacher.post("/orga/learners/usernames", &format!("learner={id}")).await;
    again.leads("422").says("usernames-nobody");
}

#[tokio::test]
async fn nobody_of_a_large_class_is_left_out() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, None).await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let lines: Vec<Learner> = (0..62)
        .map(|number| Learner {
            division: Some("6A".to_owned()),
            sought: format!("{number:03}"),
            ..Learner::new(school.id, LearnerId::new(site.now(), number), ("Léa", "GARRIGUE"), site.now())
        })
        .collect();
    site.enrol(&lines).await;
    let page = teacher.get("/orga/learners/usernames?division=6A").await;
    page.leads("200").holds("Élèves 1 à 60 sur 62").holds("name=\"next\" value=\"1\"");
    let last = teacher.get("/orga/learners/usernames?division=6A&page=9").await;
    last.leads("200").holds("Élèves 61 à 62 sur 62").lacks(&lines[59].id.to_string());
    last.holds(&lines[60].id.to_string()).holds(&lines[61].id.to_string());
}
