//! The copy of one's own data: everything of oneself, nothing of anybody else, no solution, no seed, not too often.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use serde_json::Value;

use store::campaign::{Campaign, Kind};
use store::learner::Learner;

use super::schools;
use super::site::{HOUR, Site, Visitor};
use super::taking::{SKIP, Taking, form};
use web::trial::Reply;

/// The files of a copy, by name.
fn files(reply: &Reply) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(&reply.bytes)).expect("an archive");
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).expect("a file");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("text");
            (file.name().expect("a name").into_owned(), text)
        })
        .collect()
}

async fn copy(visitor: &Visitor<'_>) -> BTreeMap<String, String> {
    let reply = visitor.post("/account/data", "").await;
    reply.leads("200");
    assert_eq!(reply.headers["content-type"], "application/zip");
    assert!(reply.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    assert_eq!(reply.headers["cache-control"], "no-store");
    files(&reply)
}

fn read(files: &BTreeMap<String, String>, name: &str) -> Value {
    serde_json::from_str(&files[name]).unwrap_or_else(|error| panic!("{name}: {error}: {}", files[name]))
}

/// A test that is over, or so many answers of it; every third is skipped. Gives how many answers.
async fn answered(taking: &Taking<'_>) -> usize {
    let mut answers = 0;
    while let Some(asked) = taking.waiting().await {
        let answer = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
        let answer = if asked.position % 3 == 0 { SKIP } else { &answer };
        taking.answer(asked.position, answer).await;
        answers += 1;
    }
    answers
}

#[tokio::test]
async fn everything_of_oneself_and_nothing_else() {
    let site = Site::open().await;
    let (ada, zoe) = (site.learner("ada").await, site.learner("zoe").await);
    let taking = Taking::begin(&ada).await;
    let answers = answered(&taking).await;
    Taking::begin(&zoe).await.answer(1, SKIP).await;
    ada.post("/account/email-confirmation", "").await.leads("303 /account?done=confirmation");
    let course = super::combined_courses::course(&site).await;
    ada.post(&format!("/courses/{course}/participations"), "").await.leads(&format!("303 /courses/{course}"));
    let files = copy(&ada).await;
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    let expected = [
        "account.json",
        "answers.csv",
        "answers.json",
        "campaigns.json",
        "class-lists.json",
        "lisez-moi.txt",
        "mails.json",
        "reports.json",
        "results.json",
        "tests.json",
    ];
    assert_eq!(names, expected);
    let account = read(&files, "account.json");
    assert_eq!((&account["email"], &account["role"]), (&"ada@pix.example".into(), &"learner".into()));
    assert_eq!(account["devices"][0]["device"], "a test");
    assert_eq!(account["documents"].as_array().expect("a list").len(), 2);
    assert_eq!(account["combined_courses"][0]["code"], course);
    let tests = read(&files, "tests.json");
    assert_eq!(tests[0]["test"], taking.id.to_string());
    let rows = read(&files, "answers.json");
    let rows = rows.as_array().expect("a list");
    assert_eq!(rows.len(), answers);
    assert!(
        rows.iter().all(|row| row["question"].as_str().is_some_and(|title| !title.is_empty())),
        "{rows:?}"
    );
    assert_eq!((&rows[2]["verdict"], &rows[2]["answer"]), (&"skipped".into(), &Value::Null));
    let lines: Vec<_> = files["answers.csv"].lines().collect();
    assert!(lines[0].starts_with("\u{feff}Date;Compétence;Rang;Question"), "{}", lines[0]);
    assert!(lines.len() > answers && lines[1].contains(";Réussie;"), "{}", lines[1]);
    let mails = read(&files, "mails.json");
    assert_eq!(mails.as_array().expect("a list").len(), 1);
    assert!(read(&files, "results.json")[0]["pix"].as_u64().is_some_and(|pix| pix > 0));
    let seed = store::attempt::by_id(&site.house.db, ada.account, taking.id).await.expect("a row");
    let seed = seed.expect("the test").seed.to_string();
    for (name, text) in &files {
        for secret in ["zoe", "http://", "argon2", &seed, &ada.cookie["session=".len()..]] {
            assert!(!text.contains(secret), "{secret} is in {name}");
        }
    }
}

#[tokio::test]
async fn somebody_new_has_a_copy_too() {
    let site = Site::open().await;
    let pupil = site.pupil("lina").await;
    let files = copy(&site.signed_in(pupil.id).await).await;
    for name in [
        "tests.json",
        "answers.json",
        "mails.json",
        "reports.json",
        "results.json",
        "campaigns.json",
        "class-lists.json",
    ] {
        assert_eq!(read(&files, name), Value::Array(Vec::new()), "{name}");
    }
    assert_eq!(read(&files, "account.json")["username"], "lina.test");
    assert_eq!(files["answers.csv"].lines().count(), 1);
}

#[tokio::test]
async fn campaigns_and_class_lists_are_in_the_copy_and_nobody_else() {
    let site = Site::open().await;
    let (ada, zoe) = (site.learner("ada").await, site.learner("zoe").await);
    let school = schools::school(&site, "Collège des Tilleuls").await;
    let of = |account, names, number| Learner {
        account_id: Some(account),
        ..schools::pupil(&site, &school, names, (number, "2014-05-06"))
    };
    let lines =
        [of(ada.account, ("Ada", "Lune"), "111111111AA"), of(zoe.account, ("Zoé", "Mars"), "222222222BB")];
    schools::enrol(&site, &lines).await;
    let draft = schools::draft(&site, &school, Kind::Collection);
    let campaign = Campaign { external_label: Some("Numéro".to_owned()), ..draft };
    let campaign = schools::open(&site, campaign).await;
    for (who, number) in [(&ada, "A-1"), (&zoe, "Z-2")] {
        schools::begin(who, &campaign, &format!("external-id={number}")).await;
        who.post(&format!("/campaigns/{}/sending", campaign.code), "").await;
    }
    let files = copy(&ada).await;
    let taken = read(&files, "campaigns.json");
    assert_eq!(taken.as_array().expect("a list").len(), 1);
    let one = &taken[0];
    assert_eq!((&one["organisation"], &one["kind"]), (&school.name.clone().into(), &"collection".into()));
    assert_eq!((&one["code"], &one["identifier"]), (&campaign.code.clone().into(), &"A-1".into()));
    assert!(one["sent_at"].is_string() && one["pix"].is_number(), "{one}");
    let known = read(&files, "class-lists.json");
    assert_eq!(known.as_array().expect("a list").len(), 1);
    let line = &known[0];
    assert_eq!((&line["birth_date"], &line["class"]), (&"2014-05-06".into(), &"6A".into()));
    assert_eq!((&line["last_name"], &line["national_number"]), (&"Lune".into(), &"111111111AA".into()));
    for (name, text) in &files {
        for other in ["Mars", "222222222BB", "Z-2"] {
            assert!(!text.contains(other), "{other} is in {name}");
        }
    }
}

#[tokio::test]
async fn five_copies_an_hour() {
    let site = Site::open().await;
    let (ada, zoe) = (site.learner("ada").await, site.learner("zoe").await);
    for _ in 0..5 {
        ada.post("/account/data", "").await.leads("200");
    }
    let refused = ada.post("/account/data", "").await;
    refused.leads("429").says("data-too-many");
    assert_eq!(refused.tally.commits, 0);
    zoe.post("/account/data", "").await.leads("200");
    site.wait(HOUR);
    ada.post("/account/data", "").await.leads("200");
}
