//! What every page of an attempt needs, read in one statement: who asks, the attempt with its pins, the learner's state.

use content::{Instance, Mode};
use grade::Circumstances;
use rules::attempt::{Admission, Pins, admit, instance_seed};
use rules::learner_state::{LearnerState, Run};
use rules::placement::Placement;
use rules::subjects::SEVERAL;
use rules::syllabus::Syllabus;
use rules::under_way::Timing;
use std::sync::Arc;
use store::attempt::{Attempt, Given};
use store::{AccountId, AttemptId, state};
use web::Words;
use web::bank::Shelf;
use web::house::House;
use web::lang::Lang;
use web::refusal::Refusal;
use web::visit::{Learner, Ticket, note_use};

/// The framework that learners are placed in.
pub const FRAMEWORK: &str = "crcn";

/// How often a decision is made again when another tab of the same person was faster.
pub const TRIES: usize = 5;

/// The learner who asks, and what is known of them, read in one statement.
pub struct Known {
    /// Who asks.
    pub learner: Learner,
    /// What is remembered of the learner.
    pub state: LearnerState,
    /// The version of that state, to save it where it has not moved.
    pub version: i64,
}

impl Known {
    /// Loads the holder of the ticket; the session in use is lengthened now and then.
    pub async fn load(house: &House, ticket: Ticket) -> Result<Self, Refusal> {
        let loaded =
            store::state::load(&house.db, ticket.hash(), FRAMEWORK, &house.site.legal, house.clock.now())
                .await?;
        if let Some(loaded) = &loaded {
            note_use(house, &loaded.visitor, &ticket.token).await?;
        }
        let learner = ticket.learner(loaded.as_ref().map(|loaded| &loaded.visitor))?.with_account()?;
        let stored = loaded.map(|loaded| loaded.state).unwrap_or_default();
        Ok(Self { learner, state: read_state(&stored.body)?, version: stored.version })
    }
}

/// An attempt of the learner who asks, and where it stands.
pub struct Standing {
    /// Who asks.
    pub learner: Learner,
    /// The attempt as it was begun.
    pub attempt: Attempt,
    /// The campaign it was begun for.
    pub campaign: Option<Given>,
    /// What the rules pin of it.
    pub pins: Pins,
    /// What the campaign asks.
    pub asked: Option<Arc<Syllabus>>,
    /// The release of the bank that it pinned.
    pub shelf: Arc<Shelf>,
    /// The release of today, whose lessons can be opened.
    pub present: Arc<Shelf>,
    /// What is remembered of the learner.
    pub state: LearnerState,
    /// The version of that state, to save it where it has not moved.
    pub version: i64,
}

impl Standing {
    /// Loads an attempt of the holder of the ticket; somebody else's does not exist for them.
    pub async fn load(house: &House, ticket: Ticket, attempt: &str) -> Result<Self, Refusal> {
        // A wrong id is not found, but only by somebody signed in: strangers are led to sign in all the same.
        let id = attempt.parse().unwrap_or_else(|_| AttemptId::new(0, 0));
        let now = house.clock.now();
        let legal = &house.site.legal;
        let loaded = store::attempt::load(&house.db, ticket.hash(), id, legal, now).await?;
        let learner = ticket.learner(loaded.as_ref().map(|loaded| &loaded.visitor))?;
        let loaded = loaded.ok_or(Refusal::NotFound)?;
        let attempt = loaded.attempt.ok_or(Refusal::NotFound)?;
        let shelf = house.bank.shelf(&house.db, &attempt.release_id).await?;
        let pins = pins_of(&attempt, &shelf)?;
        let state = read_state(&loaded.state.body)?;
        let present = Arc::clone(house.bank.present());
        let (campaign, version) = (loaded.campaign, loaded.state.version);
        let asked = attempt.tubes.as_deref().and_then(|subjects| shelf.campaign(subjects));
        Ok(Self { learner, attempt, campaign, pins, asked, shelf, present, state, version })
    }

    /// Whose attempt it is.
    pub fn account(&self) -> AccountId {
        self.attempt.account_id
    }

    /// Where the attempt stands; none when a newer one took its place.
    pub fn run(&self) -> Option<&Run> {
        self.state.run(self.pins.id)
    }

    /// What the release asks in the competence, or of the campaign's subjects.
    pub fn syllabus(&self) -> Result<&Syllabus, Refusal> {
        let asked = self.asked.as_deref().or_else(|| self.shelf.syllabus(self.pins.competence));
        asked.ok_or(Refusal::NotFound)
    }

    /// Draws the question of a position in a language.
    pub fn instance(&self, family: i64, position: u16, lang: Lang) -> Result<Arc<Instance>, Refusal> {
        Ok(self.shelf.instance(family, instance_seed(self.pins.seed, position), lang)?)
    }

    /// The name of the competence, or the title of the campaign.
    pub fn name(&self, lang: Lang) -> String {
        if let Some(campaign) = &self.campaign {
            return campaign_title(Words::of(lang), campaign.title.as_deref(), &campaign.code);
        }
        let competence = self.shelf.release.framework().competence(&self.attempt.competence);
        competence.map_or_else(String::new, |competence| competence.name.get(lang).clone())
    }

    /// The page of the competence, or of the campaign.
    pub fn above(&self) -> String {
        match &self.campaign {
            Some(campaign) => format!("/campaigns/{}", campaign.code),
            None => format!("/competences/{}", self.attempt.competence),
        }
    }

    /// The seconds that a family allows, when time is part of its skill.
    pub fn limit(&self, family: i64) -> Option<u32> {
        self.shelf.release.family_by_key(family)?.front().timer
    }

    /// Where one may look during a family's questions.
    pub fn mode(&self, family: i64) -> Option<Mode> {
        Some(self.shelf.release.family_by_key(family)?.front().mode)
    }

    /// Whether the question asked, of this family, has a clock that does not run yet.
    pub fn is_closed(&self, family: i64) -> bool {
        self.limit(family).is_some() && self.run().is_none_or(|run| run.opened_at.is_none())
    }

    /// The clock of the question asked, of this family, once it runs.
    pub fn timing(&self, family: i64, now: i64) -> Option<Timing> {
        Timing::of(self.run()?, self.limit(family)?, now)
    }

    /// In which circumstances the question asked, of this family, is answered.
    pub fn circumstances(&self, family: i64, now: i64) -> Circumstances {
        Circumstances {
            timed_out: self.timing(family, now).is_some_and(|timing| timing.is_late()),
            focus_question: self.mode(family) == Some(Mode::Focus),
            focus_lost: self.run().is_some_and(|run| run.left),
            certification: false,
        }
    }

    /// The family asked at a position that the learner has seen, and whether it has its answer.
    pub async fn seen(&self, house: &House, position: u16) -> Result<(i64, bool), Refusal> {
        if let Admission::Grade(family) = admit(&self.state, self.pins.id, position) {
            return if self.is_closed(family) { Err(Refusal::NotFound) } else { Ok((family, false)) };
        }
        let (account, attempt) = (self.account(), self.attempt.id);
        let row = store::answer::by_position(&house.db, account, attempt, i64::from(position)).await?;
        Ok((row.ok_or(Refusal::NotFound)?.family, true))
    }

    /// Saves another state of the learner; tells whether it was still the one that was loaded.
    pub async fn save(&self, house: &House, known: &LearnerState) -> Result<bool, Refusal> {
        let mut tx = house.db.begin().await?;
        let (account, now) = (self.account(), house.clock.now());
        let (framework, version) = (self.attempt.framework.as_str(), self.version);
        if !state::save(&mut tx, account, framework, version, &known.encode(), now).await? {
            return Ok(false);
        }
        tx.commit().await?;
        Ok(true)
    }

    /// The address of a page of the attempt.
    pub fn path(&self, rest: &str) -> String {
        format!("/attempts/{}{rest}", self.attempt.id)
    }
}

/// Reads a learner's state; no bytes mean that nothing is known yet.
pub fn read_state(body: &[u8]) -> Result<LearnerState, Refusal> {
    if body.is_empty() {
        return Ok(LearnerState::default());
    }
    LearnerState::decode(body).ok_or_else(|| {
        Refusal::defect(&"a learner's state cannot be read: it was written by a newer program")
    })
}

/// The index of a competence in the framework of a release.
pub fn competence_index(shelf: &Shelf, code: &str) -> Option<u8> {
    let index =
        shelf.release.framework().competences.iter().position(|competence| competence.code == code)?;
    u8::try_from(index).ok()
}

/// The title of a campaign among learners: one without is named by its code, the name among teachers is theirs.
pub fn campaign_title(words: Words, title: Option<&str>, code: &str) -> String {
    let untitled = || words.with("participation-untitled", &[("code", code.into())]);
    title.map_or_else(untitled, str::to_owned)
}

fn pins_of(attempt: &Attempt, shelf: &Shelf) -> Result<Pins, Refusal> {
    let of_competence = || competence_index(shelf, &attempt.competence);
    let competence = attempt.tubes.as_ref().map_or_else(of_competence, |_| Some(SEVERAL));
    let competence = competence.ok_or(Refusal::NotFound)?;
    Ok(Pins {
        id: attempt.id.number(),
        competence,
        placement: Placement::pinned(&attempt.algorithm).ok_or_else(|| {
            Refusal::defect(&"an attempt pins an algorithm that this program does not know")
        })?,
        seed: attempt.seed,
        improving: attempt.improving,
        afresh: attempt.afresh,
        started_at: attempt.started_at,
    })
}
