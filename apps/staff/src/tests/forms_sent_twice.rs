//! Forms that are sent twice (two clicks, a reloaded page, the way back) make one thing, and the second time leads to it.

use store::organisation::Filter;
use store::{audit, badge, centre, organisation, stage, target_profile, training};
use web::trial::Reply;

use super::site::Site;

/// What a form makes, and how often it is there.
struct Sent {
    /// Where the form is.
    page: String,
    /// What is filled in.
    filled: &'static str,
    /// Where the second time leads to, after the address that the first one led to.
    again: &'static str,
}

fn sent(page: &str, filled: &'static str, again: &'static str) -> Sent {
    Sent { page: page.to_owned(), filled, again }
}

/// The id that the form of a page carries.
fn carried(page: &Reply) -> String {
    let after = page.body.split_once("name=\"id\" value=\"").expect("the form carries an id").1;
    after.split_once('"').expect("its end").0.to_owned()
}

fn place(reply: &Reply) -> String {
    reply.outcome().split('?').next().unwrap_or_default().to_owned()
}

/// How many there are of everything that the staff make.
async fn rows(site: &Site, profile: store::TargetProfileId) -> Vec<usize> {
    let db = &site.house.db;
    vec![
        organisation::list(db, &Filter::default(), 1, 100).await.expect("organisations").len(),
        centre::list(db, &Filter::default(), 1, 100).await.expect("centres").len(),
        target_profile::all(db, false).await.expect("profiles").len(),
        training::all(db).await.expect("trainings").len(),
        badge::of_profile(db, profile).await.expect("badges").len(),
        stage::of_profile(db, profile).await.expect("stages").len(),
    ]
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_row_and_leads_to_it() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let profile = site.profile("4.1-a:2").await;
    let badges = format!("/staff/profiles/{profile}/badges");
    for form in [
        sent("/staff/organisations/new", "type=PRO&nom=Scop", "?done=again"),
        sent("/staff/organisations/new", "type=SCO&nom=Jean-Zay&numero=0999901Z", "?done=again"),
        sent("/staff/organisations/file", "table=type;nom%0APRO;Un%0APRO;Deux", "?done=again"),
        sent("/staff/centres/new", "kind=PRO&name=Greta", "?done=again"),
        sent("/staff/centres/new", "kind=SCO&name=Zola&number=0999902A", "?done=again"),
        sent("/staff/profiles/new", "name=Ranger&category=CUSTOM&level.4=2", "?done=again"),
        sent("/staff/trainings", "title=Trier&link=/a&kind=course&minutes=5&lang=fr", "?done=again"),
        sent(&badges, "key=SAFE&title=Bien&threshold=60", ""),
    ] {
        let before = rows(&site, profile).await;
        let id = carried(&staff.get(&form.page).await);
        let filled = format!("id={id}&{}", form.filled);
        let first = staff.post(&form.page, &filled).await;
        let after = rows(&site, profile).await;
        assert_ne!(before, after, "{} makes something", form.page);
        for _ in 0..2 {
            site.wait(1_000);
            let second = staff.post(&form.page, &filled).await;
            second.leads(&format!("{}{}", place(&first), form.again));
            assert_eq!(rows(&site, profile).await, after, "{} makes one", form.page);
        }
        let subject = if form.page == badges { profile.to_string() } else { id };
        let lines = audit::of_subject(&site.house.db, &subject, None, 9).await.expect("the audit");
        assert_eq!(lines.len(), 1, "{} is noted once", form.page);
        if form.again == "?done=again" {
            let shown = place(&first).replace("303 ", "");
            staff.get(&format!("{shown}?done=again")).await.leads("200").says("staff-done-again");
        }
    }
}

#[tokio::test]
async fn a_stage_sent_twice_is_one_and_another_at_its_threshold_is_refused() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let profile = site.profile("4.1-a:2").await;
    let path = format!("/staff/profiles/{profile}/stages");
    for form in ["threshold=0&title=Premiers+pas", "threshold=50&title=Bien&message=Bravo"] {
        for _ in 0..2 {
            staff.post(&path, form).await.leads(&format!("303 {path}"));
        }
    }
    staff.post(&path, "threshold=50&title=Bien").await.leads("422").says("staff-stage-twice");
    assert_eq!(rows(&site, profile).await.last(), Some(&2));
    let lines = audit::of_subject(&site.house.db, &profile.to_string(), None, 9).await.expect("the audit");
    assert_eq!(lines.len(), 2, "each is noted once");
}

#[tokio::test]
async fn two_clicks_at_once_make_one_row() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let profile = site.profile("4.1-a:2").await;
    for (page, filled) in [
        ("/staff/organisations/new", "type=PRO&nom=Scop"),
        ("/staff/organisations/file", "table=type;nom%0APRO;Un%0APRO;Deux"),
        ("/staff/centres/new", "kind=SCO&name=Zola&number=0999902A"),
        ("/staff/profiles/new", "name=Ranger&category=CUSTOM&level.4=2"),
        ("/staff/trainings", "title=Trier&link=/a&kind=course&minutes=5&lang=fr"),
    ] {
        let filled = format!("id={}&{filled}", carried(&staff.get(page).await));
        let (one, other) = tokio::join!(staff.post(page, &filled), staff.post(page, &filled));
        assert_eq!(place(&one), place(&other), "{page}");
        assert!(place(&one).starts_with("303 "), "{page}: {}", one.outcome());
    }
    assert_eq!(rows(&site, profile).await, [3, 1, 2, 1, 0, 0]);
}

#[tokio::test]
async fn a_refused_form_keeps_its_id_and_none_is_made_among_the_ready_ones() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let profile = site.profile("4.1-a:2").await;
    for page in [
        "/staff/organisations/new",
        "/staff/organisations/file",
        "/staff/centres/new",
        "/staff/profiles/new",
        "/staff/trainings",
        &format!("/staff/profiles/{profile}/badges"),
    ] {
        let id = carried(&staff.get(page).await);
        let refused = staff.post(page, &format!("id={id}")).await;
        refused.leads("422");
        assert_eq!(carried(&refused), id, "{page}");
    }
    let ready = store::TargetProfileId::from_number(7);
    let made =
        staff.post("/staff/profiles/new", &format!("id={ready}&name=A&category=CUSTOM&level.4=2")).await;
    assert!(!made.outcome().contains(&ready.to_string()), "{}", made.outcome());
    assert_eq!(target_profile::by_id(&site.house.db, ready).await.expect("read"), None);
}
