//! Combined courses: made of campaigns of one's own, followed, closed; every refusal of the form.

use form_urlencoded::Serializer;
use store::campaign::{self, Campaign, Kind};
use store::combined_course::{items, of_organisation};
use store::combined_course_progress::begin;
use store::membership::Role as Post;
use store::organisation::Organisation;
use store::{CampaignId, CourseId, trial};
use web::entropy::Entropy;
use web::trial::Visitor;

use super::site::Site;

const NEW: &str = "/orga/courses/new";

fn form(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

fn id(site: &Site) -> String {
    CourseId::new(site.now(), Entropy.number().expect("a number")).to_string()
}

async fn campaigns(site: &Site, school: &Organisation, teacher: &Visitor<'_>) -> [CampaignId; 2] {
    let mut tx = site.house.db.begin().await.expect("a transaction");
    let mut made = Vec::new();
    for name in ["Diagnostic", "Bilan"] {
        let id = CampaignId::new(site.now(), Entropy.number().expect("a number"));
        let campaign = Campaign {
            code: rules::campaign_code::draw(Entropy.number().expect("a number")),
            name: name.to_owned(),
            ..Campaign::new(school.id, id, Kind::Assessment, teacher.account, site.now())
        };
        campaign::create(&mut tx, &campaign).await.expect("a campaign");
        made.push(id);
    }
    tx.commit().await.expect("kept");
    [made[0], made[1]]
}

#[tokio::test]
async fn a_course_is_made_followed_and_closed() {
    trial::each(async |db| {
        let site = Site::over(db);
        let school = site.school("Collège des Tilleuls").await;
        let teacher = site.worker("farid", &school, Post::Member).await;
        let [first, last] = campaigns(&site, &school, &teacher).await;
        teacher.get("/orga/courses").await.leads("200").says("combined-none");
        teacher.get(NEW).await.leads("200").holds("Diagnostic").holds("Bilan");
        let (course, first_id, last_id) = (id(&site), first.to_string(), last.to_string());
        let fields = form(&[
            ("id", &course),
            ("name", "Vers la certification"),
            ("campaign-1", &first_id),
            ("lessons-1", "on"),
            ("campaign-3", &last_id),
        ]);
        let made = format!("303 /orga/courses/{course}?done=created");
        teacher.post(NEW, &fields).await.leads(&made);
        teacher.post(NEW, &fields).await.leads(&made);
        let listed = of_organisation(&site.house.db, school.id).await.expect("the courses");
        assert_eq!(listed.len(), 1, "sent twice, made once");
        let held = items(&site.house.db, listed[0].id).await.expect("its items");
        let held: Vec<_> = held.into_iter().map(|item| item.campaign_id).collect();
        assert_eq!(held, [Some(first), None, Some(last)]);

        let pupil = site.learner("lina").await.account;
        let mut tx = site.house.db.begin().await.expect("a transaction");
        begin(&mut tx, &listed[0].code, pupil, site.now()).await.expect("begun");
        tx.commit().await.expect("kept");
        let page = teacher.get(&format!("/orga/courses/{course}")).await;
        page.leads("200").holds("lina").says("combined-status-started").says("combined-content-lessons");
        page.holds(&format!("/courses/{}", listed[0].code));
        assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
        teacher.get("/orga/courses").await.holds("Vers la certification").holds(&listed[0].code);

        let archive = format!("/orga/courses/{course}/archive");
        for (archived, done, word) in
            [("yes", "archived", "combined-unarchive"), ("no", "unarchived", "combined-archive")]
        {
            let led = format!("303 /orga/courses/{course}?done={done}");
            teacher.post(&archive, &form(&[("archived", archived)])).await.leads(&led);
            teacher.get(&format!("/orga/courses/{course}")).await.says(word);
        }
        let colleague = site.worker("max", &school, Post::Member).await;
        colleague.post(&archive, "archived=yes").await.leads("403");
    })
    .await;
}

#[tokio::test]
async fn every_fault_of_the_form_is_told() {
    let site = Site::open().await;
    let school = site.school("Collège des Tilleuls").await;
    let rival = site.school("Collège Rival").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    let other = site.worker("max", &rival, Post::Member).await;
    let [first, _] = campaigns(&site, &school, &teacher).await.map(|id| id.to_string());
    let [foreign, _] = campaigns(&site, &rival, &other).await.map(|id| id.to_string());
    let (long, longer) = ("é".repeat(201), "é".repeat(5001));
    for (name, description, one, two, told) in [
        ("", "", first.as_str(), "", "combined-name-missing"),
        (long.as_str(), "", &first, "", "combined-name-long"),
        ("Parcours", longer.as_str(), &first, "", "combined-description-long"),
        ("Parcours", "", "", "", "combined-campaign-missing"),
        ("Parcours", "", &first, &first, "combined-campaign-twice"),
        // A campaign of another school is none.
        ("Parcours", "", &foreign, "", "combined-campaign-missing"),
    ] {
        let fields = [
            ("id", id(&site)),
            ("name", name.to_owned()),
            ("description", description.to_owned()),
            ("campaign-1", one.to_owned()),
            ("campaign-2", two.to_owned()),
        ];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = teacher.post(NEW, &form(&fields)).await;
        reply.leads("422").says(told);
    }
    let courses = of_organisation(&site.house.db, school.id).await.expect("the courses");
    assert_eq!(courses.len(), 0, "nothing was written");
}
