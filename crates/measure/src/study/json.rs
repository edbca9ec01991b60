//! A study as JSON, numbers rounded to a millionth: no machine's last digit shows.

use super::{
    CalibrationStudy, CertificationStudy, Closeness, CriterionStudy, FitStudy, ItemsStudy, PlacementStudy,
    RobustnessStudy, Study,
};
use crate::certification::Criterion;
use crate::placement::cohort::Departure;
use crate::simulation::{Figures, Stratum};
use serde_json::{Value, json};

/// The whole study.
#[must_use]
pub fn json(study: &Study) -> Value {
    let plan = &study.plan;
    json!({
        "plan": {
            "seed": plan.seed,
            "examinees": plan.examinees,
            "settling": plan.settling,
            "persons": plan.persons,
            "learners": plan.learners,
            "questions": plan.questions,
            "items": study.items,
        },
        "certification": study.certification.iter().map(test).collect::<Value>(),
        "criteria": study.criteria.iter().map(criterion).collect::<Value>(),
        "robustness": study.robustness.iter().map(robustness).collect::<Value>(),
        "calibration": study.calibration.iter().map(calibration).collect::<Value>(),
        "fit": fit(&study.fit),
        "oddItems": odd_items(&study.odd_items),
        "placement": study.placement.iter().map(placement).collect::<Value>(),
    })
}

fn number(value: f64) -> Value {
    json!((value * 1e6).round() / 1e6)
}

/// One test.
#[must_use]
pub fn test(test: &CertificationStudy) -> Value {
    json!({
        "test": test.name,
        "figures": figures(&test.figures),
        "strata": test.figures.strata.iter().map(stratum).collect::<Value>(),
        "exposure": {
            "most": number(test.exposure.most),
            "unused": test.exposure.unused,
            "overlap": number(test.exposure.overlap),
            "rates": test.exposure.rates.iter().copied().map(number).collect::<Value>(),
        },
        "levels": {
            "right": number(test.confusion.right()),
            "within1": number(test.confusion.within(1)),
            "kappa": number(test.confusion.kappa()),
            "counts": test.confusion.counts,
        },
    })
}

fn figures(figures: &Figures) -> Value {
    json!({
        "tests": figures.tests,
        "left": figures.left,
        "unscored": figures.unscored,
        "length": number(figures.length),
        "bias": number(figures.bias),
        "coreBias": number(figures.core_bias),
        "rmse": number(figures.rmse),
        "rmseError": number(figures.rmse_error),
        "expectedRmse": figures.expected_rmse.map(number),
        "expectedCover": figures.expected_cover.map(number),
        "reliability": number(figures.reliability),
        "cover": number(figures.cover),
        "announced": number(figures.announced),
    })
}

fn stratum(stratum: &Stratum) -> Value {
    json!({
        "centre": number(stratum.centre),
        "people": stratum.people,
        "bias": number(stratum.bias),
        "biasError": number(stratum.bias_error),
        "rmse": number(stratum.rmse),
        "cover": number(stratum.cover),
        "length": number(stratum.length),
        "announced": number(stratum.announced),
    })
}

fn criterion(row: &CriterionStudy) -> Value {
    json!({
        "test": row.test,
        "criterion": match row.criterion {
            Criterion::Information => "information",
            Criterion::PosteriorInformation => "posteriorInformation",
            Criterion::KullbackLeibler => "kullbackLeibler",
            Criterion::PosteriorVariance => "posteriorVariance",
            Criterion::MutualInformation => "mutualInformation",
        },
        "rmse": number(row.rmse),
        "difference": number(row.difference),
        "differenceError": number(row.difference_error),
        "issuedRmse": number(row.issued),
        "most": number(row.most),
        "unused": row.unused,
        "overlap": number(row.overlap),
    })
}

fn robustness(row: &RobustnessStudy) -> Value {
    json!({"behaviour": row.behaviour, "test": row.test, "figures": figures(&row.figures)})
}

fn calibration(row: &CalibrationStudy) -> Value {
    json!({
        "answers": row.answers,
        "persons": row.persons,
        "items": row.items,
        "fewestAnswers": row.fewest,
        "discrimination": closeness(&row.found.discrimination),
        "difficulty": closeness(&row.found.difficulty),
        "steps": row.steps,
        "converged": row.converged,
    })
}

fn closeness(of: &Closeness) -> Value {
    json!({
        "rmse": number(of.rmse),
        "bias": number(of.bias),
        "correlation": number(of.correlation),
        "cover": number(of.cover),
    })
}

fn fit(fit: &FitStudy) -> Value {
    let pair = |(sound, odd): (f64, f64)| json!({"sound": number(sound), "odd": number(odd)});
    json!({
        "persons": fit.persons,
        "items": fit.items,
        "mantelHaenszel": pair(fit.mantel_haenszel),
        "class": pair(fit.class),
        "logistic": pair(fit.logistic),
        "lz": pair(fit.lz),
        "outfitUsual": number(fit.outfit),
        "infitUsual": number(fit.infit),
    })
}

fn odd_items(study: &ItemsStudy) -> Value {
    let pair = |(sound, odd): (f64, f64)| json!({"sound": number(sound), "odd": number(odd)});
    let scales = |(scale, shift): (f64, f64)| json!({"scale": number(scale), "shift": number(shift)});
    json!({
        "persons": study.persons,
        "items": study.items,
        "scoreFit": pair(study.score_fit),
        "scoreFitAdjusted": pair(study.score_fit_adjusted),
        "scoreFitDefined": number(study.defined),
        "drift": pair(study.drift),
        "driftAdjusted": pair(study.drift_adjusted),
        "link": {"found": scales(study.link.0), "true": scales(study.link.1)},
    })
}

/// One placement.
#[must_use]
pub fn placement(row: &PlacementStudy) -> Value {
    let PlacementStudy { competence, spread, slip, guess, leave, placement, row } = row;
    json!({
        "competence": competence,
        "spread": number(*spread),
        "slip": number(*slip),
        "guess": number(*guess),
        "leave": number(*leave),
        "placement": placement,
        "questions": number(row.questions),
        "longest": row.longest,
        "rmse": number(row.rmse),
        "wrong": number(row.wrong),
        "far": number(row.far),
        "covered": row.covered.map(number),
        "certainty": row.certainty.map(number),
        "left": row.left.as_ref().map(departure),
        "leftAfter": row.departures.iter().map(departure).collect::<Value>(),
    })
}

fn departure(of: &Departure) -> Value {
    json!({
        "after": of.after,
        "share": number(of.share),
        "rmse": number(of.rmse),
        "bias": number(of.bias),
        "wrong": number(of.wrong),
        "covered": of.covered.map(number),
        "certainty": of.certainty.map(number),
    })
}
