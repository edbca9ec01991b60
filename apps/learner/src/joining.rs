//! What begins, goes on or is sent in a campaign, decided on what one statement read.

use rules::learner_state::LearnerState;
use rules::participation::{self as rule, Campaign, Place};
use rules::reconciliation::Line as Named;
use store::campaign::Kind;
use store::joining::{Line, Loaded, Met, Offer, Try};
use store::organisation;
use store::session::Visitor;
use web::Words;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Learner, Ticket, note_use};

use crate::attempt_loading::{FRAMEWORK, campaign_title, read_state};
use crate::participation_end::sends;

/// A campaign, and the learner who asks for it.
pub struct Joining {
    /// Who asks.
    pub learner: Learner,
    /// What the session tells of them.
    pub visitor: Visitor,
    /// The campaign and where the learner stands in it.
    pub met: Met,
    /// What is remembered of the learner.
    pub state: LearnerState,
    /// The version of that state, to save it where it has not moved.
    pub version: i64,
}

impl Joining {
    /// Loads the campaign with a code for the holder of the ticket, for a page; the session in use is lengthened now and
    /// then.
    pub async fn shown(house: &House, ticket: Ticket, code: &str) -> Result<Self, Refusal> {
        let token = ticket.token.clone();
        let joining = Self::load(house, ticket, code).await?;
        note_use(house, &joining.visitor, &token).await?;
        Ok(joining)
    }

    /// Loads the campaign with a code for the holder of the ticket.
    pub async fn load(house: &House, ticket: Ticket, code: &str) -> Result<Self, Refusal> {
        let hash = ticket.hash();
        let code = rules::campaign_code::read(code).unwrap_or_default();
        let (legal, now) = (&house.site.legal, house.clock.now());
        let loaded = store::joining::load(&house.db, hash, (&code, FRAMEWORK), legal, now).await?;
        let learner = ticket.learner(loaded.as_ref().map(|loaded| &loaded.visitor))?;
        let Loaded { visitor, met, state } = loaded.ok_or(Refusal::NotFound)?;
        let met = met.ok_or(Refusal::NotFound)?;
        Ok(Self { learner, visitor, met, state: read_state(&state.body)?, version: state.version })
    }

    /// What the learner can do.
    pub fn step(&self, house: &House) -> Step {
        step(&self.met, house.clock.now())
    }

    /// The title of the campaign.
    pub fn title(&self, words: Words) -> String {
        title(words, &self.met.offer)
    }

    /// The address of a page of the campaign.
    pub fn path(&self, rest: &str) -> String {
        path(&self.met.offer, rest)
    }
}

/// What somebody can do in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Say first who of the class list they are.
    Identify,
    /// Begin, go on or look back.
    At(Place),
    /// Nothing.
    Refused(rule::Refusal),
}

/// What somebody can do in a campaign at an instant.
pub fn step(met: &Met, now: i64) -> Step {
    // Whoever lost their line of a list begins nothing more; whoever has none yet says first who they are.
    let active = match &met.line {
        Some(line) => line.disabled_at.is_none(),
        None => !met.offer.managing_learners || met.present.is_none(),
    };
    let present = met.present.as_ref().map(try_of);
    match rule::place(campaign_of(&met.offer), present, active, now) {
        Ok(Place::Begin) if met.offer.managing_learners && met.line.is_none() => {
            rule::identify(met.offer.identity_provider.as_deref())
                .map_or_else(Step::Refused, |()| Step::Identify)
        }
        Ok(Place::Begin) => {
            let taken = met.line.as_ref().is_some_and(|line| line.taken);
            rule::begin_as_pupil(taken).map_or_else(Step::Refused, Step::At)
        }
        Ok(place) => Step::At(place),
        Err(refusal) => Step::Refused(refusal),
    }
}

/// Whether a stranger may make an account by the class list, on the way to a campaign where this is their step.
pub fn is_registering(offer: &Offer, step: Step) -> bool {
    let secondary_school = offer.organisation_kind == organisation::Kind::Sco;
    step == Step::Identify && rule::registers(secondary_school, offer.identity_provider.as_deref())
}

/// Whether a campaign lets people take part without an account. Where there is a class list, everybody is somebody.
pub fn is_open_to_all(offer: &Offer) -> bool {
    offer.simplified && !offer.managing_learners
}

/// Whether a new try may start from nothing: an exam always does, and changes nothing of the profile.
pub fn is_resettable(met: &Met) -> bool {
    met.offer.resettable && met.offer.kind == Kind::Assessment && met.present.is_some()
}

/// What the rules know of a campaign.
pub fn campaign_of(offer: &Offer) -> Campaign {
    Campaign {
        archived: offer.archived_at.is_some(),
        test: offer.kind.is_test(),
        several_sendings: offer.several_sendings,
        sends: sends(offer.kind, offer.for_novices),
    }
}

fn try_of(present: &Try) -> rule::Try {
    rule::Try {
        completed: present.completed_at.is_some(),
        shared_at: present.shared_at,
        deleted: present.deleted_at.is_some(),
        perfect: present.skills.is_some() && present.skills == present.validated,
    }
}

/// The title of a campaign.
pub fn title(words: Words, offer: &Offer) -> String {
    campaign_title(words, offer.title.as_deref(), &offer.code)
}

/// The address of a page of a campaign.
pub fn path(offer: &Offer, rest: &str) -> String {
    format!("/campaigns/{}{rest}", offer.code)
}

/// Where a try that was begun goes on.
pub fn way_on(offer: &Offer, present: Option<&Try>) -> String {
    let attempt = present.and_then(|present| present.attempt_id);
    attempt.map_or_else(|| path(offer, "/sending"), |attempt| format!("/attempts/{attempt}"))
}

/// The name of a line, with its class.
pub fn line_name(line: &Line) -> String {
    let name = format!("{} {}", line.line_first_name, line.line_last_name);
    line.division.as_ref().map_or_else(|| name.clone(), |division| format!("{name} ({division})"))
}

/// The names of a line of the list, as they are compared.
pub fn named(line: &store::learner::Learner) -> Named<'_> {
    Named {
        first_names: [
            Some(line.first_name.as_str()),
            line.second_name.as_deref(),
            line.third_name.as_deref(),
        ],
        last_names: [Some(line.last_name.as_str()), line.usual_name.as_deref()],
    }
}
