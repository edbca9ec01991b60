//! Replays choices of the next question and predicted levels.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{Challenge, Evidence, Knowledge, Next, Order, Outcome, Selection, Target, Targets};
use super::super::{next, predicted};
use super::comparison::Comparison;
use super::names::{Cast, Names};
use super::reading::{Malformed, Read, field, flag, flag_or_false, level_of, list, list_or_empty, number};
use super::reading::{optional, outcome, source, text, texts, wrong};

/// The skills and challenges of a case.
#[derive(Default)]
pub(super) struct Stage<'a> {
    pub cast: Cast<'a>,
    pub keys: Names<'a>,
    pub targets: Targets,
}

impl<'a> Stage<'a> {
    pub fn read(case: &'a Value) -> Read<Stage<'a>> {
        let mut cast = Cast::read(list(case, "skills")?)?;
        let mut keys = Names::default();
        let mut targets: Vec<Target> =
            cast.skills.iter().map(|skill| Target { skill: *skill, challenges: Vec::new() }).collect();
        let locale = optional(case, "locale").map_or(Ok("fr-fr"), |_| text(case, "locale"))?;
        for value in list(case, "challenges")? {
            let skill = cast.names.skill(text(value, "skillId")?)?;
            let challenge = challenge(value, &mut keys, locale)?;
            if let Some(target) = targets.iter_mut().find(|target| target.skill.id == skill) {
                target.challenges.push(challenge);
            }
        }
        Ok(Stage { cast, keys, targets: Targets::new(targets) })
    }

    /// The names of the skills that may be asked, or none at the end.
    pub fn possible(&self, next: &Next) -> BTreeSet<&'a str> {
        match next {
            Next::Ask { possible, .. } => {
                possible.iter().map(|skill| self.cast.names.text(skill.0)).collect()
            }
            Next::End { .. } => BTreeSet::new(),
        }
    }
}

/// Any number of seconds is a time limit, even 0, as for the reference when it ran the cases.
fn challenge<'a>(value: &'a Value, keys: &mut Names<'a>, locale: &str) -> Read<Challenge> {
    Ok(Challenge {
        key: u64::from(keys.number(text(value, "id")?)?),
        spoken: texts(list(value, "locales")?, "locales")?.contains(&locale),
        timed: optional(value, "timer").is_some_and(Value::is_number),
        preferred: text(value, "status")? == "validé",
    })
}

pub(super) fn case(case: &Value) -> Read<Comparison> {
    let mut stage = Stage::read(case)?;
    let knowledge = list_or_empty(case, "knowledgeElements")?
        .iter()
        .map(|value| element(value, &mut stage.cast.names))
        .collect::<Read<Knowledge>>()?;
    let mut answered = Vec::new();
    for id in texts(list_or_empty(case, "answeredChallengeIds")?, "answeredChallengeIds")? {
        answered.push(u64::from(stage.keys.number(id)?));
    }
    let selection = Selection {
        targets: &stage.targets,
        knowledge: &knowledge,
        answered: &answered,
        recent: &[],
        seed: 0,
        position: 0,
        first: flag(case, "isFirst")?,
        last_timed: flag_or_false(case, "lastAnswerTimed")?,
        order: order(case),
    };
    let mut comparison = Comparison::default();
    compare(
        &mut comparison,
        "",
        &stage,
        field(case, "expected")?,
        optional(case, "recommended"),
        &next(&selection),
    )?;
    Ok(comparison)
}

/// Our order where the file wants our result, otherwise the reference's.
pub(super) fn order(case: &Value) -> Order {
    if optional(case, "recommended").is_some() { Order::LimitFirst } else { Order::PreferenceFirst }
}

/// A reset that reaches the selection counts as a failure; it never should.
pub(super) fn element<'a>(value: &'a Value, names: &mut Names<'a>) -> Read<Evidence> {
    let outcome = match text(value, "status")? {
        "reset" => Outcome::Invalidated,
        status => outcome(status)?,
    };
    Ok(Evidence { skill: names.skill(text(value, "skillId")?)?, outcome, source: source(value)?, at: 0 })
}

/// Compares what comes next with what is recorded: the end, the predicted level and the possible
/// skills, each taken from `recommended` when it has it.
pub(super) fn compare(
    comparison: &mut Comparison,
    name: &str,
    stage: &Stage<'_>,
    recorded: &Value,
    recommended: Option<&Value>,
    next: &Next,
) -> Read<()> {
    let of = |key| recommended.filter(|wanted| optional(wanted, key).is_some()).unwrap_or(recorded);
    let (ended, level) = match next {
        Next::Ask { predicted, .. } => (false, predicted.value()),
        Next::End { predicted } => (true, predicted.value()),
    };
    comparison.same(&format!("{name}ended"), &flag_or_false(of("ended"), "ended")?, &ended);
    comparison.close(
        &format!("{name}predictedLevel"),
        number(of("predictedLevel"), "predictedLevel")?,
        level,
    );
    let set =
        |key| -> Read<BTreeSet<&str>> { Ok(texts(list_or_empty(of(key), key)?, key)?.into_iter().collect()) };
    let (expected, also) = (set("possibleSkillIds")?, set("alsoWithinRounding")?);
    let got = stage.possible(next);
    if !expected.is_subset(&got) || got.iter().any(|skill| !expected.contains(skill) && !also.contains(skill))
    {
        comparison.differs(&format!("{name}possibleSkillIds"), &format!("{expected:?}"), &format!("{got:?}"));
    }
    Ok(())
}

pub(super) fn level(case: &Value) -> Read<Comparison> {
    let answers = list(case, "directAnswers")?
        .iter()
        .map(|answer| match answer.as_array().map(Vec::as_slice) {
            Some([level, success]) => {
                let success =
                    success.as_bool().ok_or_else(|| wrong("directAnswers", "[level, success] pairs"));
                Ok((level_of(level, "directAnswers")?, success?))
            }
            _ => Err(Malformed("`directAnswers` should hold [level, success] pairs".to_owned())),
        })
        .collect::<Read<Vec<(u8, bool)>>>()?;
    let mut comparison = Comparison::default();
    comparison.close("predictedLevel", number(case, "predictedLevel")?, predicted(answers).value());
    Ok(comparison)
}
