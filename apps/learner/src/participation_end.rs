//! The end of a campaign's test: what the organisation receives, decided once and kept with the last answer.

use rules::learner_state::{LearnerState, Run};
use rules::participation::{Campaign, is_sent};
use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use rules::training::recommended as is_recommended;
use rules::{badge, stage};
use store::attempt::Given;
use store::campaign::Kind;
use store::joining::{self, Reward};
use store::participation::{End, Sent};
use store::training::{self, Trigger};
use store::{TargetProfileId, TrainingId};
use web::house::House;
use web::refusal::Refusal;

use crate::attempt_loading::Standing;
use crate::training::condition;

/// The end that an answer brings to the campaign of an attempt; none when the attempt is no campaign's or goes on.
pub async fn of(
    house: &House,
    standing: &Standing,
    known: &LearnerState,
    at: i64,
) -> Result<Option<End>, Refusal> {
    let (Some(given), Some(subjects)) = (&standing.campaign, &standing.attempt.tubes) else {
        return Ok(None);
    };
    if known.run(standing.pins.id).is_some_and(|run: &Run| run.completed_at.is_none()) {
        return Ok(None);
    }
    let subjects = Subjects::parse(subjects).unwrap_or_default();
    let snapshot = Snapshot::of(&subjects, &standing.shelf.release, &known.knowledge);
    let profile = given.target_profile_id;
    let is_sent = is_sent(campaign_of(given), given.deleted_at.is_some());
    let sent = if is_sent { Some(sent(house, profile, &snapshot).await?) } else { None };
    let lessons = if given.in_course { Some(lessons(house, profile, &snapshot).await?) } else { None };
    Ok(Some(End { participation: given.participation_id, at, sent, lessons }))
}

/// What is sent of a test: the snapshot, and the stage and the badges that it earns.
pub async fn sent(
    house: &House,
    profile: Option<TargetProfileId>,
    snapshot: &Snapshot,
) -> Result<Sent, Refusal> {
    let rewards = match profile {
        Some(profile) => joining::rewards(&house.db, profile).await?,
        None => Vec::new(),
    };
    let mastery = snapshot.mastery(|_| true);
    Ok(Sent {
        skills: Some(i64::from(mastery.skills)),
        validated: Some(i64::from(mastery.validated)),
        snapshot: snapshot.encode(),
        badges: badges_of(&rewards, snapshot),
        stage: stage_of(&rewards, mastery.percent()),
        ..Sent::default()
    })
}

/// The trainings that a result recommends, in every language.
pub async fn lessons(
    house: &House,
    profile: Option<TargetProfileId>,
    snapshot: &Snapshot,
) -> Result<Vec<TrainingId>, Refusal> {
    let Some(profile) = profile else { return Ok(Vec::new()) };
    let triggers = training::triggers(&house.db, profile).await?;
    let each = triggers.chunk_by(|one, next| one.training_id == next.training_id);
    let recommended = each
        .filter(|conditions| holds(conditions, snapshot))
        .filter_map(|conditions| Some(conditions.first()?.training_id));
    Ok(recommended.collect())
}

fn holds(conditions: &[Trigger], snapshot: &Snapshot) -> bool {
    let read = |one: &Trigger| condition(&one.kind, one.threshold, &one.tubes);
    let conditions: Option<Vec<_>> = conditions.iter().map(read).collect();
    conditions.is_some_and(|conditions| is_recommended(snapshot, &conditions))
}

/// The threshold of the stage reached with a mastery.
pub fn stage_of(rewards: &[Reward], percent: u32) -> Option<i64> {
    let thresholds = rewards.iter().filter_map(|reward| u32::try_from(reward.threshold?).ok());
    stage::reached(percent, &thresholds.collect::<Vec<_>>()).map(i64::from)
}

/// The keys of the badges that a snapshot earns, each between spaces; none where there are no badges.
fn badges_of(rewards: &[Reward], snapshot: &Snapshot) -> Option<String> {
    let mut badges = rewards.iter().filter(|reward| reward.threshold.is_none()).peekable();
    badges.peek()?;
    let earned = badges.filter(|reward| is_earned(reward, snapshot));
    Some(earned.fold(" ".to_owned(), |keys, reward| keys + reward.key.as_str() + " "))
}

/// Whether a snapshot earns a badge.
pub fn is_earned(reward: &Reward, snapshot: &Snapshot) -> bool {
    badge::criteria(&reward.criteria).is_ok_and(|criteria| badge::obtained(snapshot, &criteria))
}

/// Whether results of this kind of campaign go to the organisation.
pub fn sends(kind: Kind, for_novices: bool) -> bool {
    kind != Kind::Course && !for_novices
}

fn campaign_of(given: &Given) -> Campaign {
    Campaign {
        archived: given.archived_at.is_some(),
        test: given.kind.is_test(),
        several_sendings: false,
        sends: sends(given.kind, given.for_novices),
    }
}
