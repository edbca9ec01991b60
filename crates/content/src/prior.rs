//! How hard a family is, before anybody has answered it: where a certification starts until answers calibrate it.
//! `docs/psychometrics/priors.md` tells the reasons.

use measure::irt::Parameters;

use crate::family::Family;
use crate::front::Kind;
use crate::generate::GenerateError;
use crate::lang::Lang;
use crate::paper::{FieldKind, Input};

/// The ability at which each level 1 to 8 is reached: the bounds that the reference published in 2023; its last
/// interval has no end, the eighth is ours, as far from the seventh as that from the sixth.
const REACHED: [f64; 8] =
    [-1.399_264, -0.519_812, 0.670_847, 1.549_962, 2.274_06, 3.095_02, 3.930_395, 4.765_77];
/// Who has just reached a level succeeds with this probability at its questions.
const SUCCESS: f64 = 0.75;
/// α of a question that cannot be guessed and makes one do or investigate something: the median of the calibration's
/// own prior.
const DISCRIMINATION: f64 = 1.0;
/// Pure knowledge tells less about what one can do.
const KNOWLEDGE: f64 = 0.85;

/// The discrimination and the difficulty that a family starts with.
///
/// With `g` the chance of guessing right and `s = (SUCCESS − g)/(1 − g)`, who has just reached the level succeeds with
/// probability `SUCCESS`, and success grows there as steeply as under the three-parameter model of the same α:
/// `α' = α (1 − g) s (1 − s) / (SUCCESS (1 − SUCCESS))`, `δ' = θ − ln(SUCCESS/(1 − SUCCESS))/α'`.
///
/// # Errors
/// When the family cannot make its first instance, which tells how many options it has.
pub fn of(family: &Family) -> Result<Parameters, GenerateError> {
    let input = family.instance(0, Lang::Fr)?.paper.input;
    Ok(parameters(family.skill().level(), family.front().kind, guess(&input)))
}

fn parameters(level: u8, kind: Kind, guess: f64) -> Parameters {
    let reached = REACHED.get(usize::from(level).saturating_sub(1)).copied().unwrap_or_default();
    let known = (SUCCESS - guess) / (1.0 - guess);
    let steepness = (1.0 - guess) * known * (1.0 - known) / (SUCCESS * (1.0 - SUCCESS));
    let design = if kind == Kind::Know { KNOWLEDGE } else { 1.0 };
    let discrimination = DISCRIMINATION * design * steepness;
    let difficulty = reached - (SUCCESS / (1.0 - SUCCESS)).ln() / discrimination;
    Parameters { discrimination, difficulty }
}

/// The chance that somebody who knows nothing gives the right answer: one option of `n`; each line ticked or not, of
/// which an honest guesser rules none out; each list of a form; an order of `n` lines. What is typed is not guessed.
fn guess(input: &Input) -> f64 {
    match input {
        Input::Choice { options } => 1.0 / count(options.len()),
        Input::Choices { options } => 0.5_f64.powf(count(options.len())),
        Input::Order { items } => 1.0 / (1..=items.len()).map(count).product::<f64>(),
        Input::Fields(fields) => fields
            .iter()
            .map(|field| match &field.kind {
                FieldKind::Select { options } => 1.0 / count(options.len()),
                _ => 0.0,
            })
            .product(),
        Input::Text { .. } | Input::Number { .. } | Input::Date | Input::Set { .. } => 0.0,
    }
}

/// A number of lines, at least two.
fn count(lines: usize) -> f64 {
    f64::from(u16::try_from(lines).unwrap_or(u16::MAX)).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_just_reached_a_level_succeeds_three_times_in_four() {
        for level in 1..=8 {
            for kind in [Kind::Do, Kind::Know] {
                for guess in [0.0, 0.02, 0.25, 1.0 / 3.0, 0.5] {
                    let item = parameters(level, kind, guess);
                    let at = item.probability(REACHED[usize::from(level) - 1]);
                    assert!((at - SUCCESS).abs() < 1e-12, "level {level}, guess {guess}: {at}");
                }
            }
        }
    }

    #[test]
    fn what_can_be_guessed_tells_less_and_higher_levels_are_harder() {
        let free = parameters(3, Kind::Do, 0.0);
        assert!((free.discrimination - DISCRIMINATION).abs() < 1e-12);
        assert!(parameters(3, Kind::Do, 0.25).discrimination < free.discrimination);
        assert!(parameters(3, Kind::Know, 0.0).discrimination < free.discrimination);
        let difficulties: Vec<f64> =
            (1..=8).map(|level| parameters(level, Kind::Do, 0.1).difficulty).collect();
        assert!(difficulties.is_sorted(), "{difficulties:?}");
    }

    #[test]
    fn the_chance_of_guessing_follows_the_fields() {
        let lines = |n: usize| vec![String::new(); n];
        for (input, expected) in [
            (Input::Choice { options: lines(4) }, 0.25),
            (Input::Choices { options: lines(5) }, 0.03125),
            (Input::Order { items: lines(4) }, 1.0 / 24.0),
            (Input::Number { unit: None }, 0.0),
            (Input::Date, 0.0),
        ] {
            assert!((guess(&input) - expected).abs() < 1e-12, "{input:?}");
        }
    }
}
