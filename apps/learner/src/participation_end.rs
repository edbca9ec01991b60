//! The end of a campaign's test: what the organisation receives, decided once and kept with the last answer.

use rules::learner_state::{LearnerState, Run};
use rules::participation::{Campaign, is_sent};
use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use rules::{badge, stage};
use store::TargetProfileId;
use store::attempt::Given;
use store::campaign::Kind;
use store::joining::{self, Reward};
use store::participation::{End, Sent};
use web::house::House;
use web::refusal::Refusal;

use crate::attempt_loading::Standing;

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
    let sent = if is_sent(campaign_of(given), given.deleted_at.is_some()) {
        let subjects = Subjects::parse(subjects).unwrap_or_default();
        let snapshot = Snapshot::of(&subjects, &standing.shelf.release, &known.knowledge);
        Some(sent(house, given.target_profile_id, &snapshot).await?)
    } else {
        None
    };
    Ok(Some(End { participation: given.participation_id, at, sent }))
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
