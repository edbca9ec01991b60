//! Who may be certified: scenario 14 of the specification, the last profile that counts, filters, and classes.

use std::sync::Arc;
use std::time::Duration;

use jobs::{Mailer, Worker};
use measure::placement::{Evidence, Outcome, Source};
use rules::certifiability::{FEATURE, FRAMEWORK, of_state};
use rules::learner_state::LearnerState;
use store::campaign::Kind;
use store::organisation::{Kind as School, Organisation};
use store::participation::Participation;
use store::{OrganisationId, state};
use web::trial::{DAY, Reply};

use super::class::{Class, Pupil};
use super::site::Site;

/// A school whose learners are looked at every night, or not.
async fn school(site: &Site, nightly: bool) -> Organisation {
    let id = OrganisationId::new(site.now(), site.house.entropy.number().expect("a number"));
    let features = if nightly { format!(" {FEATURE} ") } else { " ".to_owned() };
    let school = Organisation::new(id, School::Sco, "Collège Jean-Zay", site.now());
    site.organisation(Organisation { features, managing_learners: true, ..school }).await
}

/// Somebody learns all that the bank asks in this many competences.
async fn learn(site: &Site, class: &Class<'_>, pupil: Pupil, competences: u16) {
    let release = &site.house.bank.present().release;
    let known = release.skills().iter().filter(|skill| skill.id.0 >> 8 < competences);
    let evidence = known.map(|skill| Evidence {
        skill: skill.id,
        outcome: Outcome::Validated,
        source: Source::Direct,
        at: site.now(),
    });
    let state = LearnerState { knowledge: evidence.collect(), ..LearnerState::default() };
    let account = class.begun(pupil).account_id;
    let mut tx = site.house.db.begin().await.expect("a transaction");
    let version = state::find(&mut tx, account, FRAMEWORK).await.expect("a state").version;
    let saved = state::save(&mut tx, account, FRAMEWORK, version, &state.encode(), site.now()).await;
    assert!(saved.expect("saved"));
    tx.commit().await.expect("kept");
}

/// What the program's worker does in a night.
async fn night(site: &Site) {
    let (now, folder) = (site.now(), tempfile::tempdir().expect("a folder"));
    let (shelf, ceiling) = (Arc::clone(site.house.bank.present()), site.house.site.ceiling);
    let worker = Worker {
        db: site.house.db.clone(),
        mailer: Mailer::files(folder.path()),
        clock: Arc::new(move || now),
        certifier: Arc::new(move |body| {
            Some(of_state(&LearnerState::decode(body)?, shelf.syllabi(), ceiling))
        }),
        rest: Duration::from_millis(1),
    };
    jobs::work::schedule(&site.house.db, now).await.expect("scheduled");
    while worker.step().await.expect("the worker works") {}
}

/// A profile that is sent now.
fn profile(site: &Site, class: &Class<'_>, pupil: Pupil, certifiable: bool) -> Participation {
    Participation {
        shared_at: Some(site.now()),
        pix: Some(40),
        certifiable: Some(certifiable),
        snapshot: Some(vec![1; 32]),
        ..class.begun(pupil)
    }
}

/// The line of somebody in the list.
fn line<'p>(page: &'p Reply, name: &str) -> &'p str {
    let from = page.body.find(name).unwrap_or_else(|| panic!("{name} is not in:\n{}", page.body));
    page.body[from..].split("</tr>").next().expect("a line")
}

async fn list(class: &Class<'_>, query: &str) -> Reply {
    let page = class.teacher.get(&format!("/orga/learners{query}")).await;
    page.leads("200");
    page
}

const YES: &str = "<span>Certifiable</span>";
const NOT_YET: &str = "<span>Pas encore certifiable</span>";
const UNKNOWN: &str = "<span class=\"muted\">Non communiqué</span>";

/// Given a pupil with level 1 in five competences and no collection, when the nightly job runs, then certifiable.
#[tokio::test]
async fn scenario_14_five_competences_and_no_collection() {
    let site = Site::open().await;
    let class = Class::of(&site, school(&site, true).await, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    class.pupil("Ana Abel", "6B").await;
    learn(&site, &class, lea, 5).await;
    learn(&site, &class, tom, 4).await;
    let before = list(&class, "").await;
    assert!(line(&before, "Garrigue").contains(UNKNOWN), "no night has been yet");
    night(&site).await;
    let after = list(&class, "").await;
    for (name, expected) in [("Garrigue", YES), ("Zola", NOT_YET), ("Abel", UNKNOWN)] {
        assert!(line(&after, name).contains(expected), "{}", line(&after, name));
    }
    assert!(line(&after, "Garrigue").contains("2\u{a0}novembre 2026"));
    after.holds("Un certifiable sur 3, par classe").says("certifiability-how-nightly");
    // The next night sees that Tom went on.
    site.wait(DAY);
    learn(&site, &class, tom, 6).await;
    night(&site).await;
    let later = list(&class, "").await;
    assert!(line(&later, "Zola").contains(YES) && line(&later, "Zola").contains("3\u{a0}novembre 2026"));
}

#[tokio::test]
async fn the_last_profile_that_is_not_deleted_counts() {
    let site = Site::open().await;
    let class = Class::of(&site, school(&site, false).await, Kind::Collection).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let first = Participation { superseded: true, ..profile(&site, &class, lea, true) };
    site.wait(DAY);
    let deleted = Participation { deleted_at: Some(site.now()), ..profile(&site, &class, lea, false) };
    let older = Participation { superseded: true, ..profile(&site, &class, tom, false) };
    site.wait(DAY);
    class
        .keep(&[
            first,
            Participation { superseded: true, ..deleted },
            older,
            profile(&site, &class, tom, true),
        ])
        .await;
    let page = list(&class, "").await;
    assert!(
        line(&page, "Garrigue").contains(YES) && line(&page, "Garrigue").contains("2\u{a0}novembre 2026")
    );
    assert!(line(&page, "Zola").contains(YES) && line(&page, "Zola").contains("4\u{a0}novembre 2026"));
    page.says("certifiability-how");
}

#[tokio::test]
async fn the_newest_of_sending_and_night_wins() {
    let site = Site::open().await;
    let class = Class::of(&site, school(&site, true).await, Kind::Collection).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    // Léa sends, then learns; Tom learns, then begins again from zero and sends.
    class.keep(&[profile(&site, &class, lea, false)]).await;
    learn(&site, &class, tom, 5).await;
    site.wait(DAY);
    learn(&site, &class, lea, 5).await;
    class.keep(&[profile(&site, &class, tom, false)]).await;
    night(&site).await;
    let page = list(&class, "").await;
    assert!(line(&page, "Garrigue").contains(YES), "{}", line(&page, "Garrigue"));
    assert!(line(&page, "Zola").contains(NOT_YET), "{}", line(&page, "Zola"));
}

/// List, counts and addresses agree, and another school's pupils are in none of them.
#[tokio::test]
async fn filters_and_classes_agree() {
    let site = Site::open().await;
    let class = Class::of(&site, school(&site, false).await, Kind::Collection).await;
    for (name, division, certifiable) in [
        ("Léa Garrigue", "6A", Some(true)),
        ("Tom Zola", "6A", Some(false)),
        ("Ana Abel", "6B", None),
        ("Luc Moreau", "", Some(true)),
    ] {
        let pupil = class.pupil(name, division).await;
        if let Some(certifiable) = certifiable {
            class.keep(&[profile(&site, &class, pupil, certifiable)]).await;
        }
    }
    for (query, expected) in [
        ("", "Abel Garrigue Moreau Zola"),
        ("?certifiable=yes", "Garrigue Moreau"),
        ("?certifiable=no", "Zola"),
        ("?certifiable=unknown", "Abel"),
        ("?certifiable=yes&division=6A", "Garrigue"),
        ("?certifiable=yes&q=moreu", "Moreau"),
        ("?certifiable=no&division=6B", ""),
        ("?certifiable=perhaps", "Abel Garrigue Moreau Zola"),
    ] {
        let page = list(&class, query).await;
        let names =
            ["Abel", "Garrigue", "Moreau", "Zola"].into_iter().filter(|name| page.body.contains(*name));
        assert_eq!(names.collect::<Vec<_>>().join(" "), expected, "{query}");
        let counts = "2 certifiables sur 4, par classe";
        // Whoever looks for somebody is not asked about everybody.
        if query.contains("q=") {
            page.lacks(counts)
        } else {
            page.holds(counts)
        };
    }
    let page = list(&class, "?certifiable=yes").await;
    page.holds("<option value=\"yes\" selected>");
    page.holds("/orga/learners?q=&amp;division=6A&amp;state=present&amp;certifiable=no&amp;page=1");
    let rival = site.school("Collège Rival").await;
    let other = site.worker("rival", &rival, store::membership::Role::Admin).await;
    other.get("/orga/learners").await.leads("200").lacks("Garrigue").lacks("certifiables sur");
}

/// A collection that was deleted tells nothing any more.
#[tokio::test]
async fn a_deleted_collection_counts_no_more() {
    let site = Site::open().await;
    let class = Class::of(&site, school(&site, false).await, Kind::Collection).await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    class.keep(&[profile(&site, &class, lea, true)]).await;
    assert!(line(&list(&class, "").await, "Garrigue").contains(YES));
    let removal = class.path("/removal");
    class.teacher.post(&removal, "").await.leads("303 /orga/campaigns?done=deleted");
    assert!(line(&list(&class, "").await, "Garrigue").contains(UNKNOWN));
}

#[tokio::test]
async fn the_list_is_put_in_order_by_its_headings() {
    let site = Site::open().await;
    let class = Class::of(&site, school(&site, false).await, Kind::Collection).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6B").await, class.pupil("Tom Zola", "6A").await);
    class.pupil("Ana Abel", "").await;
    class.keep(&[class.begun(tom)]).await;
    site.wait(DAY);
    class.keep(&[class.begun(lea)]).await;
    for (query, expected) in [
        ("", "Abel Garrigue Zola"),
        ("?order=-name", "Zola Garrigue Abel"),
        ("?order=division", "Zola Garrigue Abel"),
        ("?order=last", "Abel Zola Garrigue"),
        ("?order=-last", "Garrigue Zola Abel"),
        ("?order=-campaigns", "Garrigue Zola Abel"),
        ("?order=-last&division=6A", "Zola"),
        ("?order=l.key", "Abel Garrigue Zola"),
    ] {
        let page = list(&class, query).await;
        let table = page.body.rsplit("<tbody").next().expect("rows");
        let mut places: Vec<_> = ["Abel", "Garrigue", "Zola"]
            .into_iter()
            .filter_map(|name| Some((table.find(name)?, name)))
            .collect();
        places.sort_unstable();
        let shown: Vec<_> = places.into_iter().map(|(_, name)| name).collect();
        assert_eq!(shown.join(" "), expected, "{query}");
    }
    let page = list(&class, "?order=-last&division=6A").await;
    page.holds("aria-sort=\"descending\"").holds("division=6A&amp;state=present&amp;order=last&amp;page=1");
}
