//! Replays estimations.

use super::super::{Estimator, Step};
use super::Case;
use super::reading::{
    Malformed, Read, answers, close, list, number, numbers, same_estimate, size, variation,
};
use crate::irt::Parameters;
use serde_json::Value;

/// The steps that the answers of a case make.
fn steps(case: &Value, double_until: usize) -> Read<Vec<Step>> {
    let estimator = Estimator::new(number(case, "initial_capacity")?, variation(case)?);
    let mut estimator = estimator.map_err(|error| Malformed(error.to_string()))?;
    Ok(estimator.learn_all(&answers(case)?, double_until))
}

pub(super) fn estimate(_: &Value, case: &Value) -> Read<Case> {
    let steps = steps(case, 0)?;
    let (capacities, errors) = (numbers(case, "capacity")?, numbers(case, "error_rate")?);
    let mut result = Case::default();
    result.whole.same("estimates", &(capacities.len(), errors.len()), &(steps.len(), steps.len()));
    for ((step, capacity), error_rate) in steps.iter().zip(capacities).zip(errors) {
        same_estimate(result.step(), capacity, error_rate, step.estimate);
    }
    Ok(result)
}

pub(super) fn double_measure(_: &Value, case: &Value) -> Read<Case> {
    let steps = steps(case, size(case, "double_measures_until")?)?;
    let after = list(case, "after")?;
    let mut result = Case::default();
    result.whole.same("estimates", &after.len(), &steps.len());
    for (step, after) in steps.iter().zip(after) {
        let comparison = result.step();
        comparison.same("answers", &size(after, "answers")?, &step.answers);
        same_estimate(comparison, number(after, "capacity")?, number(after, "error_rate")?, step.estimate);
    }
    Ok(result)
}

pub(super) fn success_threshold(_: &Value, case: &Value) -> Read<Case> {
    let parameters =
        Parameters { discrimination: number(case, "alpha")?, difficulty: number(case, "delta")? };
    let got = parameters.threshold(number(case, "success_probability_threshold")?);
    let mut result = Case::default();
    close(&mut result.whole, "minimum_capability", number(case, "minimum_capability")?, got);
    Ok(result)
}
