//! What a pupil of the demonstration did since September, by the rules that answers of real people go through: the
//! answers are those of the cohort of [`measure::simulation`], all the rest follows from them.

use super::pupil::Mind;
use super::roll::Pupil;
use super::term::{Term, lesson};
use measure::placement::{certifiable, total};
use rules::attempt::{Graded, Pins, Start, begin, instance_seed, record, start};
use rules::learner_state::{LearnerState, Run, to_second};
use rules::placement::Placement;
use rules::snapshot::{Sent as Level, Snapshot, encode_profile};
use rules::standing::standing;
use rules::subjects::{SEVERAL, Subjects};
use rules::syllabus::Syllabus;
use rules::{answer_text, verdict_number};
use store::answer::Answer;
use store::attempt::{Attempt, CAMPAIGN};
use store::campaign::Campaign;
use store::participation::{End, Participation, Sent};
use store::{AccountId, AttemptId, LearnerId, ParticipationId};
use web::bank::Shelf;

/// The framework that learners are placed in.
pub const FRAMEWORK: &str = "crcn";
const SECOND_MS: i64 = 1_000;
/// More tests than one pupil takes.
const TESTS: u64 = 64;

/// How tests are placed and scored here.
#[derive(Clone, Copy)]
pub struct Scale {
    /// What new tests follow.
    pub placement: Placement,
    /// The highest level that can be reached.
    pub ceiling: u8,
}

/// What a pupil did.
#[derive(Debug, Default)]
pub struct Schooldays {
    /// The tests.
    pub attempts: Vec<Attempt>,
    /// Their answers, in order.
    pub answers: Vec<Answer>,
    /// The tries at the campaigns.
    pub participations: Vec<Participation>,
    /// What is remembered of it all.
    pub state: LearnerState,
    /// The latest instant of it.
    pub latest: i64,
}

/// A pupil at work.
pub struct Work<'a> {
    /// The questions.
    pub shelf: &'a Shelf,
    /// How tests are placed.
    pub scale: Scale,
    /// The campaigns.
    pub term: &'a Term,
    /// Who answers.
    pub pupil: &'a Pupil,
    /// How.
    pub mind: Mind<'a>,
    /// The account, and the line of the list.
    pub whose: (AccountId, LearnerId),
    /// What was done so far.
    pub done: Schooldays,
}

impl Work<'_> {
    /// The whole of a pupil's term.
    ///
    /// # Errors
    /// A sentence about a question that cannot be drawn.
    pub fn all(mut self, competences: u16) -> Result<Schooldays, String> {
        let term = self.term;
        let seen = term.attendance(self.pupil);
        if let Some(attended) = seen.protection {
            self.campaign(&term.protection, attended)?;
        }
        for (rank, competence) in (0_u16..).zip(super::term::COMPETENCES).take(usize::from(competences)) {
            self.competence(competence, lesson(term.now, 24 - 2 * i64::from(rank), rank))?;
        }
        if let Some((at, sends)) = seen.profile {
            self.profile(&term.profiles, at, sends);
        }
        if let Some(attended) = seen.rentree {
            self.campaign(&term.rentree, attended)?;
        }
        Ok(self.done)
    }

    /// The test of a campaign, begun at an instant and perhaps left after so many answers.
    fn campaign(&mut self, campaign: &Campaign, (at, left): (i64, Option<u16>)) -> Result<(), String> {
        let Some(syllabus) = self.shelf.campaign(&campaign.tubes).filter(|asked| !asked.is_empty()) else {
            return Ok(());
        };
        // The placement of every campaign.
        let pins = Pins { competence: SEVERAL, ..self.pins(at, Placement::Reference) };
        let state = begin(self.done.state.clone(), &syllabus, &pins);
        if state.run(pins.id).and_then(Run::asked).is_none() {
            // Everything is known already: the end at once, without a test.
            let begun = self.participation(campaign, at);
            let end = End { participation: begun.id, at, sent: Some(self.outcome(campaign)), lessons: None };
            self.done.participations.push(begun.ended(end));
            return Ok(());
        }
        self.done.state = state;
        let attempt =
            Attempt { tubes: Some(campaign.tubes.clone()), ..self.attempt(&pins, CAMPAIGN.to_owned()) };
        self.done.attempts.push(attempt);
        let attempt_id = Some(AttemptId::from_number(pins.id));
        let begun = Participation { attempt_id, ..self.participation(campaign, at) };
        let end = self.answers(&syllabus, &pins, left)?;
        let participation = match end {
            None => begun,
            Some(at) => {
                let end =
                    End { participation: begun.id, at, sent: Some(self.outcome(campaign)), lessons: None };
                begun.ended(end)
            }
        };
        self.done.participations.push(participation);
        Ok(())
    }

    /// The test of one competence, to its end.
    fn competence(&mut self, index: u8, at: i64) -> Result<(), String> {
        let shelf = self.shelf;
        let (Some(syllabus), Some(named)) =
            (shelf.syllabus(index), shelf.release.framework().competences.get(usize::from(index)))
        else {
            return Ok(());
        };
        let drawn = self.pins(at, self.scale.placement);
        let how = (self.scale.placement, self.scale.ceiling);
        let Ok(Start::New { pins, state }) =
            start(&self.done.state, syllabus, how, (drawn.id, drawn.seed, at))
        else {
            return Ok(());
        };
        self.done.state = state;
        self.done.attempts.push(self.attempt(&pins, named.code.clone()));
        self.answers(syllabus, &pins, None).map(drop)
    }

    /// The profile, and whether it was sent.
    fn profile(&mut self, campaign: &Campaign, at: i64, sends: bool) {
        let begun = self.participation(campaign, at);
        let at = at + 90 * SECOND_MS;
        let participation = if sends {
            let end = End { participation: begun.id, at, sent: Some(self.levels(at)), lessons: None };
            begun.ended(end)
        } else {
            begun
        };
        self.done.participations.push(participation);
        self.done.latest = at;
    }

    /// Answers what is asked, until the end, whose instant it gives, or until so many answers.
    fn answers(
        &mut self,
        syllabus: &Syllabus,
        pins: &Pins,
        left: Option<u16>,
    ) -> Result<Option<i64>, String> {
        let (mut at, mut position) = (pins.started_at, 0_u16);
        while let Some(family) = self.done.state.run(pins.id).and_then(Run::asked) {
            if left.is_some_and(|most| position >= most) {
                return Ok(None);
            }
            position += 1;
            let said = self.mind.answer(&self.shelf.release, family, instance_seed(pins.seed, position))?;
            at += said.seconds * SECOND_MS;
            self.done.answers.push(Answer {
                account_id: self.whose.0,
                attempt_id: AttemptId::from_number(pins.id),
                position: i64::from(position),
                family,
                lang: "fr".to_owned(),
                status: verdict_number::write(said.verdict.status),
                mistake: said.verdict.mistake,
                value: answer_text::write(&said.answer),
                seconds: said.seconds,
                answered_at: at,
                page_left: false,
            });
            let graded = Graded { status: said.verdict.status, at, timed: syllabus.is_timed(family) };
            self.done.state = record(std::mem::take(&mut self.done.state), syllabus, pins, graded);
            self.done.latest = at;
        }
        Ok(Some(at))
    }

    /// What a test sends. The campaigns of the demonstration follow profiles without stages and badges.
    fn outcome(&self, campaign: &Campaign) -> Sent {
        let subjects = Subjects::parse(&campaign.tubes).unwrap_or_default();
        let snapshot = Snapshot::of(&subjects, &self.shelf.release, &self.done.state.knowledge);
        let mastery = snapshot.mastery(|_| true);
        Sent {
            skills: Some(i64::from(mastery.skills)),
            validated: Some(i64::from(mastery.validated)),
            snapshot: snapshot.encode(),
            ..Sent::default()
        }
    }

    /// What a profile sends.
    fn levels(&self, at: i64) -> Sent {
        let score = |syllabus| standing(&self.done.state, syllabus, self.scale.ceiling, at).score;
        let scores: Vec<_> = self.shelf.syllabi().iter().map(score).collect();
        let levels: Vec<Level> = scores
            .iter()
            .map(|score| Level { level: score.level(), pix: u8::try_from(score.pix()).unwrap_or(u8::MAX) })
            .collect();
        Sent {
            pix: i64::try_from(total(&scores)).ok(),
            certifiable: Some(certifiable(&scores)),
            snapshot: encode_profile(&levels),
            ..Sent::default()
        }
    }

    /// A number that no other test and no other try of the demonstration has at this instant.
    fn chance(&self) -> u64 {
        let made = self.done.attempts.len() + self.done.participations.len();
        u64::from(self.pupil.number) * TESTS + made as u64
    }

    fn pins(&self, at: i64, placement: Placement) -> Pins {
        Pins {
            id: AttemptId::new(at, self.chance()).number(),
            competence: 0,
            placement,
            seed: self.mind.seed(self.chance()),
            improving: false,
            afresh: false,
            started_at: to_second(at),
        }
    }

    fn attempt(&self, pins: &Pins, competence: String) -> Attempt {
        Attempt {
            account_id: self.whose.0,
            id: AttemptId::from_number(pins.id),
            competence,
            tubes: None,
            framework: FRAMEWORK.to_owned(),
            release_id: self.shelf.release.id().to_owned(),
            algorithm: pins.placement.algorithm().to_owned(),
            scoring: pins.placement.scoring().to_owned(),
            seed: pins.seed,
            improving: pins.improving,
            afresh: pins.afresh,
            started_at: pins.started_at,
        }
    }

    fn participation(&self, campaign: &Campaign, at: i64) -> Participation {
        let (account, learner) = self.whose;
        let id = ParticipationId::new(at, self.chance());
        Participation { learner_id: Some(learner), ..Participation::new(campaign.id, id, account, at) }
    }
}
