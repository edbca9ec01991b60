//! A whole journey with everything written to the log that can be: not one name, address, password, answer or token of
//! it is there.

use std::collections::BTreeSet;

use reqwest::StatusCode;

use crate::candidate::Candidate;
use crate::ledger::Ledger;
use crate::site::Site;

const FRAMEWORK: &str = "crcn";
/// Everything that our own code says, and what the libraries say by default.
const EVERYTHING: &str = "warn,pix=trace,web=trace,learner=trace,store=trace,jobs=trace,rules=trace,measure=trace,\
    grade=trace,content=trace,sqlx=debug,tower_http=trace,axum=trace";
/// What the person types, each nowhere else.
const FIRST: &str = "Zénobie";
const LAST: &str = "Quetzalcoatl";
const MAILBOX: &str = "candidate-77";
const PASSWORDS: [&str; 3] = ["Tournesol-2026", "Faux-Axolotl-9", "Neuf-Ornithorynque-7"];
const ANSWER: &str = "réponse-axolotl";

#[tokio::test(flavor = "multi_thread")]
async fn logs_hold_no_personal_data_sqlite() {
    check(Site::with("", &[("PIX_LOG", EVERYTHING)]), "pix::request").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn logs_hold_no_personal_data_json_postgres() {
    let server = store::trial::Server::start();
    let site = Site::with(server.url(), &[("PIX_LOG", EVERYTHING), ("PIX_LOG_FORMAT", "json")]);
    check(site, "\"target\":\"pix::request\"").await;
}

async fn check(site: Site, line: &str) {
    let secrets = journey(&site).await;
    let log = site.log();
    for secret in &secrets {
        let found = log.lines().find(|line| line.contains(secret.as_str()));
        assert!(found.is_none(), "{secret:?} is in the log: {found:?}");
    }
    assert!(secrets.len() > 12, "{secrets:?}");
    let lines = log.lines().filter(|found| found.contains(line)).count();
    assert!(lines > 15, "one line per request:\n{log}");
    for route in ["/password-reset/{token}", "/attempts/{attempt}/answers/{position}", "(none)"] {
        assert!(log.contains(route), "{route} is told by its pattern:\n{log}");
    }
    let longest = log.lines().filter(|found| found.contains(line)).map(str::len).max().unwrap_or_default();
    println!(
        "{} lines, {lines} of requests, {longest} bytes at most; {} secrets in none",
        log.lines().count(),
        secrets.len()
    );
    assert!(longest < 300, "{longest}");
}

/// Does everything that a person can do wrong and right; gives all that must not be in the log.
async fn journey(site: &Site) -> BTreeSet<String> {
    let mut person = Candidate::begin_as(site, 77, (FIRST, LAST)).await;
    let mut secrets: BTreeSet<String> =
        [FIRST, LAST, MAILBOX, ANSWER, "Axolotl", "xolotl", "etzalcoatl"].map(str::to_owned).into();
    secrets.extend(PASSWORDS.map(str::to_owned));
    secrets.extend(["z%C3%A9nobie", "candidate-77%40", "nowhere-axolotl"].map(str::to_owned));
    secrets.extend(person.secrets());
    for position in 1..=3 {
        let sent = format!("choice=0&text={ANSWER}&fields.0={ANSWER}");
        let _ = person.send(&format!("/answers/{position}"), &sent).await;
        person.answer(position).await.expect("a reply");
    }
    person.fails(&format!("/nowhere-axolotl/{LAST}?q={ANSWER}"), StatusCode::NOT_FOUND).await;
    let wrong = format!("identifier={MAILBOX}%40outage.example&password={}", PASSWORDS[1]);
    assert_eq!(person.post_to("/sign-in", &wrong).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let asked = person.post_to("/password-reset", &format!("email={MAILBOX}%40outage.example")).await;
    assert_eq!(asked.status(), StatusCode::OK);
    let link = link(site).await;
    secrets.insert(link.rsplit('/').next().expect("a token").to_owned());
    let chosen = person.post_to(&link, &format!("password={}", PASSWORDS[2])).await;
    assert_eq!(chosen.status(), StatusCode::SEE_OTHER);
    let wrong = format!("password={}&email=new-{MAILBOX}%40outage.example", PASSWORDS[1]);
    person.enter(&chosen);
    person.settle().await;
    secrets.extend(person.secrets());
    assert_eq!(person.post_to("/account/email", &wrong).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    defect(site, &person).await;
    secrets
}

/// A state that cannot be read: the page tells a code, and the log tells the same one.
async fn defect(site: &Site, person: &Candidate) {
    let ledger = Ledger::of(site).await;
    let account = store::account::by_email_or_username(&ledger.db, &person.email).await;
    let account = account.expect("the accounts").expect("an account").id;
    let state = store::state::find(&ledger.db, account, FRAMEWORK).await.expect("a state");
    let mut tx = ledger.db.begin().await.expect("a transaction");
    let saved = store::state::save(&mut tx, account, FRAMEWORK, state.version, ANSWER.as_bytes(), 1).await;
    assert_eq!(saved, Ok(true));
    tx.commit().await.expect("kept");
    let page = person.fails("/profile", StatusCode::INTERNAL_SERVER_ERROR).await;
    let (_, rest) = page.split_once("500-").expect("a code");
    let code: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    assert!(site.log().contains(&code), "{code} is in the log:\n{}", site.log());
}

/// The link in the latest mail that asks for a new password, once it is written.
async fn link(site: &Site) -> String {
    let folder = site.data().join("outbox");
    // The worker writes it within a second.
    for _ in 0..10_000 {
        let mails = std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
        let texts = mails.filter_map(|mail| std::fs::read_to_string(mail.path()).ok());
        for text in texts {
            if let Some(at) = text.find("/password-reset/") {
                return text[at..].split_whitespace().next().expect("a link").to_owned();
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("no mail in {folder:?}");
}
