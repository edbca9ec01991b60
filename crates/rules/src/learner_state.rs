//! Everything the program must remember of a learner in one framework: a few kilobytes, one row.
//!
//! It holds the knowledge in force (one piece of evidence per skill), the answers counted by the placement that bears
//! with errors (ten bytes per skill asked), where the latest attempt of each competence
//! stands, and the families seen lately. It never grows with the number of answers, and [`rebuild`](crate::rebuild::rebuild)
//! makes it again from them. Only what happens during a question under way (a clock that runs, a page that was left)
//! is nowhere else: [`LearnerState::settled`] is the state without it.

use crate::placement::Placement;
use crate::subjects::SEVERAL;
use measure::placement::bayes::{Tallies, Tally};
use measure::placement::{Evidence, Knowledge, Outcome, SkillId, Source};

/// How many families a learner is spared from seeing again soon.
pub const REMEMBERED_FAMILIES: usize = 40;
/// The format without anything of the questions under way.
const SETTLED: u8 = 1;
/// The format where each run also says when the clock of its question started, and whether its page was left.
const UNDER_WAY: u8 = 2;
/// The format where each run says its placement too, and the tallies follow everything.
const TALLIED: u8 = 3;
/// 1 January 2020, in unix milliseconds: instants are kept as seconds since then, in 32 bits.
const EPOCH: i64 = 1_577_836_800_000;

/// What is remembered of a learner in one framework.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LearnerState {
    /// The evidence in force.
    pub knowledge: Knowledge,
    /// The answers counted by the placement that bears with errors.
    pub tallies: Tallies,
    /// The latest attempt of each competence, by competence index, then the tests of campaigns, by attempt.
    pub runs: Vec<Run>,
    /// Keys of the families seen lately, the newest last.
    pub recent: Vec<i64>,
}

/// Where an attempt stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Index of the competence in the framework, from 0; [`SEVERAL`] for the test of a campaign.
    pub competence: u8,
    /// Id of the attempt.
    pub attempt: i64,
    /// The placement that it follows.
    pub placement: Placement,
    /// Number of answers given.
    pub answered: u16,
    /// Keys of the families asked in this attempt, in order; the last may be unanswered.
    pub families: Vec<i64>,
    /// Skills that have evidence made in this attempt.
    pub assessed: Vec<SkillId>,
    /// When it started, in unix milliseconds.
    pub started_at: i64,
    /// When the present question could first be shown, which is when the answer before it was kept, in unix
    /// milliseconds; none when the attempt is over.
    pub asked_at: Option<i64>,
    /// When it was completed, in unix milliseconds.
    pub completed_at: Option<i64>,
    /// Whether the last answer was given against a timer.
    pub last_timed: bool,
    /// When the learner opened the present question, for one with a timer, in unix milliseconds.
    pub opened_at: Option<i64>,
    /// Whether the page of the present question was left, for one that asks to stay.
    pub left: bool,
}

impl Run {
    /// The key of the question waiting for an answer.
    #[must_use]
    pub fn asked(&self) -> Option<i64> {
        self.asked_at.and(self.families.last().copied())
    }

    /// Whether something happened during the present question that the answers do not tell.
    const fn is_under_way(&self) -> bool {
        self.opened_at.is_some() || self.left
    }
}

impl LearnerState {
    /// The run of an attempt, if it is the latest of its competence; of a campaign's, until another one begins after
    /// its end.
    #[must_use]
    pub fn run(&self, attempt: i64) -> Option<&Run> {
        self.runs.iter().find(|run| run.attempt == attempt)
    }

    /// The latest run of a competence.
    #[must_use]
    pub fn run_of(&self, competence: u8) -> Option<&Run> {
        self.runs.iter().find(|run| run.competence == competence)
    }

    /// Puts a run in place of the one of its competence. Tests of campaigns live side by side, told apart by attempt.
    pub fn replace_run(&mut self, run: Run) {
        let stays = |old: &Run| old.competence != run.competence || run.competence == SEVERAL;
        self.runs.retain(|old| old.attempt != run.attempt && stays(old));
        self.runs.push(run);
        self.runs.sort_by_key(|run| (run.competence, run.attempt));
    }

    /// Drops the tests of campaigns that are over: what they taught is in the knowledge, what was sent in a snapshot.
    pub fn drop_finished_campaigns(&mut self) {
        self.runs.retain(|run| run.competence != SEVERAL || run.completed_at.is_none());
    }

    /// Notes that a family was shown.
    pub fn remember(&mut self, family: i64) {
        self.recent.retain(|old| *old != family);
        self.recent.push(family);
        let spare = self.recent.len().saturating_sub(REMEMBERED_FAMILIES);
        self.recent.drain(..spare);
    }

    /// The state as the answers tell it: without what happens during the questions under way.
    #[must_use]
    pub fn settled(&self) -> Self {
        let mut settled = self.clone();
        for run in &mut settled.runs {
            (run.opened_at, run.left) = (None, false);
        }
        settled
    }

    /// This state with what another one says of the questions under way, where both ask the same ones.
    #[must_use]
    pub fn with_under_way_of(mut self, other: &Self) -> Self {
        for run in &mut self.runs {
            let known = other.run(run.attempt);
            if let Some(known) =
                known.filter(|known| known.answered == run.answered && known.asked() == run.asked())
            {
                (run.opened_at, run.left) = (known.opened_at, known.left);
            }
        }
        self
    }

    /// Writes the state in its binary format (little-endian): the oldest one that holds it, so that during a
    /// deployment the program of the release before reads all but the questions that only the new one asks.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let format = self.format();
        let mut out = vec![format];
        let evidence: Vec<&Evidence> = self.knowledge.iter().collect();
        out.extend(size(evidence.len()));
        for piece in evidence {
            out.extend(piece.skill.0.to_le_bytes());
            let validated = u8::from(piece.outcome == Outcome::Validated);
            let direct = u8::from(piece.source == Source::Direct);
            out.push(validated | direct << 1);
            out.extend(seconds(piece.at));
        }
        out.extend(size(self.runs.len()));
        for run in &self.runs {
            encode_run(run, format, &mut out);
        }
        out.extend(size(self.recent.len()));
        out.extend(self.recent.iter().flat_map(|family| family.to_le_bytes()));
        if format == TALLIED {
            out.extend(size(self.tallies.iter().count()));
            out.extend(self.tallies.iter().flat_map(Tally::encode));
        }
        out
    }

    fn format(&self) -> u8 {
        if !self.tallies.is_empty() || self.runs.iter().any(|run| run.placement != Placement::Reference) {
            TALLIED
        } else if self.runs.iter().any(Run::is_under_way) {
            UNDER_WAY
        } else {
            SETTLED
        }
    }

    /// Reads a state; `None` when the bytes are not a state of a known format.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut input = Input(bytes);
        let format = input.byte()?;
        if ![SETTLED, UNDER_WAY, TALLIED].contains(&format) {
            return None;
        }
        let evidence = (0..input.size()?).map(|_| input.evidence()).collect::<Option<Vec<_>>>()?;
        let runs = (0..input.size()?).map(|_| input.run(format)).collect::<Option<Vec<_>>>()?;
        let recent = input.keys()?;
        let tallies = if format == TALLIED { input.tallies()? } else { Tallies::default() };
        let knowledge = evidence.into_iter().collect();
        input.0.is_empty().then_some(Self { knowledge, tallies, runs, recent })
    }
}

/// Rounds an instant down to the precision of the stored state, so that a state equals its stored copy.
#[must_use]
pub fn to_second(at: i64) -> i64 {
    at - at.rem_euclid(1000)
}

fn encode_run(run: &Run, format: u8, out: &mut Vec<u8>) {
    out.push(run.competence);
    out.extend(run.attempt.to_le_bytes());
    out.extend(run.answered.to_le_bytes());
    out.push(u8::from(run.last_timed));
    out.extend(seconds(run.started_at));
    out.extend(run.asked_at.map_or([0; 4], seconds));
    out.extend(run.completed_at.map_or([0; 4], seconds));
    out.extend(size(run.families.len()));
    out.extend(run.families.iter().flat_map(|family| family.to_le_bytes()));
    out.extend(size(run.assessed.len()));
    out.extend(run.assessed.iter().flat_map(|skill| skill.0.to_le_bytes()));
    if format != SETTLED {
        out.extend(run.opened_at.map_or([0; 4], seconds));
        out.push(u8::from(run.left));
    }
    if format == TALLIED {
        out.push(u8::from(run.placement == Placement::Bayes));
    }
}

fn size(length: usize) -> [u8; 2] {
    u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes()
}

fn seconds(at: i64) -> [u8; 4] {
    u32::try_from((at - EPOCH).div_euclid(1000)).unwrap_or(0).to_le_bytes()
}

/// What is left to read.
struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn size(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn instant(&mut self) -> Option<Option<i64>> {
        let seconds = u32::from_le_bytes(self.take()?);
        Some((seconds != 0).then(|| EPOCH + i64::from(seconds) * 1000))
    }

    fn keys(&mut self) -> Option<Vec<i64>> {
        (0..self.size()?).map(|_| self.take().map(i64::from_le_bytes)).collect()
    }

    fn evidence(&mut self) -> Option<Evidence> {
        let skill = SkillId(self.size()?);
        let flags = self.byte()?;
        let outcome = if flags & 1 == 1 { Outcome::Validated } else { Outcome::Invalidated };
        let source = if flags & 2 == 2 { Source::Direct } else { Source::Inferred };
        let at = self.instant()?.unwrap_or(EPOCH);
        (flags < 4).then_some(Evidence { skill, outcome, source, at })
    }

    fn run(&mut self, format: u8) -> Option<Run> {
        let mut run = self.settled_run()?;
        if format != SETTLED {
            run.opened_at = self.instant()?;
            run.left = self.byte()? == 1;
        }
        if format == TALLIED {
            run.placement = match self.byte()? {
                0 => Placement::Reference,
                1 => Placement::Bayes,
                _ => return None,
            };
        }
        Some(run)
    }

    fn settled_run(&mut self) -> Option<Run> {
        Some(Run {
            competence: self.byte()?,
            attempt: i64::from_le_bytes(self.take()?),
            answered: self.size()?,
            last_timed: self.byte()? == 1,
            started_at: self.instant()?.unwrap_or(EPOCH),
            asked_at: self.instant()?,
            completed_at: self.instant()?,
            families: self.keys()?,
            assessed: (0..self.size()?).map(|_| self.size().map(SkillId)).collect::<Option<Vec<_>>>()?,
            placement: Placement::Reference,
            opened_at: None,
            left: false,
        })
    }

    fn tallies(&mut self) -> Option<Tallies> {
        (0..self.size()?).map(|_| self.take().map(Tally::decode)).collect()
    }
}
