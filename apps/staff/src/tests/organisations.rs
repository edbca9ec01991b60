//! Organisations made, found, changed and archived by the staff.

use store::membership::{self, Role as Post};
use store::organisation::{self, Filter, Organisation};
use store::{audit, campaign, invitation, place_lot};
use web::entropy::Entropy;
use web::trial::Reply;

use super::site::Site;

const SCHOOL: &str = "type=SCO&nom=Coll%C3%A8ge+Jean-Zay&numero=0999901Z";

fn place(reply: &Reply) -> String {
    let outcome = reply.outcome();
    let address = outcome.strip_prefix("303 ").and_then(|address| address.split('?').next());
    address.expect("a redirect").to_owned()
}

async fn all(site: &Site) -> Vec<organisation::Listed> {
    organisation::list(&site.house.db, &Filter::default(), 1, 100).await.expect("organisations")
}

#[tokio::test]
async fn an_organisation_is_made_changed_and_found_without_accents() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let form = format!(
        "{SCHOOL}&liste_de_classe=on&etiquettes=AEFE&etiquettes=MLF&options=PLACES_MANAGEMENT&identite=GAR"
    );
    let made = staff.post("/staff/organisations/new", &form).await;
    let page = place(&made);
    staff
        .get(&page)
        .await
        .leads("200")
        .holds("0999901Z")
        .says("staff-tag-abroad")
        .says("staff-tag-mission")
        .holds("GAR");
    staff.get("/staff/organisations?q=college+jean+ZAY").await.holds("Collège Jean-Zay</a>");
    staff.get("/staff/organisations?q=0999901").await.holds("Collège Jean-Zay</a>");
    for (query, kept) in
        [("q=lyc%C3%A9e", false), ("kind=PRO", false), ("kind=SCO", true), ("archived=on", false)]
    {
        let found = staff.get(&format!("/staff/organisations?{query}")).await;
        assert_eq!(found.body.contains("Jean-Zay"), kept, "{query}");
    }
    site.wait(1_000);
    let changed =
        staff.post(&format!("{page}/change"), "type=SCO&nom=Coll%C3%A8ge+Zola&numero=0999901Z").await;
    changed.leads(&format!("303 {page}?done=changed"));
    staff.get("/staff/organisations?q=zola").await.holds("Collège Zola</a>");
    let id = page.rsplit('/').next().expect("an id");
    let lines = audit::of_subject(&site.house.db, id, None, 10).await.expect("the audit");
    let actions: Vec<&str> = lines.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["organisation-change", "organisation-creation"]);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_is_made() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    place(&staff.post("/staff/organisations/new", SCHOOL).await);
    for (form, said) in [
        ("type=SCO", "staff-fault-missing"),
        ("type=SCO&nom=A&numero=12", "staff-fault-uai"),
        ("type=SCO&nom=A&numero=0999901Z", "staff-fault-taken"),
        ("type=PRO&nom=A&reseau=ABSENT", "staff-fault-absent"),
        ("type=PRO&nom=A&email=a", "staff-fault-email"),
        ("type=PRO&nom=A&documentation=javascript:1", "staff-fault-link"),
        ("type=PRO&nom=A&etiquettes=MARS", "staff-fault-unknown"),
    ] {
        staff.post("/staff/organisations/new", form).await.leads("422").says(said);
    }
    assert_eq!(all(&site).await.len(), 1);
}

#[tokio::test]
async fn a_network_has_one_level() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let network = staff.post("/staff/organisations/new", "type=PRO&nom=R%C3%A9seau&numero=RESEAU").await;
    let network = place(&network);
    place(&staff.post("/staff/organisations/new", &format!("{SCHOOL}&reseau=RESEAU")).await);
    staff.get(&network).await.holds("Collège Jean-Zay</a>");
    let below = staff.post("/staff/organisations/new", "type=PRO&nom=B&numero=B&reseau=0999901Z").await;
    below.leads("422").says("staff-fault-deep");
    place(&staff.post("/staff/organisations/new", "type=PRO&nom=T&numero=TOP").await);
    let above = staff.post(&format!("{network}/change"), "type=PRO&nom=R&numero=RESEAU&reseau=TOP").await;
    above.leads("422").says("staff-fault-deep");
}

#[tokio::test]
async fn somebody_with_an_account_joins() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let teacher = site.learner("farid").await;
    let school = site.school("Collège Jean-Zay").await;
    let page = format!("/staff/organisations/{}", school.id);
    let unknown = staff.post(&format!("{page}/members"), "email=nobody%40pix.example&role=admin").await;
    unknown.leads("422").says("staff-join-unknown").holds("nobody@pix.example");
    let form = "email=Farid%40pix.example&role=admin";
    for _ in 0..2 {
        staff.post(&format!("{page}/members"), form).await.leads(&format!("303 {page}?done=joined"));
    }
    let workplaces = membership::workplaces(&site.house.db, teacher.account).await.expect("workplaces");
    assert_eq!(workplaces.iter().map(|place| place.role).collect::<Vec<_>>(), [Post::Admin]);
    let lines = audit::of_subject(&site.house.db, &school.id.to_string(), None, 10).await.expect("the audit");
    assert!(lines.iter().all(|line| !line.detail.contains('@')), "no address in the audit");
}

#[tokio::test]
async fn the_first_administrator_is_invited_without_an_account() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let form = format!("{SCHOOL}&email=principal%40college.example");
    let page = place(&staff.post("/staff/organisations/new", &form).await);
    staff.get(&page).await.says("staff-people-none").holds(&format!("href=\"{page}/invitations\""));
    let invitations = format!("{page}/invitations");
    staff.get(&invitations).await.leads("200").holds("value=\"principal@college.example\"");
    site.wait(1_000);
    let invited = "invited=+Principal%40College.example&invited-as=admin";
    for mails in [1, 0] {
        staff.post(&invitations, invited).await.leads(&format!("303 {invitations}?done=invited"));
        assert_eq!(site.mails().await.len(), mails, "a form sent twice sends one");
    }
    let id: store::OrganisationId = page.rsplit('/').next().expect("an id").parse().expect("an id");
    let waiting = invitation::latest(&site.house.db, id).await.expect("the invitations");
    let seen: Vec<_> = waiting.iter().map(|one| (one.email.as_str(), one.role)).collect();
    assert_eq!(seen, [("principal@college.example", Some(Post::Admin))]);
    let offer = invitation::by_code(&site.house.db, &waiting[0].code).await.expect("read").expect("an offer");
    assert!(!offer.cancelled && offer.organisation == "Collège Jean-Zay");
    let shown = staff.get(&format!("{invitations}?done=invited")).await;
    shown.says("staff-done-invited").says("staff-invited").holds("principal@college.example");
    let lines = audit::of_subject(&site.house.db, &id.to_string(), None, 10).await.expect("the audit");
    assert_eq!(lines[0].action, "invitation-creation");
    assert!(lines.iter().all(|line| !line.detail.contains('@')), "no address in the audit");
}

#[tokio::test]
async fn the_mail_of_an_invitation_leads_to_it() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let school = site.school("Collège Jean-Zay").await;
    let page = format!("/staff/organisations/{}", school.id);
    staff.post(&format!("{page}/invitations"), "invited=zoe%40pix.example").await;
    let mails = site.mails().await;
    let code = &invitation::latest(&site.house.db, school.id).await.expect("the invitations")[0].code;
    assert!(
        mails[0].0 == "zoe@pix.example" && mails[0].1.contains(&format!("/invitations/{code}")),
        "{mails:?}"
    );
    assert!(mails[0].1.contains("Collège Jean-Zay") && !mails[0].1.contains("sacha"), "{mails:?}");
}

#[tokio::test]
async fn an_invitation_that_cannot_be_sent_says_why_and_one_is_taken_back() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let school = site.school("Collège Jean-Zay").await;
    let elsewhere = site.school("Collège Zola").await;
    let page = format!("/staff/organisations/{}", school.id);
    for typed in ["", "zoe", "zoe%40"] {
        let refused = staff.post(&format!("{page}/invitations"), &format!("invited={typed}")).await;
        refused.leads("422").says("staff-fault-email").holds("href=\"#invited\"");
    }
    assert!(site.mails().await.is_empty());
    staff.post(&format!("{page}/invitations"), "invited=zoe%40pix.example").await;
    let one = invitation::latest(&site.house.db, school.id).await.expect("the invitations")[0].id;
    let foreign = format!("/staff/organisations/{}/invitations/{one}/cancellation", elsewhere.id);
    staff.post(&foreign, "").await.leads("404");
    for _ in 0..2 {
        let taken = staff.post(&format!("{page}/invitations/{one}/cancellation"), "").await;
        taken.leads(&format!("303 {page}/invitations?done=cancelled"));
    }
    staff.get(&format!("{page}/invitations")).await.lacks("zoe@pix.example");
    staff.post(&format!("{page}/archive"), "understood=on").await;
    staff.post(&format!("{page}/invitations"), "invited=zoe%40pix.example").await.leads("404");
}

#[tokio::test]
async fn places_are_added_and_removed_by_lots() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let (school, elsewhere) = (site.school("Collège Jean-Zay").await, site.school("Collège Zola").await);
    let page = format!("/staff/organisations/{}/places", school.id);
    staff.get(&page).await.leads("200").says("places-none");
    let good = "places=120&category=T2bis&reference=BC-14&from=01%2F09%2F2026&until=1+septembre+2027";
    for (form, said) in [
        ("", "staff-places-fault-count"),
        ("places=-1&category=T0&reference=A&from=2026-09-01", "staff-places-fault-count"),
        ("places=1&category=T9&reference=A&from=2026-09-01", "staff-places-fault-category"),
        ("places=1&category=T0&reference=&from=2026-09-01", "staff-places-fault-reference"),
        ("places=1&category=T0&reference=A&from=31%2F02%2F2026", "staff-places-fault-day"),
        ("places=1&category=T0&reference=A&from=2026-09-01&until=x", "staff-places-fault-day"),
        ("places=1&category=T0&reference=A&from=2026-09-01&until=2026-09-01", "staff-places-fault-order"),
    ] {
        staff.post(&page, form).await.leads("422").says(said);
    }
    assert_eq!(place_lot::of_organisation(&site.house.db, school.id).await.expect("the lots"), []);
    staff.post(&page, good).await.leads(&format!("303 {page}?done=added"));
    let shown = staff.get(&format!("{page}?done=added")).await;
    shown.says("staff-places-added").holds("BC-14").holds("120").says("places-special").says("places-active");
    let lot = place_lot::of_organisation(&site.house.db, school.id).await.expect("the lots")[0].id;
    let foreign = format!("/staff/organisations/{}/places/{lot}/removal", elsewhere.id);
    staff.post(&foreign, "").await.leads("404");
    for _ in 0..2 {
        site.wait(1_000);
        staff.post(&format!("{page}/{lot}/removal"), "").await.leads(&format!("303 {page}?done=removed"));
    }
    staff.get(&page).await.lacks("BC-14").says("places-none");
    let lines = audit::of_subject(&site.house.db, &school.id.to_string(), None, 10).await.expect("the audit");
    let actions: Vec<&str> = lines.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["place-lot-removal", "place-lot-removal", "place-lot-creation"]);
}

#[tokio::test]
async fn a_lot_whose_form_is_sent_twice_is_added_once() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let school = site.school("Collège Jean-Zay").await;
    let page = format!("/staff/organisations/{}/places", school.id);
    let form = staff.get(&page).await.body;
    let (_, id) = form.split_once("name=\"id\" value=\"").expect("an id");
    let (id, _) = id.split_once('"').expect("an id");
    let good = format!("id={id}&places=120&category=T0&reference=BC-14&from=2026-09-01");
    for _ in 0..2 {
        staff.post(&page, &good).await.leads(&format!("303 {page}?done=added"));
    }
    assert_eq!(place_lot::of_organisation(&site.house.db, school.id).await.expect("the lots").len(), 1);
}

#[tokio::test]
async fn archiving_closes_everything_at_once() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let school = site.school("Collège Jean-Zay").await;
    let teacher = site.worker("farid", &school, Post::Admin).await;
    let code = a_campaign(&site, &school, teacher.account).await;
    let page = format!("/staff/organisations/{}", school.id);
    staff.post(&format!("{page}/archive"), "").await.leads("422").says("staff-archive-tick");
    assert_eq!(membership::workplaces(&site.house.db, teacher.account).await.expect("workplaces").len(), 1);
    for _ in 0..2 {
        let archived = staff.post(&format!("{page}/archive"), "understood=on").await;
        archived.leads(&format!("303 {page}?done=archived"));
    }
    assert_eq!(membership::workplaces(&site.house.db, teacher.account).await.expect("workplaces"), []);
    let campaign = campaign::by_code(&site.house.db, &code).await.expect("a campaign").expect("a campaign");
    assert_eq!(campaign.archived_at, Some(site.now()));
    assert_eq!(all(&site).await, []);
    staff.get("/staff/organisations?archived=on").await.holds("Collège Jean-Zay</a>");
    staff.post(&format!("{page}/members"), "email=farid%40pix.example").await.leads("404");
    let lines = audit::of_subject(&site.house.db, &school.id.to_string(), None, 10).await.expect("the audit");
    assert_eq!(lines.len(), 1, "archived once");
}

async fn a_campaign(site: &Site, school: &Organisation, owner: store::AccountId) -> String {
    let id = store::CampaignId::new(site.now(), Entropy.number().expect("a number"));
    let code = "KWDTRM234".to_owned();
    let campaign = campaign::Campaign {
        code: code.clone(),
        name: "Bilan".to_owned(),
        ..campaign::Campaign::new(school.id, id, campaign::Kind::Collection, owner, site.now())
    };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    campaign::create(&mut tx, &campaign).await.expect("a campaign");
    tx.commit().await.expect("kept");
    code
}

fn encoded(table: &str) -> String {
    let pairs = [("table", table)];
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[tokio::test]
async fn a_table_makes_all_of_its_organisations_or_none() {
    let site = Site::open().await;
    let staff = site.staff("sacha").await;
    let path = "/staff/organisations/file";
    staff.get("/staff/organisations/template").await.leads("200").holds("type;nom;numero");
    let broken = "type;nom;numero\nSCO;Un;0999901Z\nLYCEE;Deux;0999902A\nSCO;;0999901Z\nSCO;Quatre;12";
    let refused = staff.post(path, &encoded(broken)).await;
    refused.leads("422").says("staff-fault-unknown").says("staff-fault-missing").says("staff-fault-twice");
    refused.says("staff-fault-uai").holds("LYCEE");
    assert_eq!(all(&site).await, []);
    for (table, said) in [
        ("", "staff-file-empty"),
        ("type;ville\nSCO;Un", "staff-file-foreign"),
        ("type;nom\nSCO", "staff-file-shape"),
    ] {
        staff.post(path, &encoded(table)).await.leads("422").says(said);
    }
    let lines: String = (0..1_000).map(|n| format!("\nSCO;Collège numéro {n};{:07}A", n + 1)).collect();
    staff
        .post(path, &encoded(&format!("type;nom;numero{lines}")))
        .await
        .leads("303 /staff/organisations?done=created");
    let filter = Filter::default();
    assert_eq!(organisation::count(&site.house.db, &filter).await.expect("a count"), 1_000);
    staff.get("/staff/organisations?page=20").await.leads("200").holds("aria-current=\"page\"");
    let again = staff.post(path, &encoded("type;nom;numero\nSCO;Un;0000001A")).await;
    again.leads("422").says("staff-fault-taken");
}
