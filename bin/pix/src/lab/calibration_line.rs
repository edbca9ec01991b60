//! What a calibration says of one item.

use super::writing::quoted;
use measure::calibration::ItemEstimate;
use measure::fit::{Displacement, MeanSquares, ScoreFit};
use measure::irt::Parameters;
use measure::study::Fairness;
use serde_json::{Value, json};

/// The names of the fields.
pub const HEAD: &str = "item,alpha,delta,guessing,alpha_error,delta_error,answers,right,anchor,on_bound,outfit,infit,\
                        outfit_z,infit_z,mh_delta,mh_error,mh_p,mh_class,logistic_shift,logistic_p,logistic_effect,\
                        sx2,sx2_df,sx2_p,sx2_p_adjusted,change_delta,change_delta_error,change_delta_p,\
                        change_log_alpha,change_log_alpha_error,change_log_alpha_p,change_area";

/// An item and all that is said of it.
pub struct Line<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its parameters and their errors.
    pub item: &'a ItemEstimate,
    /// Its mean squares.
    pub squares: Option<MeanSquares>,
    /// Whether it favours a group.
    pub fair: Option<Fairness>,
    /// S-X², and its probability adjusted for all items.
    pub scores: Option<(ScoreFit, f64)>,
    /// How it changed since an earlier calibration.
    pub change: Option<Displacement>,
}

impl Line<'_> {
    /// The fields, in the order of [`HEAD`].
    pub fn fields(&self) -> Vec<String> {
        let Line { name, item, squares, fair, scores, change } = self;
        let Parameters { discrimination, difficulty } = item.parameters;
        let (table, regression) = (fair.and_then(|fair| fair.table), fair.and_then(|fair| fair.regression));
        vec![
            quoted(name),
            format!("{discrimination:.6}"),
            format!("{difficulty:.6}"),
            format!("{:.6}", item.guessing),
            or_none(item.errors.map(|errors| errors.discrimination)),
            or_none(item.errors.map(|errors| errors.difficulty)),
            item.answers.to_string(),
            item.right.to_string(),
            u8::from(item.anchor).to_string(),
            u8::from(item.on_bound).to_string(),
            or_none(squares.map(|one| one.outfit)),
            or_none(squares.map(|one| one.infit)),
            or_none(squares.map(|one| one.outfit_z)),
            or_none(squares.map(|one| one.infit_z)),
            or_none(table.map(|table| table.delta)),
            or_none(table.map(|table| table.error)),
            or_none(table.map(|table| table.probability)),
            table.map_or_else(String::new, |table| format!("{:?}", table.class)),
            or_none(regression.map(|found| found.shift)),
            or_none(regression.map(|found| found.uniform_probability)),
            or_none(regression.map(|found| found.effect)),
            or_none(scores.map(|(fit, _)| fit.chi_square)),
            or_none(scores.map(|(fit, _)| fit.degrees)),
            or_none(scores.map(|(fit, _)| fit.probability)),
            or_none(scores.map(|(_, adjusted)| adjusted)),
            or_none(change.map(|one| one.difficulty)),
            or_none(change.map(|one| one.difficulty_error)),
            or_none(change.map(|one| one.difficulty_probability)),
            or_none(change.map(|one| one.discrimination)),
            or_none(change.map(|one| one.discrimination_error)),
            or_none(change.map(|one| one.discrimination_probability)),
            or_none(change.map(|one| one.area)),
        ]
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        let Line { name, item, squares, fair, scores, change } = self;
        let (table, regression) = (fair.and_then(|fair| fair.table), fair.and_then(|fair| fair.regression));
        json!({
            "item": name,
            "alpha": item.parameters.discrimination,
            "delta": item.parameters.difficulty,
            "guessing": item.guessing,
            "errors": item.errors.map(|errors| json!({
                "alpha": errors.discrimination, "delta": errors.difficulty, "guessing": errors.guessing
            })),
            "answers": item.answers,
            "right": item.right,
            "anchor": item.anchor,
            "onBound": item.on_bound,
            "fit": squares.map(|one| json!({
                "outfit": one.outfit, "infit": one.infit, "outfitZ": one.outfit_z, "infitZ": one.infit_z
            })),
            "mantelHaenszel": table.map(|one| json!({
                "delta": one.delta, "error": one.error, "p": one.probability, "class": format!("{:?}", one.class)
            })),
            "logistic": regression.map(|one| json!({
                "shift": one.shift, "uniformP": one.uniform_probability, "nonuniformP": one.nonuniform_probability,
                "effect": one.effect
            })),
            "scoreFit": scores.map(|(fit, adjusted)| json!({
                "chiSquare": fit.chi_square, "degrees": fit.degrees, "p": fit.probability, "pAdjusted": adjusted,
                "persons": fit.persons
            })),
            "change": change.map(|one| json!({
                "delta": one.difficulty, "deltaError": one.difficulty_error, "deltaP": one.difficulty_probability,
                "logAlpha": one.discrimination, "logAlphaError": one.discrimination_error,
                "logAlphaP": one.discrimination_probability, "area": one.area, "links": one.links
            })),
        })
    }
}

fn or_none(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.6}"))
}
