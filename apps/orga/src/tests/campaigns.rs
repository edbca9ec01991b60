//! The campaigns of an organisation: made, found, changed, archived, copied, deleted.

use form_urlencoded::Serializer;
use rules::subjects::Subjects;
use store::campaign::{self, Campaign, Search};
use store::membership::Role as Post;
use store::target_profile::TargetProfile;
use store::{CampaignId, TargetProfileId, target_profile};
use web::entropy::Entropy;
use web::trial::{Reply, Visitor};
use web::{Lang, Words};

use super::site::Site;

const NEW: &str = "/orga/campaigns/new";

fn form(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// A form that makes a test of two subjects, with some fields otherwise.
fn filled<'a>(teacher: &Visitor<'_>, owner: &'a str, others: &[(&'a str, &'a str)]) -> String {
    let id = CampaignId::new(teacher.site.now(), Entropy.number().expect("a number")).to_string();
    let mut fields = vec![
        ("kind", "assessment"),
        ("name", "Rentrée 6e"),
        ("source", "picked"),
        ("tube", "1.2-a"),
        ("level.1.2-a", "2"),
        ("tube", "4.1-a"),
        ("level.4.1-a", "8"),
        ("level.1.1-a", "3"),
        ("owner", owner),
        ("external-kind", "none"),
        ("sendings", "no"),
    ];
    for (name, value) in others {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    if !others.iter().any(|(name, _)| *name == "id") {
        fields.push(("id", &id));
    }
    form(&fields)
}

/// Every campaign of the teacher's organisation in use, the newest first.
async fn all(site: &Site, teacher: &Visitor<'_>) -> Vec<Campaign> {
    let workplaces =
        store::membership::workplaces(&site.house.db, teacher.account).await.expect("workplaces");
    let organisation = workplaces.first().expect("a workplace").id;
    let search = Search { organisation, owner: None, archived: false, text: "", owners: &[] };
    let mut campaigns = Vec::new();
    for line in campaign::page(&site.house.db, search, 0, 50).await.expect("the list") {
        let found = campaign::by_id(&site.house.db, organisation, line.id).await.expect("a campaign");
        campaigns.extend(found);
    }
    campaigns
}

async fn make(site: &Site, teacher: &Visitor<'_>, others: &[(&str, &str)]) -> Campaign {
    let reply = teacher.post(NEW, &filled(teacher, &teacher.account.to_string(), others)).await;
    let made = all(site, teacher).await.into_iter().next().expect("a campaign");
    reply.leads(&format!("303 /orga/campaigns/{}/settings?done=created", made.id));
    made
}

#[tokio::test]
async fn a_teacher_makes_a_test_of_subjects_picked_one_by_one() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let page = teacher.get(NEW).await;
    page.leads("200").says("campaign-no-profile").holds("value=\"1.2-a\"").holds("name=\"level.1.2-a\"");
    let made = make(&site, &teacher, &[("title", " Bienvenue "), ("landing-text", "Bonjour")]).await;
    assert_eq!(made.tubes, "1.2-a:2 4.1-a:8");
    assert_eq!(Subjects::parse(&made.tubes).expect("subjects").iter().count(), 2);
    assert_eq!((made.name.as_str(), made.title.as_deref()), ("Rentrée 6e", Some("Bienvenue")));
    assert_eq!((made.owner_id, made.created_by), (teacher.account, teacher.account));
    assert!(!made.several_sendings && made.external_kind.is_none() && made.target_profile_id.is_none());
    assert_eq!(rules::campaign_code::read(&made.code), Some(made.code.clone()));
    let settings = teacher.get(&format!("/orga/campaigns/{}/settings?done=created", made.id)).await;
    settings.leads("200").says("campaign-done-created").holds(&made.code).holds("farid Test");
    settings.holds(&format!("http://pix.example/campaigns/{}", made.code));
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_campaign() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let sent = filled(&teacher, &teacher.account.to_string(), &[]);
    let first = teacher.post(NEW, &sent).await.outcome();
    assert_eq!(teacher.post(NEW, &sent).await.outcome(), first);
    assert_eq!(all(&site, &teacher).await.len(), 1);
}

#[tokio::test]
async fn a_profile_gives_its_subjects_for_good() {
    let site = Site::open().await;
    let (school, other) = (site.school("Collège Un").await, site.school("Lycée Deux").await);
    let teacher = site.worker("farid", &school, Post::Member).await;
    let id = |number| TargetProfileId::new(site.now(), number);
    let profile = TargetProfile {
        id: id(1),
        owner_id: None,
        name: "Découverte".to_owned(),
        description: String::new(),
        category: "OTHER".to_owned(),
        tubes: "1.2-a:5 4.1-a:3".to_owned(),
        is_public: true,
        simplified: true,
        resettable: true,
        created_at: site.now(),
        outdated_at: None,
    };
    let closed = TargetProfile { id: id(2), owner_id: Some(other.id), is_public: false, ..profile.clone() };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    for profile in [&profile, &closed] {
        target_profile::create(&mut tx, profile).await.expect("a profile");
    }
    tx.commit().await.expect("kept");
    teacher.get(NEW).await.leads("200").holds("Découverte").lacks(&closed.id.to_string());
    let (owner, shut) = (teacher.account.to_string(), closed.id.to_string());
    let refused = filled(&teacher, &owner, &[("source", "profile"), ("profile", &shut)]);
    teacher.post(NEW, &refused).await.leads("422").says("campaign-error-closed-profile");
    let open = profile.id.to_string();
    let made = make(&site, &teacher, &[("source", "profile"), ("profile", &open)]).await;
    assert_eq!((made.tubes.as_str(), made.target_profile_id), ("1.2-a:5 4.1-a:3", Some(profile.id)));
    assert!(made.simplified && made.resettable);
}

#[tokio::test]
async fn a_collection_asks_no_subject() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let others = [
        ("kind", "collection"),
        ("title", "x"),
        ("sendings", "yes"),
        ("external-kind", "email"),
        ("external-label", "Adresse"),
    ];
    let made = make(&site, &teacher, &others).await;
    assert_eq!((made.tubes.as_str(), made.title.as_deref()), ("", None));
    let external = (made.external_kind.as_deref(), made.external_label.as_deref());
    assert_eq!(external, (Some("email"), Some("Adresse")));
    assert!(made.several_sendings);
}

fn lacks_nothing(reply: &Reply, typed: &[&str]) {
    for text in typed {
        reply.holds(text);
    }
}

#[tokio::test]
async fn everything_wrong_is_said_at_once_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let (school, other) = (site.school("Collège Un").await, site.school("Lycée Deux").await);
    let teacher = site.worker("farid", &school, Post::Member).await;
    let stranger = site.worker("rita", &other, Post::Admin).await;
    let long = "t".repeat(51);
    let wrong = form(&[
        ("kind", "course"),
        ("name", " "),
        ("title", &long),
        ("landing-text", "Bonjour <à> tous"),
        ("source", "picked"),
        ("tube", "9.9-z"),
        ("owner", &stranger.account.to_string()),
        ("external-kind", "none"),
        ("external-label", "Id"),
        ("end-button", "Suite"),
    ]);
    let reply = teacher.post(NEW, &wrong).await;
    reply.leads("422").says("campaign-error-kind").says("campaign-error-no-name");
    reply.says("campaign-error-long-title").says("campaign-error-owner").says("campaign-error-short-label");
    reply.says("campaign-error-external-kind").says("campaign-error-sendings").says("campaign-error-no-link");
    lacks_nothing(&reply, &[&long, "Bonjour &lt;à&gt; tous", "value=\"Id\"", "value=\"Suite\""]);
    let unpicked = form(&[("kind", "exam"), ("name", "n"), ("source", "picked"), ("tube", "9.9-z")]);
    teacher.post(NEW, &unpicked).await.leads("422").says("campaign-error-no-subjects");
    let kept = filled(&teacher, "", &[]);
    let reply = teacher.post(NEW, &kept).await;
    reply.leads("422").says("campaign-error-owner").holds("value=\"1.2-a\" checked");
    assert_eq!(all(&site, &teacher).await, []);
}

#[tokio::test]
async fn campaigns_are_found_by_name_and_owner_without_accents() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let farid = site.worker("farid", &school, Post::Member).await;
    let ines = site.worker("Inès", &school, Post::Member).await;
    make(&site, &farid, &[("name", "Été numérique")]).await;
    site.wait(1_000);
    make(&site, &ines, &[("name", "Protection")]).await;
    for (query, found, missing) in [
        ("", vec!["Été numérique"], vec!["Protection"]),
        ("?whose=all", vec!["Été numérique", "Protection"], vec![]),
        ("?whose=all&q=ete", vec!["Été numérique"], vec!["Protection"]),
        ("?whose=all&q=INES", vec!["Protection"], vec!["Été numérique"]),
        ("?whose=all&q=%25", vec![], vec![]),
        ("?whose=all&q=nowhere", vec![], vec!["Été numérique", "Protection"]),
        ("?whose=all&state=archived", vec![], vec!["Été numérique", "Protection"]),
        ("?whose=all&page=2", vec![], vec!["Été numérique", "Protection"]),
    ] {
        let page = farid.get(&format!("/orga/campaigns{query}")).await;
        page.leads("200");
        found.iter().for_each(|name| assert!(page.body.contains(name), "{query}: {name}"));
        missing.iter().for_each(|name| assert!(!page.body.contains(name), "{query}: {name}"));
    }
    let none = site.worker("new", &school, Post::Member).await.get("/orga/campaigns").await;
    none.says("campaigns-none-mine");
}

#[tokio::test]
async fn only_its_owner_and_administrators_change_a_campaign() {
    let site = Site::open().await;
    let (school, other) = (site.school("Collège Un").await, site.school("Lycée Deux").await);
    let owner = site.worker("farid", &school, Post::Member).await;
    let (member, admin) =
        (site.worker("m", &school, Post::Member).await, site.worker("a", &school, Post::Admin).await);
    let rival = site.worker("r", &other, Post::Admin).await;
    let made = make(&site, &owner, &[]).await;
    let at = |page: &str| format!("/orga/campaigns/{}/{page}", made.id);
    for (visitor, outcome) in [(&owner, "200"), (&admin, "200"), (&member, "403"), (&rival, "404")] {
        visitor.get(&at("edit")).await.leads(outcome);
        visitor.get(&at("removal")).await.leads(outcome);
    }
    member.get(&at("settings")).await.leads("200").says("campaign-not-yours").lacks(&at("removal"));
    member.post(&at("archive"), "archived=yes").await.leads("403");
    member.post(&at("edit"), "name=x").await.leads("403");
    member.post(&at("removal"), "").await.leads("403");
    rival.post(&at("removal"), "").await.leads("404");
    assert_eq!(all(&site, &owner).await, [made]);
}

#[tokio::test]
async fn a_campaign_is_changed_where_it_may_be() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let owner = site.worker("farid", &school, Post::Member).await;
    let colleague = site.worker("ines", &school, Post::Member).await;
    let made = make(&site, &owner, &[]).await;
    let path = format!("/orga/campaigns/{}/edit", made.id);
    owner.get(&path).await.leads("200").holds("Rentrée 6e");
    let wrong = form(&[("name", ""), ("title", "gardé"), ("owner", "x")]);
    let reply = owner.post(&path, &wrong).await;
    reply.leads("422").says("campaign-error-no-name").says("campaign-error-owner").holds("value=\"gardé\"");
    let new_owner = colleague.account.to_string();
    let right = form(&[
        ("name", "Été"),
        ("title", "T"),
        ("landing-text", "L"),
        ("owner", &new_owner),
        ("kind", "exam"),
        ("sendings", "yes"),
    ]);
    owner.post(&path, &right).await.leads(&format!("303 /orga/campaigns/{}/settings?done=changed", made.id));
    let changed = Campaign {
        name: "Été".to_owned(),
        sought: "ete".to_owned(),
        title: Some("T".to_owned()),
        landing_text: Some("L".to_owned()),
        owner_id: colleague.account,
        ..made
    };
    assert_eq!(all(&site, &owner).await, [changed], "nothing else changes");
    owner.get(&path).await.leads("403");
}

#[tokio::test]
async fn a_campaign_is_archived_copied_and_deleted() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let owner = site.worker("farid", &school, Post::Member).await;
    let colleague = site.worker("ines", &school, Post::Member).await;
    let made = make(&site, &owner, &[]).await;
    let at = |page: &str| format!("/orga/campaigns/{}/{page}", made.id);
    owner.post(&at("archive"), "archived=x").await.leads("400");
    owner.post(&at("archive"), "archived=yes").await.leads(&format!("303 {}", at("settings?done=archived")));
    owner.get(&at("settings")).await.says("campaign-archived").says("campaign-unarchive");
    owner.get("/orga/campaigns?state=archived").await.holds("Rentrée 6e");
    site.wait(1_000);
    let copy = CampaignId::new(site.now(), 7);
    let sent = format!("id={copy}");
    let settings = format!("303 /orga/campaigns/{copy}/settings?done=copied");
    colleague.post(&at("copy"), &sent).await.leads(&settings);
    colleague.post(&at("copy"), &sent).await.leads(&settings);
    let [copied]: [Campaign; 1] = all(&site, &owner).await.try_into().expect("one campaign in use");
    let name = Words::of(Lang::Fr).with("campaign-copy-name", &[("name", "Rentrée 6e".into())]);
    let seen = (copied.id, copied.name.as_str(), copied.owner_id, copied.archived_at);
    assert_eq!(seen, (copy, name.as_str(), colleague.account, None));
    assert_eq!(copied.tubes, made.tubes);
    assert_ne!(copied.code, made.code);
    owner.post(&at("archive"), "archived=no").await.leads(&format!("303 {}", at("settings?done=unarchived")));
    owner.get(&at("removal")).await.leads("200").says("campaign-removal-for-good");
    owner.post(&at("removal"), "").await.leads("303 /orga/campaigns?done=deleted");
    owner.get("/orga/campaigns?done=deleted").await.says("campaign-done-deleted").lacks(&made.code);
    owner.get(&at("settings")).await.leads("404");
    assert_eq!(all(&site, &owner).await.len(), 1);
}
