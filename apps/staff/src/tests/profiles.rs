//! Target profiles, their stages, badges and trainings.

use store::{audit, badge, stage, target_profile, training};

use super::site::Site;

fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

#[tokio::test]
async fn a_profile_takes_the_nearest_level() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let fields = [
        ("name", "Se protéger"),
        ("category", "CUSTOM"),
        ("level.4", "2"),
        ("level.4.2", "3"),
        ("level.4.1-a", "1"),
        ("level.4.3", "9"),
    ];
    let made = staff.post("/staff/profiles/new", &form(&fields)).await.outcome();
    let page = made.strip_prefix("303 ").and_then(|page| page.strip_suffix("?done=created")).expect("made");
    staff.get(page).await.leads("200").holds("Se protéger");
    let id = page.rsplit('/').next().expect("an id");
    let profile = target_profile::by_id(&site.house.db, id.parse().expect("an id")).await.expect("read");
    let tubes = profile.expect("a profile").tubes;
    for asked in ["4.1-a:1", "4.1-b:2", "4.2-a:3", "4.3-a:7"] {
        assert!(tubes.split(' ').any(|tube| tube == asked), "{asked} is not in {tubes}");
    }
    assert!(!tubes.contains("1.1"), "{tubes}");
    let changed = form(&[("name", "Ranger"), ("category", "CUSTOM"), ("level.1.2-a", "4")]);
    staff.post(&format!("{page}/change"), &changed).await.leads(&format!("303 {page}?done=changed"));
    staff.get(&format!("{page}/change")).await.leads("200").holds("value=\"Ranger\"");
    let lines = audit::of_subject(&site.house.db, id, None, 9).await.expect("the audit");
    assert_eq!(lines.len(), 2);
}

#[tokio::test]
async fn what_is_wrong_with_a_profile_is_said() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    for (fields, said) in [
        (&[("category", "CUSTOM"), ("level.4", "2")][..], "staff-profile-no-name"),
        (&[("name", "A"), ("level.4", "2")], "staff-profile-no-category"),
        (&[("name", "A"), ("category", "CUSTOM")], "staff-profile-empty"),
        (&[("name", "A"), ("category", "CUSTOM"), ("level.4", "x")], "staff-profile-empty"),
    ] {
        staff.post("/staff/profiles/new", &form(fields)).await.leads("422").says(said);
    }
    assert_eq!(target_profile::all(&site.house.db, false).await.expect("profiles"), []);
}

#[tokio::test]
async fn a_ready_made_profile_is_copied_instead_of_changed() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let made = site.profile("4.1-a:2").await;
    let mut tx = site.house.db.begin().await.expect("a transaction");
    let profile = target_profile::by_id(&mut tx, made).await.expect("read").expect("a profile");
    let id = store::TargetProfileId::from_number(7);
    let ready = target_profile::TargetProfile { id, name: "Rentrée".to_owned(), is_public: true, ..profile };
    target_profile::put_ready(&mut tx, std::slice::from_ref(&ready)).await.expect("put");
    tx.commit().await.expect("kept");
    let copy = format!("/staff/profiles/new?from={id}");
    for reply in [
        staff.get(&format!("/staff/profiles/{id}/change")).await,
        staff.post(&format!("/staff/profiles/{id}/change"), "name=X").await,
    ] {
        reply.leads(&format!("303 {copy}"));
    }
    staff.get(&copy).await.leads("200").holds("value=\"Rentrée\"");
    staff.get(&format!("/staff/profiles/{id}")).await.says("staff-ready-made");
}

#[tokio::test]
async fn a_profile_is_opened_to_organisations_and_goes_out_of_use() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let id = site.profile("4.1-a:2").await;
    staff.post("/staff/organisations/new", "type=PRO&nom=Scop&numero=SCOP").await;
    let organisation = store::organisation::numbers(&site.house.db, "[\"SCOP\"]").await.expect("found")[0].id;
    let open = async || target_profile::open_to(&site.house.db, organisation).await.expect("profiles").len();
    let page = format!("/staff/profiles/{id}");
    assert_eq!(open().await, 0);
    staff
        .post(&format!("{page}/shares"), "number=ABSENT")
        .await
        .leads("422")
        .says("staff-fault-absent-number");
    for _ in 0..2 {
        staff.post(&format!("{page}/shares"), "number=SCOP").await.leads(&format!("303 {page}?done=shared"));
    }
    staff.get(&page).await.holds("Scop</a>");
    assert_eq!(open().await, 1);
    staff
        .post(&format!("{page}/outdating"), "state=outdated")
        .await
        .leads(&format!("303 {page}?done=outdated"));
    assert_eq!(open().await, 0);
    staff.get("/staff/profiles?outdated=on").await.holds("Ranger ses fichiers</a>");
    staff.post(&format!("{page}/outdating"), "state=back").await.leads(&format!("303 {page}?done=back"));
    staff.post(&format!("{page}/shares"), &format!("remove={organisation}")).await;
    assert_eq!(open().await, 0);
}

#[tokio::test]
async fn stages_begin_at_zero() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let id = site.profile("4.1-a:2").await;
    let path = format!("/staff/profiles/{id}/stages");
    let thresholds = async || {
        let stages = stage::of_profile(&site.house.db, id).await.expect("stages");
        stages.iter().map(|stage| stage.threshold).collect::<Vec<_>>()
    };
    for (fields, said) in [
        ("threshold=50&title=Bien", "staff-stage-no-zero"),
        ("threshold=x&title=Bien", "staff-stage-no-threshold"),
        ("threshold=101&title=Bien", "staff-stage-no-threshold"),
        ("threshold=0&title=", "staff-stage-no-title"),
    ] {
        staff.post(&path, fields).await.leads("422").says(said);
    }
    staff.post(&path, "threshold=0&title=Premiers+pas").await.leads(&format!("303 {path}"));
    staff.post(&path, "threshold=50&title=Bien&teacher-title=Solide").await.leads(&format!("303 {path}"));
    staff.post(&path, "threshold=50&title=Encore").await.leads("422").says("staff-stage-twice");
    staff.get(&path).await.holds("Premiers pas").holds("Solide");
    staff.post(&path, "remove=0").await.leads(&format!("303 {path}"));
    assert_eq!(thresholds().await, [0, 50], "the stage at 0 % holds the others");
    staff.post(&path, "remove=50").await;
    staff.post(&path, "remove=0").await;
    assert_eq!(thresholds().await, [0; 0]);
}

#[tokio::test]
async fn a_badge_has_a_key_and_criteria() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let id = site.profile("1.2-a:3 4.1-a:2 4.1-b:1").await;
    let path = format!("/staff/profiles/{id}/badges");
    let shown = staff.get(&path).await;
    shown.holds("name=\"level.4.1-a\"").holds("name=\"level.1\"").lacks("name=\"level.4.2");
    let sound = [
        ("key", "PROTEGE_1"),
        ("title", "Bien protégé"),
        ("threshold", "75"),
        ("level.4", "1"),
        ("level.4.1-a", "7"),
        ("level.4.2-a", "1"),
        ("visible", "on"),
    ];
    for (field, text, said) in [
        ("key", "é 1", "staff-badge-no-key"),
        ("key", "", "staff-badge-no-key"),
        ("title", "", "staff-badge-no-title"),
        ("threshold", "", "staff-criterion-no-threshold"),
        ("threshold", "0", "staff-criterion-no-threshold"),
        ("threshold", "101", "staff-criterion-no-threshold"),
        ("threshold", "beaucoup", "staff-criterion-no-threshold"),
    ] {
        let fields = sound.map(|(name, value)| (name, if name == field { text } else { value }));
        let refused = staff.post(&path, &form(&fields)).await;
        refused.leads("422").says(said).holds("<details class=\"fold\" open");
    }
    staff.post(&path, &form(&sound)).await.leads(&format!("303 {path}"));
    staff.post(&path, &form(&sound)).await.leads("422").says("staff-badge-taken");
    let badges = badge::of_profile(&site.house.db, id).await.expect("badges");
    let criteria: Vec<_> = badges.iter().map(|badge| badge.criteria.as_str()).collect();
    assert_eq!(criteria, ["75 4.1-a:2 4.1-b:1"], "no further than the profile goes");
    staff.get(&path).await.holds("Au moins 75\u{202f}% de").holds("(jusqu’au niveau 2)");
    staff.post(&path, &format!("remove={}", badges[0].id)).await.leads(&format!("303 {path}"));
    assert_eq!(badge::of_profile(&site.house.db, id).await.expect("badges"), []);
}

#[tokio::test]
async fn the_criteria_of_a_badge_come_and_go_but_the_last() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let (id, other) = (site.profile("4.1-a:2").await, site.profile("4.1-a:2").await);
    let badge = site.badge(id, "60").await;
    let path = format!("/staff/profiles/{id}/badges/{badge}/criteria");
    let criteria = async || badge::of_profile(&site.house.db, id).await.expect("badges")[0].criteria.clone();
    let sent = [("threshold", "75"), ("level.4.1-a", "1")];
    for _ in 0..2 {
        staff.post(&path, &form(&sent)).await.leads(&format!("303 {path}"));
        assert_eq!(criteria().await, "60\n75 4.1-a:1", "twice is as once");
    }
    staff.get(&path).await.holds("Au moins 60\u{202f}% de l’ensemble").holds("value=\"75 4.1-a:1\"");
    for (fields, said) in [
        ([("threshold", "")], "staff-criterion-no-threshold"),
        ([("threshold", "101")], "staff-criterion-no-threshold"),
        ([("remove", "beaucoup")], "staff-criterion-no-threshold"),
    ] {
        staff.post(&path, &form(&fields)).await.leads("422").says(said);
    }
    for _ in 0..2 {
        staff.post(&path, "remove=60").await.leads(&format!("303 {path}"));
    }
    staff.post(&path, &form(&[("remove", "75 4.1-a:1")])).await.leads("422").says("staff-criterion-last");
    for share in 1..20 {
        staff.post(&path, &format!("threshold={share}")).await.leads(&format!("303 {path}"));
    }
    staff.post(&path, "threshold=20").await.leads("422").says("staff-criterion-many");
    assert_eq!(criteria().await.lines().count(), 20);
    staff.get(&format!("/staff/profiles/{other}/badges/{badge}/criteria")).await.leads("404");
    let lines = audit::of_subject(&site.house.db, &id.to_string(), None, 100).await.expect("the audit");
    assert_eq!(lines.len(), 21, "what changed something");
    assert!(lines.iter().all(|line| line.action == "badge-criteria"));
}

#[tokio::test]
async fn a_profile_says_when_it_recommends_a_training() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let id = site.profile("4.1-a:2").await;
    for (fields, said) in [
        ("link=https://a.example&kind=course&minutes=5&lang=fr", "staff-training-no-title"),
        ("title=A&link=javascript:1&kind=course&minutes=5&lang=fr", "staff-training-no-link"),
        ("title=A&link=//a.example&kind=course&minutes=5&lang=fr", "staff-training-no-link"),
        ("title=A&link=/modules/a&kind=course&minutes=0&lang=fr", "staff-training-no-minutes"),
        ("title=A&link=/modules/a&kind=x&minutes=5&lang=fr", "staff-fault-unknown"),
    ] {
        staff.post("/staff/trainings", fields).await.leads("422").says(said);
    }
    let made =
        staff.post("/staff/trainings", "title=Trier&link=/modules/a&kind=course&minutes=5&lang=fr").await;
    made.leads("303 /staff/trainings?done=created");
    let course = training::all(&site.house.db).await.expect("trainings")[0].id;
    let path = format!("/staff/profiles/{id}/trainings");
    let trigger = |kind: &str, threshold: &str, level: &str| {
        let training = course.to_string();
        let picked = [("level.4.1-a", level), ("level.1.2", "3")];
        let asked = [("training", training.as_str()), ("kind", kind), ("threshold", threshold)];
        form(&[&asked[..], &picked[..]].concat())
    };
    let refused = staff.post(&path, &trigger("goal", "120", "1")).await;
    refused.leads("422").says("staff-stage-no-threshold").holds("<details class=\"fold\" open");
    let missing = "kind=goal&threshold=50&training=0000000000000";
    staff.post(&path, missing).await.leads("422").says("staff-fault-unknown");
    staff.post(&path, &trigger("wish", "50", "")).await.leads("422").says("staff-fault-unknown");
    for threshold in ["40", "60"] {
        staff.post(&path, &trigger("goal", threshold, "")).await.leads(&format!("303 {path}"));
    }
    staff.post(&path, &trigger("prerequisite", "20", "1")).await.leads(&format!("303 {path}"));
    let triggers = training::triggers(&site.house.db, id).await.expect("triggers");
    let told: Vec<_> = triggers.iter().map(|t| (t.kind.as_str(), t.threshold, t.tubes.as_str())).collect();
    assert_eq!(told, [("prerequisite", 20, "4.1-a:1"), ("goal", 60, "4.1-a:2")]);
    staff.get(&path).await.holds("Trier").holds("(jusqu’au niveau 1)").says("staff-trigger-all");
    staff.post(&format!("/staff/trainings/{course}/retirement"), "state=retired").await;
    assert_eq!(
        training::triggers(&site.house.db, id).await.expect("triggers"),
        [],
        "retired: not recommended"
    );
    staff.post(&format!("/staff/trainings/{course}/retirement"), "state=back").await;
    staff.post(&path, &format!("remove={course}")).await.leads(&format!("303 {path}"));
    assert_eq!(training::triggers(&site.house.db, id).await.expect("triggers"), []);
}
