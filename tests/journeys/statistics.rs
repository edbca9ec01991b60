//! The statistics of a school and the certifiability of its learners: in every look, with the keyboard alone, and where
//! no script runs.

use crate::accessibility::{LOOKS, check, look_at};
use crate::browser::Browser;
use crate::keyboard::{enter, press, reach};
use crate::site::Site;
use crate::visitor::Visitor;
use content::{Release, Source};
use rules::subjects::Subjects;
use store::account::{self, Account};
use store::campaign::{self, Campaign, Kind};
use store::learner::{self, Learner};
use store::participation::Participation;
use store::report::trial::keep;
use store::{AccountId, CampaignId, Db, LearnerId, ParticipationId, Tx};
use thirtyfour::Key;

const TEACHER: &str = "farid@demo.example";
/// The campaign of the demonstration's school.
const CODE: &str = "TRMKWD234";
const CLASSES: [&str; 3] = ["6A", "6B", "5C"];
/// Learners of a class.
const EACH: u64 = 8;
const DAY_MS: i64 = 86_400_000;

/// Fills the school of the demonstration: three classes, a test and a collection in which most took part.
async fn fill(site: &Site) {
    let db = Db::open(site.database()).await.expect("the database opens");
    let test = campaign::by_code(&db, CODE).await.expect("the campaigns").expect("the demonstration's");
    let skills = skills(&db, &test).await;
    let id = CampaignId::new(test.created_at, 1);
    let draft = Campaign::new(test.organisation_id, id, Kind::Collection, test.owner_id, test.created_at);
    let collection =
        Campaign { code: "BCDFGH234".to_owned(), name: "Profils de novembre".to_owned(), ..draft };
    let mut tx = db.begin().await.expect("a transaction");
    campaign::create(&mut tx, &collection).await.expect("a campaign");
    for number in 0..EACH * 3 {
        let line = pupil(&mut tx, &test, number).await;
        take_part(&mut tx, (&test, &collection), &skills, (number, &line)).await;
    }
    tx.commit().await.expect("kept");
}

/// The numbers of the skills that a campaign asks.
async fn skills(db: &Db, campaign: &Campaign) -> Vec<u16> {
    let ids = store::release::list(db).await.expect("the releases");
    let archive = store::release::find(db, &ids[0]).await.expect("a release").expect("its archive");
    let release = Release::open(&Source::unpack(&archive).expect("a packed bank")).expect("a sound bank");
    let subjects = Subjects::parse(&campaign.tubes).expect("subjects");
    subjects.skills(&release).map(|skill| skill.id.0).collect()
}

async fn pupil(tx: &mut Tx, campaign: &Campaign, number: u64) -> Learner {
    let (now, class) = (campaign.created_at, usize::try_from(number / EACH).expect("small"));
    let names = ("Élève", format!("Essai {number:02}"));
    let person = Account { email: None, ..Account::new(AccountId::new(now, number), names.0, &names.1, now) };
    account::create(tx, &person).await.expect("an account");
    let id = LearnerId::new(now, number);
    let line = Learner {
        account_id: Some(person.id),
        key: format!("ine:{number}"),
        sought: format!("essai {number:02} eleve"),
        division: Some(CLASSES[class].to_owned()),
        ..Learner::new(campaign.organisation_id, id, (names.0, &names.1), now)
    };
    learner::add(tx, &line).await.expect("a line");
    line
}

/// One of four does nothing; the others take the test in autumn, and every second one sends a profile.
async fn take_part(
    tx: &mut Tx,
    (test, collection): (&Campaign, &Campaign),
    skills: &[u16],
    (number, line): (u64, &Learner),
) {
    if number.is_multiple_of(4) {
        return;
    }
    let at = test.created_at - i64::try_from(number).expect("small") * 3 * DAY_MS;
    let person = line.account_id.expect("an account");
    let begun = |campaign: &Campaign, place: u64, at| {
        let id = ParticipationId::new(at, number * 2 + place);
        Participation { learner_id: Some(line.id), ..Participation::new(campaign.id, id, person, at) }
    };
    let snapshot = skills.iter().flat_map(|skill| {
        let [low, high] = skill.to_le_bytes();
        [low, high, 1 + u8::from(u64::from(skill & 15) <= number % 5)]
    });
    let sent =
        Participation { shared_at: Some(at), snapshot: Some(snapshot.collect()), ..begun(test, 0, at) };
    keep(tx, &if number % 8 == 1 { begun(test, 0, at) } else { sent }).await.expect("a try");
    if number.is_multiple_of(2) {
        let profile = Participation {
            shared_at: Some(test.created_at),
            pix: Some(40),
            certifiable: Some(number % 3 > 0),
            snapshot: Some(vec![1; 32]),
            ..begun(collection, 1, test.created_at)
        };
        keep(tx, &profile).await.expect("a profile");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn statistics_and_certifiability_are_for_everybody() {
    let site = Site::on_sqlite();
    fill(&site).await;
    let visitor = Visitor::arrive(&site).await;
    visitor.sign_in(TEACHER).await;
    let paths = [
        "/orga/statistics",
        "/orga/statistics?year=2026&division=6A",
        "/orga/statistics?division=none",
        "/orga/learners",
        "/orga/learners?certifiable=yes&division=6A",
    ];
    let mut faults = Vec::new();
    for look in LOOKS {
        faults.extend(look_at(&visitor, look, &paths.map(str::to_owned)).await);
        visitor.open(paths[0]).await;
        let script = "document.querySelectorAll('details').forEach(one => { one.open = true; });";
        visitor.window().execute(script, vec![]).await.expect("a script runs");
        faults.extend(look.faults(&visitor, "/orga/statistics, opened").await);
    }
    check(&faults);
    by_keyboard(&visitor).await;
    visitor.browser.close().await;
    without_javascript(&site).await;
}

/// Chooses a class, opens the table of the months, then goes to those of a class who may be certified.
async fn by_keyboard(visitor: &Visitor<'_>) {
    visitor.open("/orga/statistics").await;
    reach(visitor, "#division").await;
    press(visitor, Key::Down).await;
    let chosen = visitor.value("#division").await;
    assert!(!chosen.is_empty(), "the key goes down the list");
    enter(visitor, "main form [type=submit]").await;
    assert!(visitor.path().await.contains("&division="), "{}", visitor.path().await);
    assert_eq!(visitor.value("#division").await, chosen);
    reach(visitor, "[aria-labelledby=months] details > summary").await;
    press(visitor, Key::Space).await;
    assert_eq!(visitor.count("[aria-labelledby=months] details[open] tbody tr").await, 12);
    // A wide screen shows the filters, though nothing is filtered.
    visitor.browser.resize(1280).await;
    visitor.open("/orga/learners").await;
    reach(visitor, "#certifiable").await;
    if visitor.count("details.fold[open]").await == 0 {
        reach(visitor, "details.fold > summary").await;
        press(visitor, Key::Space).await;
    }
    enter(visitor, "details.fold[open] a[href*='certifiable=yes']").await;
    assert!(visitor.path().await.contains("certifiable=yes"), "{}", visitor.path().await);
    assert!(visitor.count("main td .tag--ok").await > 0);
}

async fn without_javascript(site: &Site) {
    let visitor = Visitor { site, browser: Browser::open_without_javascript().await };
    visitor.sign_in(TEACHER).await;
    visitor.open("/orga/statistics").await;
    visitor.choose("#division", "6B").await;
    visitor.follow("main form [type=submit]").await;
    assert!(visitor.path().await.ends_with("&division=6B"));
    visitor.click("[aria-labelledby=levels] details > summary").await;
    assert!(visitor.count("[aria-labelledby=levels] details[open] tbody tr").await > 0);
    // On a phone the filters wait behind a line, which stays open while something is filtered.
    visitor.browser.resize(360).await;
    visitor.open("/orga/learners").await;
    assert_eq!(visitor.count("details.sieve[open]").await, 0);
    visitor.click("details.sieve > summary").await;
    visitor.choose("#certifiable", "unknown").await;
    visitor.choose("#order", "-last").await;
    visitor.follow("main form [type=submit]").await;
    assert!(visitor.path().await.contains("certifiable=unknown"));
    assert!(visitor.path().await.contains("order=-last"));
    assert_eq!(visitor.count("details.sieve[open]").await, 1);
    assert_eq!(visitor.count("main .card--table td .tag--ok").await, 0);
    visitor.browser.close().await;
}
