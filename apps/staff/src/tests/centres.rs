//! Certification centres made, found, changed and archived by the staff.

use store::audit;
use store::centre::{self, Centre};
use store::organisation::{self, Filter, Organisation};

use super::site::Site;

const LYCEE: &str = "kind=SCO&name=Lyc%C3%A9e+Jean-Zay&number=0999901Z";

async fn all(site: &Site) -> Vec<Centre> {
    centre::list(&site.house.db, &Filter::default(), 1, 100).await.expect("centres")
}

async fn actions(site: &Site, id: &str) -> Vec<(String, String)> {
    let lines = audit::of_subject(&site.house.db, id, None, 10).await.expect("the audit");
    lines.into_iter().map(|line| (line.action, line.detail)).collect()
}

#[tokio::test]
async fn a_centre_is_made_changed_and_found_without_accents() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    staff.get("/staff/centres").await.says("staff-centres-none");
    let form = format!("{LYCEE}&officer=Zo%C3%A9&habilitation=DROIT&habilitation=CLEA");
    let made = staff.post("/staff/centres/new", &form).await.outcome();
    let page = made.strip_prefix("303 ").and_then(|page| page.strip_suffix("?done=created")).expect("made");
    let shown = staff.get(&format!("{page}?done=created")).await;
    shown.leads("200").says("staff-done-centre-created").holds("0999901Z").holds("Zoé");
    shown.says("staff-habilitation-clea").says("staff-habilitation-law").says("staff-centre-alone");
    shown.says("staff-centre-people-later");
    for (query, kept) in [
        ("q=lycee+jean+ZAY", true),
        ("q=0999901", true),
        ("q=greta", false),
        ("kind=PRO", false),
        ("kind=SCO", true),
        ("archived=on", false),
    ] {
        let found = staff.get(&format!("/staff/centres?{query}")).await;
        assert_eq!(found.body.contains("Lycée Jean-Zay</a>"), kept, "{query}");
    }
    site.wait(1_000);
    let id = page.rsplit('/').next().expect("an id");
    staff
        .get(&format!("{page}/change"))
        .await
        .holds("value=\"Lycée Jean-Zay\"")
        .holds("value=\"CLEA\" checked");
    let changed = "kind=SCO&name=Lyc%C3%A9e+Zola&number=0999901Z&habilitation=EDU_CPE";
    for _ in 0..2 {
        staff.post(&format!("{page}/change"), changed).await.leads(&format!("303 {page}?done=changed"));
        site.wait(1_000);
    }
    staff.get("/staff/centres?q=zola").await.holds("Lycée Zola</a>").says("staff-habilitation-school-life");
    let told = |action: &str, detail: &str| (action.to_owned(), detail.to_owned());
    let change = told("centre-change", "EDU_CPE");
    let expected = [change.clone(), change, told("centre-creation", "CLEA DROIT")];
    assert_eq!(actions(&site, id).await, expected);
}

#[tokio::test]
async fn what_is_wrong_with_a_centre_is_said_and_nothing_is_kept() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let first = site.centre("Lycée Jean-Zay", "0999901Z").await;
    let second = site.centre("Lycée Zola", "0999902A").await;
    let before = all(&site).await;
    for path in ["/staff/centres/new".to_owned(), format!("/staff/centres/{second}/change")] {
        for (form, said) in [
            ("kind=SCO", "staff-fault-missing"),
            ("kind=&name=A", "staff-fault-missing"),
            ("kind=SCO-1D&name=A", "staff-fault-unknown"),
            ("kind=SCO&name=A&number=12", "staff-fault-uai"),
            ("kind=PRO&name=A&number=%C3%A9", "staff-fault-number"),
            ("kind=PRO&name=A&habilitation=MARS", "staff-fault-unknown"),
            (LYCEE, "staff-centre-taken"),
        ] {
            staff.post(&path, form).await.leads("422").says(said);
        }
        let long = format!("kind=PRO&name={}", "x".repeat(201));
        staff.post(&path, &long).await.leads("422").says("staff-fault-long");
    }
    assert_eq!(all(&site).await, before);
    for id in [first, second] {
        assert_eq!(actions(&site, &id.to_string()).await, []);
    }
}

#[tokio::test]
async fn a_centre_shows_the_school_that_bears_its_number() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let page = format!("/staff/centres/{}", site.centre("Centre d'examen", "0999901Z").await);
    let school = site.school("Lycée Jean-Zay").await;
    staff.get(&page).await.lacks("Lycée Jean-Zay").says("staff-centre-alone");
    let external_id = Some("0999901Z".to_owned());
    let school = Organisation { external_id, managing_learners: true, ..school };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    assert!(organisation::change(&mut tx, &school).await.expect("a school"));
    tx.commit().await.expect("kept");
    let link = format!("href=\"/staff/organisations/{}\">Lycée Jean-Zay</a>", school.id);
    staff.get(&page).await.holds(&link).says("staff-centre-class-list");
}

#[tokio::test]
async fn an_archived_centre_stays_as_it_is_and_frees_its_number() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let id = site.centre("Lycée Jean-Zay", "0999901Z").await;
    let page = format!("/staff/centres/{id}");
    staff.post(&format!("{page}/archive"), "").await.leads("422").says("staff-archive-tick");
    assert_eq!(all(&site).await.len(), 1);
    for _ in 0..2 {
        let archived = staff.post(&format!("{page}/archive"), "understood=on").await;
        archived.leads(&format!("303 {page}?done=archived"));
    }
    assert_eq!(all(&site).await, []);
    assert_eq!(actions(&site, &id.to_string()).await.len(), 1, "archived once");
    staff.get(&page).await.leads("200").says("staff-centre-archived-since").lacks("/change\"");
    staff.get("/staff/centres?archived=on").await.holds("Lycée Jean-Zay</a>");
    for rest in ["/change", "/archive"] {
        staff.get(&format!("{page}{rest}")).await.leads("404");
    }
    staff.post(&format!("{page}/change"), LYCEE).await.leads("404");
    let again = staff.post("/staff/centres/new", LYCEE).await.outcome();
    assert!(again.ends_with("?done=created"), "{again}");
}
