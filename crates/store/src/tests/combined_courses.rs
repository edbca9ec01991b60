//! Combined courses: made once under a code, followed step by step, over when nothing is left to do.

use super::{a_training, signed_in};
use crate::account::Creation;
use crate::campaign::{self, Campaign, Kind};
use crate::combined_course::{self as course, Course};
use crate::combined_course_progress as progress;
use crate::organisation::{self, Kind as School, Organisation};
use crate::participation::{self, End, Participation, Sent};
use crate::training::{self, Training};
use crate::trial::{self, NOW};
use crate::{AccountId, CampaignId, CourseId, Db, OrganisationId, ParticipationId, TrainingId};

const COURSE: (u64, &str) = (1, "KRSKRS234");

fn id() -> CourseId {
    CourseId::new(NOW, COURSE.0)
}

fn a_course(organisation: OrganisationId) -> Course {
    Course {
        organisation_id: organisation,
        id: id(),
        code: COURSE.1.to_owned(),
        name: "Vers la certification".to_owned(),
        description: "Bienvenue".to_owned(),
        created_by: AccountId::new(NOW, 9),
        created_at: NOW,
        archived_at: None,
    }
}

/// A school with two campaigns, and a course of the first, its lessons and the second.
async fn made(db: &Db) -> (OrganisationId, [CampaignId; 2]) {
    let here = OrganisationId::new(NOW, 1);
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation::new(here, School::Sco, "Collège", NOW)).await.unwrap();
    let campaigns = [1, 2].map(|number| CampaignId::new(NOW, number));
    for (number, id) in (5..).zip(campaigns) {
        let campaign = Campaign {
            code: format!("KRSKRS99{number}"),
            ..Campaign::new(here, id, Kind::Assessment, AccountId::new(NOW, 9), NOW)
        };
        assert_eq!(campaign::create(&mut tx, &campaign).await, Ok(Creation::Created));
    }
    for (number, lang) in [(1, "fr"), (2, "fr"), (3, "en")] {
        let lesson = Training { id: TrainingId::new(NOW, number), lang: lang.to_owned(), ..a_training() };
        assert_eq!(training::create(&mut tx, &lesson).await, Ok(Creation::Created));
    }
    let items = [Some(campaigns[0]), None, Some(campaigns[1])];
    assert_eq!(course::create(&mut tx, &a_course(here), &items).await, Ok(Creation::Created));
    tx.commit().await.unwrap();
    (here, campaigns)
}

async fn check_making(db: Db) {
    let (here, campaigns) = made(&db).await;
    let mut tx = db.begin().await.unwrap();
    assert_eq!(course::create(&mut tx, &a_course(here), &[]).await, Ok(Creation::Taken), "once");
    let taken = Course { id: CourseId::new(NOW, 2), code: "KRSKRS995".to_owned(), ..a_course(here) };
    assert_eq!(course::create(&mut tx, &taken, &[]).await, Ok(Creation::Taken), "the code of a campaign");
    tx.commit().await.unwrap();
    let found = course::by_code(&db, COURSE.1).await.unwrap().unwrap();
    assert_eq!((found.id, found.organisation.as_str(), found.archived_at), (id(), "Collège", None));
    assert_eq!(
        course::by_id(&db, OrganisationId::new(NOW, 2), id()).await.unwrap(),
        None,
        "another school's"
    );
    let items: Vec<_> =
        course::items(&db, id()).await.unwrap().into_iter().map(|item| item.campaign_id).collect();
    assert_eq!(items, [Some(campaigns[0]), None, Some(campaigns[1])]);
    let mut tx = db.begin().await.unwrap();
    assert!(course::set_archived(&mut tx, here, id(), Some(NOW + 1)).await.unwrap());
    assert!(!course::set_archived(&mut tx, OrganisationId::new(NOW, 2), id(), None).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(course::by_id(&db, here, id()).await.unwrap().unwrap().archived_at, Some(NOW + 1));
}

#[tokio::test]
async fn a_course_is_made_once_under_a_code_of_its_own() {
    trial::each(check_making).await;
}

/// Takes a campaign to its end, which recommends some lessons.
async fn end(db: &Db, account: AccountId, campaign: CampaignId, number: u64, lessons: &[u64]) {
    let id = ParticipationId::new(NOW, number);
    let lessons = Some(lessons.iter().map(|lesson| TrainingId::new(NOW, *lesson)).collect());
    let sent = Some(Sent { snapshot: b"abc".to_vec(), ..Sent::default() });
    let mut tx = db.begin().await.unwrap();
    participation::start(&mut tx, &Participation::new(campaign, id, account, NOW)).await.unwrap();
    let end = End { participation: id, at: NOW + 10, sent, lessons };
    assert!(participation::finish(&mut tx, &end).await.unwrap());
    tx.commit().await.unwrap();
}

/// The lessons of the account's course, with whether each is done.
async fn lessons(db: &Db, account: AccountId) -> Vec<(TrainingId, bool)> {
    let steps = progress::steps(db, id(), account).await.unwrap();
    steps.into_iter().filter_map(|step| Some((step.training_id?, step.done_at.is_some()))).collect()
}

async fn completed(db: &Db, account: AccountId) -> Option<i64> {
    progress::of_person(db, id(), account).await.unwrap().unwrap().completed_at
}

async fn check_following(db: Db) {
    let (here, [first, last]) = made(&db).await;
    let (zoe, tom) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    assert_eq!(progress::of_person(&db, id(), zoe).await.unwrap(), None);
    let mut tx = db.begin().await.unwrap();
    assert_eq!(progress::begin(&mut tx, COURSE.1, zoe, NOW).await, Ok(Creation::Created));
    assert_eq!(progress::begin(&mut tx, COURSE.1, zoe, NOW + 5).await, Ok(Creation::Taken), "once");
    progress::settle(&mut tx, zoe, NOW).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(completed(&db, zoe).await, None);
    // Who follows no course keeps no lessons.
    end(&db, tom, first, 1, &[1]).await;
    assert_eq!(lessons(&db, tom).await, []);
    end(&db, zoe, first, 2, &[1, 2, 3]).await;
    let [one, two] = [1, 2].map(|number| TrainingId::new(NOW, number));
    assert_eq!(lessons(&db, zoe).await, [(one, false), (two, false)], "those in her language");
    let around = progress::around(&db, last, zoe).await.unwrap().unwrap();
    assert_eq!((around.code.as_str(), around.completed_at), (COURSE.1, None));
    assert_eq!(progress::around(&db, last, tom).await.unwrap(), None);
    for (lesson, found) in [(one, true), (one, true), (TrainingId::new(NOW, 3), false)] {
        let mut tx = db.begin().await.unwrap();
        assert_eq!(progress::pass(&mut tx, id(), zoe, lesson, NOW + 20).await, Ok(found));
        progress::settle(&mut tx, zoe, NOW + 20).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(lessons(&db, zoe).await, [(one, true), (two, false)]);
    end(&db, zoe, last, 3, &[]).await;
    assert_eq!(completed(&db, zoe).await, None, "a lesson is left");
    let mut tx = db.begin().await.unwrap();
    assert!(progress::pass(&mut tx, id(), zoe, two, NOW + 30).await.unwrap());
    progress::settle(&mut tx, zoe, NOW + 30).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(completed(&db, zoe).await, Some(NOW + 30));
    // Trying the last campaign again locks nothing.
    let again = ParticipationId::new(NOW, 4);
    let mut tx = db.begin().await.unwrap();
    assert!(participation::supersede(&mut tx, ParticipationId::new(NOW, 3)).await.unwrap());
    participation::start(&mut tx, &Participation::new(last, again, zoe, NOW + 40)).await.unwrap();
    tx.commit().await.unwrap();
    let steps = progress::steps(&db, id(), zoe).await.unwrap();
    assert!(steps.iter().all(|step| step.done_at.is_some()), "{steps:?}");
    let followers = progress::followers(&db, id(), 0, 9).await.unwrap();
    let seen: Vec<_> =
        followers.iter().map(|one| (one.campaigns_done, one.lessons_done, one.lessons)).collect();
    assert_eq!(seen, [(2, 2, 2)]);
    let listed = course::of_organisation(&db, here).await.unwrap();
    assert_eq!(listed.iter().map(|one| (one.participants, one.completed)).collect::<Vec<_>>(), [(1, 1)]);
    assert_eq!(progress::of_account(&db, zoe).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_course_is_followed_to_its_end() {
    trial::each(check_following).await;
}

async fn check_what_was_sent_before(db: Db) {
    let (_, [first, last]) = made(&db).await;
    let zoe = signed_in(&db, 1).await.id;
    end(&db, zoe, first, 1, &[1]).await;
    end(&db, zoe, last, 2, &[]).await;
    let mut tx = db.begin().await.unwrap();
    progress::begin(&mut tx, COURSE.1, zoe, NOW).await.unwrap();
    progress::keep_lessons(&mut tx, zoe, &[]).await.unwrap();
    progress::settle(&mut tx, zoe, NOW + 40).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(completed(&db, zoe).await, Some(NOW + 40), "nothing was recommended: nothing is left");
}

#[tokio::test]
async fn what_was_sent_before_counts() {
    trial::each(check_what_was_sent_before).await;
}
