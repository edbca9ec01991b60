//! Combined courses, as the specification's last scenario tells them.

use store::account::Creation;
use store::campaign::{Campaign, Kind};
use store::combined_course::{self, Course};
use store::target_profile;
use store::training::{self, Training, Trigger};
use store::{AccountId, CampaignId, CourseId, TargetProfileId, TrainingId, trial};
use web::entropy::Entropy;
use web::trial::Reply;

use super::schools::{self, SUBJECT, company, draft, open, take, write};
use super::site::Site;

/// Two lessons for who has at most half of a subject, one for who has at least half.
const LESSONS: [(&str, &str); 3] =
    [("Encore les bases", "goal"), ("Les bases", "goal"), ("Aller plus loin", "prerequisite")];

fn lesson(site: &Site, number: u64) -> TrainingId {
    TrainingId::new(site.now() - site.now() % 1000, number)
}

async fn profile(site: &Site) -> TargetProfileId {
    let profile = schools::target_profile(site, SUBJECT);
    write(site, async |tx| {
        target_profile::create(tx, &profile).await.expect("a profile");
        for (number, (title, kind)) in (1..).zip(LESSONS) {
            let training = Training {
                id: lesson(site, number),
                title: title.to_owned(),
                link: format!("/tutorials/{number}"),
                kind: "tutorial".to_owned(),
                minutes: 2,
                lang: "fr".to_owned(),
                retired_at: None,
            };
            assert_eq!(training::create(tx, &training).await.expect("a training"), Creation::Created);
            let trigger = Trigger {
                target_profile_id: profile.id,
                training_id: training.id,
                kind: kind.to_owned(),
                threshold: 50,
                tubes: SUBJECT.to_owned(),
            };
            training::set_trigger(tx, &trigger).await.expect("a trigger");
        }
    })
    .await;
    profile.id
}

/// A course of two campaigns with lessons between them: its code, and theirs.
async fn made(site: &Site) -> (String, [Campaign; 2]) {
    let company = company(site).await;
    let target_profile_id = Some(profile(site).await);
    let tubes = SUBJECT.to_owned();
    let first = Campaign { target_profile_id, tubes, ..draft(site, &company, Kind::Assessment) };
    let (first, last) = (open(site, first).await, open(site, draft(site, &company, Kind::Exam)).await);
    let course = Course {
        organisation_id: company.id,
        id: CourseId::new(site.now(), Entropy.number().expect("a number")),
        code: rules::campaign_code::draw(Entropy.number().expect("a number")),
        name: "Vers la certification".to_owned(),
        description: "Trois semaines.".to_owned(),
        created_by: AccountId::new(0, 1),
        created_at: site.now(),
        archived_at: None,
    };
    let items: [Option<CampaignId>; 3] = [Some(first.id), None, Some(last.id)];
    write(site, async |tx| {
        let made = combined_course::create(tx, &course, &items).await.expect("a course");
        assert_eq!(made, Creation::Created);
    })
    .await;
    (course.code, [first, last])
}

/// The code of a course, for the table of routes.
pub async fn course(site: &Site) -> String {
    made(site).await.0
}

/// Which of the lessons and campaigns a page leads to.
fn ways(page: &Reply, campaigns: &[Campaign; 2]) -> Vec<String> {
    let lessons = (1..=3).map(|number| format!("/tutorials/{number}"));
    let campaigns = campaigns.iter().map(|campaign| format!("/campaigns/{}", campaign.code));
    lessons.chain(campaigns).filter(|way| page.body.contains(&format!("href=\"{way}\""))).collect()
}

#[tokio::test]
async fn scenario_20_only_recommended_lessons_stay_and_unlock_one_by_one() {
    trial::each(async |db| {
        let site = Site::over(db);
        let (code, campaigns) = made(&site).await;
        let [first, last] = campaigns.each_ref().map(|campaign| format!("/campaigns/{}", campaign.code));
        let path = format!("/courses/{code}");
        let zoe = site.learner("zoe").await;
        zoe.post("/campaigns", &format!("code={}", code.to_lowercase())).await.leads(&format!("303 {path}"));
        let page = zoe.get(&path).await;
        page.leads("200").says("combined-begin").says("combined-lessons-later").holds("Trois semaines.");
        assert_eq!(ways(&page, &campaigns), [""; 0], "nothing is open before it begins");

        zoe.post(&format!("{path}/participations"), "").await.leads(&format!("303 {path}"));
        let page = zoe.get(&path).await;
        page.lacks("combined-begin").says("combined-lessons-later");
        assert_eq!(ways(&page, &campaigns), [first.as_str()]);

        take(&zoe, &campaigns[0]).await.answer_all(|_| false).await;
        zoe.get(&format!("{first}/result")).await.leads("200").says("combined-go-on").holds(&path);
        let page = zoe.get(&path).await;
        page.holds("Encore les bases").holds("Les bases").lacks("Aller plus loin");
        assert_eq!(ways(&page, &campaigns), ["/tutorials/1"], "one is open, the rest is locked");
        let done = |number| format!("{path}/lessons/{}", lesson(&site, number));
        zoe.post(&done(2), "").await.leads(&format!("303 {path}"));
        assert_eq!(ways(&zoe.get(&path).await, &campaigns), ["/tutorials/1"], "not out of turn");
        zoe.post(&done(3), "").await.leads("404");
        for (number, expected) in [
            (1, vec!["/tutorials/1", "/tutorials/2"]),
            (1, vec!["/tutorials/1", "/tutorials/2"]),
            (2, vec!["/tutorials/1", "/tutorials/2", last.as_str()]),
        ] {
            zoe.post(&done(number), "").await.leads(&format!("303 {path}"));
            assert_eq!(ways(&zoe.get(&path).await, &campaigns), expected);
        }
        zoe.get(&path).await.lacks("combined-over-text");
        take(&zoe, &campaigns[1]).await.answer_all(|_| true).await;
        let page = zoe.get(&path).await;
        page.says("combined-over").says("combined-over-text");
        assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
        zoe.get("/participations").await.holds("Vers la certification").says("combined-mine");
    })
    .await;
}

#[tokio::test]
async fn who_shows_enough_in_the_diagnostic_is_spared_the_lessons_for_beginners() {
    trial::each(async |db| {
        let site = Site::over(db);
        let (code, campaigns) = made(&site).await;
        let path = format!("/courses/{code}");
        let tom = site.learner("tom").await;
        // The diagnostic was taken before the course began: it counts.
        take(&tom, &campaigns[0]).await.answer_all(|_| true).await;
        tom.post(&format!("{path}/participations"), "").await.leads(&format!("303 {path}"));
        let page = tom.get(&path).await;
        page.holds("Aller plus loin").lacks("Les bases");
        assert_eq!(ways(&page, &campaigns), ["/tutorials/3"]);
    })
    .await;
}

#[tokio::test]
async fn a_closed_course_is_begun_by_nobody() {
    let site = Site::open().await;
    let (code, [campaign, _]) = made(&site).await;
    let path = format!("/courses/{code}");
    let zoe = site.learner("zoe").await;
    let found =
        combined_course::by_code(&site.house.db, &code).await.expect("the courses").expect("a course");
    let (organisation, now) = (campaign.organisation_id, site.now());
    write(&site, async |tx| {
        let closed = combined_course::set_archived(tx, organisation, found.id, Some(now)).await;
        assert!(closed.expect("closed"), "it is there");
    })
    .await;
    zoe.get(&path).await.leads("200").says("combined-archived").lacks("combined-begin");
    zoe.post(&format!("{path}/participations"), "").await.leads(&format!("303 {path}"));
    zoe.get("/participations").await.lacks("Vers la certification");
    site.guest().get(&path).await.leads(&format!("303 /sign-in?next={}", path.replace('/', "%2F")));
    site.guest().get(&format!("/campaigns/{code}")).await.leads(&format!("303 {path}"));
}
