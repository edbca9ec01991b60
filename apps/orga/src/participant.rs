//! One person of a campaign: each of their tries, what was sent, and what it says.

use axum::extract::{Path, State};
use axum::response::Html;
use content::Release;
use rules::learner_state::LearnerState;
use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use store::ParticipationId;
use store::campaign::Campaign;
use store::report::award;
use store::report::participant::{Whole, of_try};
use web::Words;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::{load, may_change};
use crate::frame::Sheet;
use crate::participant_page::{self, Shown};
use crate::participant_roll::full_name;

/// `GET /orga/campaigns/{campaign}/participants/{participation}`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path((campaign, participation)): Path<(String, String)>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let id: ParticipationId = participation.parse().map_err(|_| Refusal::NotFound)?;
    let tries = of_try(&house.db, campaign.id, id).await?;
    let one = tries.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    let awards = award::of_profile(&house.db, campaign.target_profile_id).await?;
    let words = member.frame.words();
    let release = &house.bank.present().release;
    let name = named(words, one);
    let body = participant_page::page(&Shown {
        words,
        campaign: &campaign,
        release,
        awards: &awards,
        name: &name,
        tries: &tries,
        one,
        progress: progress(&campaign, release, one),
        changes: may_change(&member, &campaign),
    });
    let title = format!("{name} · {}", campaign.name);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}

/// The name of a person, or that there is none.
pub fn named(words: Words, one: &Whole) -> String {
    let name = full_name(&one.last_name, &one.first_name);
    if name.is_empty() { words.say("orga-anonymous").to_owned() } else { name }
}

/// How much of a campaign a try has gone through, in percent: all of it once it ended, else the share of the skills of
/// which something is known.
pub fn progress(campaign: &Campaign, release: &Release, one: &Whole) -> u32 {
    if one.completed_at.is_some() || one.shared_at.is_some() {
        return 100;
    }
    let Some(state) = one.state.as_deref().and_then(LearnerState::decode) else { return 0 };
    let subjects = Subjects::parse(&campaign.tubes).unwrap_or_default();
    let snapshot = Snapshot::of(&subjects, release, &state.knowledge);
    let (asked, known) = snapshot
        .skills()
        .iter()
        .fold((0, 0), |(asked, known), skill| (asked + 1, known + u32::from(skill.validated.is_some())));
    (known * 100).checked_div(asked).unwrap_or(0)
}
