//! What the school of the demonstration offers to anybody: a campaign that is taken without an account, and the lessons
//! that results bring.

use super::term::DAY_MS;
use super::{COURSE_CODE, DISCOVERY_CODE, OPEN_HOUSE};
use content::{Lang, Release};
use rules::search_text::search_text;
use rules::subjects::{Subjects, tube_number};
use rules::training::Kind as When;
use store::account::Creation;
use store::campaign::{self, Campaign, Kind};
use store::combined_course::{self, Course};
use store::target_profile::{self, TargetProfile};
use store::training::{self, Training, Trigger};
use store::{CampaignId, CourseId, Result, TargetProfileId, TrainingId, Tx};

/// The ready-made target profile "Découverte".
const DISCOVERY: i64 = 301;
/// What learners read.
const TITLE: &str = "Premiers pas";
const COURSE: &str = "Premiers pas, leçons, puis rentrée";
const COURSE_TEXT: &str =
    "Trois étapes : un premier test, les leçons qu'il vous conseille, puis le test de rentrée.";
const WELCOME: &str = "Quelques questions pour découvrir, sans créer de compte.";
/// Lessons of ours, each with the tube it is about: brought by whoever validated at most this share of it, in percent.
const LESSONS: [(&str, &str); 3] = [
    ("1.1-a", "1.1-a-read-a-result"),
    ("2.1-a", "2.1-a-read-a-message"),
    ("4.1-a", "4.1-a-one-account-one-password"),
];
const AT_MOST: i64 = 75;

/// Writes all of it beside the school's first campaign; `chance` is some random bits. Tells whether nothing was in the
/// way.
pub async fn write(tx: &mut Tx, release: &Release, first: &Campaign, chance: u64) -> Result<bool> {
    let profile = profile(&mut *tx, first, chance).await?;
    if let Some(profile) = &profile
        && target_profile::create(tx, profile).await? == Creation::Taken
    {
        return Ok(false);
    }
    if campaign::create(tx, &discovery(first, profile.as_ref(), chance)).await? == Creation::Taken {
        return Ok(false);
    }
    if !course(tx, first, chance).await? {
        return Ok(false);
    }
    let rentree = first.target_profile_id.map(|id| (id, first.tubes.as_str()));
    let discovery = profile.as_ref().map(|profile| (profile.id, profile.tubes.as_str()));
    let profiles: Vec<_> = rentree.into_iter().chain(discovery).collect();
    lessons(tx, release, &profiles, first.created_at).await
}

/// A copy of the ready-made profile that may be taken without an account; none where the bank lacks it.
async fn profile(tx: &mut Tx, first: &Campaign, chance: u64) -> Result<Option<TargetProfile>> {
    let ready = target_profile::by_id(tx, TargetProfileId::from_number(DISCOVERY)).await?;
    Ok(ready.map(|ready| TargetProfile {
        id: TargetProfileId::new(first.created_at, chance),
        owner_id: Some(first.organisation_id),
        name: OPEN_HOUSE.to_owned(),
        is_public: false,
        simplified: true,
        created_at: first.created_at,
        ..ready
    }))
}

/// The campaign, opened a day before the first one.
fn discovery(first: &Campaign, profile: Option<&TargetProfile>, chance: u64) -> Campaign {
    let at = first.created_at - DAY_MS;
    let id = CampaignId::new(at, chance);
    Campaign {
        code: DISCOVERY_CODE.to_owned(),
        name: OPEN_HOUSE.to_owned(),
        sought: search_text(OPEN_HOUSE),
        title: Some(TITLE.to_owned()),
        landing_text: Some(WELCOME.to_owned()),
        target_profile_id: profile.map(|profile| profile.id),
        tubes: profile.map(|profile| profile.tubes.clone()).unwrap_or_default(),
        simplified: true,
        ..Campaign::new(first.organisation_id, id, Kind::Assessment, first.owner_id, at)
    }
}

/// A combined course: the campaign for anybody, the lessons that it recommends, then the school's first campaign. Tells
/// whether nothing was in the way.
async fn course(tx: &mut Tx, first: &Campaign, chance: u64) -> Result<bool> {
    let course = Course {
        organisation_id: first.organisation_id,
        id: CourseId::new(first.created_at, chance),
        code: COURSE_CODE.to_owned(),
        name: COURSE.to_owned(),
        description: COURSE_TEXT.to_owned(),
        created_by: first.owner_id,
        created_at: first.created_at,
        archived_at: None,
    };
    let discovery = CampaignId::new(first.created_at - DAY_MS, chance);
    let items = [Some(discovery), None, Some(first.id)];
    Ok(combined_course::create(tx, &course, &items).await? == Creation::Created)
}

/// The lessons in both languages, and when each profile that asks their tube recommends them.
async fn lessons(
    tx: &mut Tx,
    release: &Release,
    profiles: &[(TargetProfileId, &str)],
    at: i64,
) -> Result<bool> {
    let each = LESSONS.iter().flat_map(|lesson| [Lang::Fr, Lang::En].map(|lang| (lesson, lang)));
    for (chance, ((tube, id), lang)) in (0..).zip(each) {
        let Some(tutorial) = release.tutorial(id) else { continue };
        let lesson = Training {
            id: TrainingId::new(at, chance),
            title: tutorial.title.get(lang).clone(),
            link: format!("/tutorials/{id}"),
            kind: "tutorial".to_owned(),
            minutes: tutorial.front.minutes.into(),
            lang: lang.code().to_owned(),
            retired_at: None,
        };
        if training::create(tx, &lesson).await? == Creation::Taken {
            return Ok(false);
        }
        for (profile, tubes) in profiles {
            if let Some(tubes) = level(tubes, tube) {
                let kind = When::Goal.name().to_owned();
                let (target_profile_id, training_id) = (*profile, lesson.id);
                let trigger = Trigger { target_profile_id, training_id, kind, threshold: AT_MOST, tubes };
                training::set_trigger(tx, &trigger).await?;
            }
        }
    }
    Ok(true)
}

/// A tube with its level among the subjects of a profile, as it is written.
fn level(tubes: &str, tube: &str) -> Option<String> {
    let level = Subjects::parse(tubes)?.level(tube_number(tube)?)?;
    Some(format!("{tube}:{level}"))
}
