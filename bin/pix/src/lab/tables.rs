//! The tables of a study.

use super::table::Table;
use measure::simulation::Stratum;
use measure::study::{CertificationStudy, FitStudy, ItemsStudy, Study};

/// Below the scale, then the meshes.
pub const MESHES: [&str; 9] = ["none", "0", "1", "2", "3", "4", "5", "6", "7"];

/// A number with so many decimals, never −0.
pub fn decimals(value: f64, places: usize) -> String {
    let shown = format!("{value:.places$}");
    let zero = shown.strip_prefix('-').filter(|rest| rest.chars().all(|sign| matches!(sign, '0' | '.')));
    zero.map_or_else(|| shown.replace('-', "−"), str::to_owned)
}

/// A share in percent.
pub fn percent(share: f64) -> String {
    format!("{} %", decimals(share * 100.0, 1))
}

/// A count with its thousands apart.
pub fn count(value: impl TryInto<u64>) -> String {
    let digits = value.try_into().unwrap_or(u64::MAX).to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A figure that may not be known.
pub fn or_none(value: Option<f64>, show: impl Fn(f64) -> String) -> String {
    value.map_or_else(|| "–".to_owned(), show)
}

/// Errors over everybody.
pub fn errors(tests: &[CertificationStudy]) -> Table {
    let head = [
        "test",
        "RMSE",
        "±",
        "bias",
        "bias, θ within ±2",
        "reliability",
        "95 % bands cover",
        "RMSE, expected ability",
        "questions",
    ];
    let mut table = Table::new("Error of the issued ability, over everybody", &head);
    for test in tests {
        let of = &test.figures;
        table.push([
            test.name.to_owned(),
            decimals(of.rmse, 4),
            decimals(of.rmse_error, 4),
            decimals(of.bias, 4),
            decimals(of.core_bias, 4),
            decimals(of.reliability, 3),
            percent(of.cover),
            or_none(of.expected_rmse, |rmse| decimals(rmse, 4)),
            decimals(of.length, 1),
        ]);
    }
    table
}

/// A figure by true ability, of each test.
pub fn by_ability(caption: &str, tests: &[CertificationStudy], show: impl Fn(&Stratum) -> String) -> Table {
    let mut head = vec!["true ability", "people"];
    head.extend(tests.iter().map(|test| test.name));
    let mut table = Table::new(caption, &head);
    let Some(first) = tests.first() else { return table };
    for (rank, stratum) in first.figures.strata.iter().enumerate() {
        let last = first.figures.strata.len() - 1;
        let edge = if rank == 0 {
            " or less"
        } else if rank == last {
            " or more"
        } else {
            ""
        };
        let cells = tests.iter().map(|test| test.figures.strata.get(rank).map_or_else(String::new, &show));
        let name = format!("{}{edge}", decimals(stratum.centre, 1));
        table.push([name, count(stratum.people)].into_iter().chain(cells));
    }
    table
}

/// The use of the bank.
pub fn exposure(tests: &[CertificationStudy]) -> Table {
    let head =
        ["test", "most asked item", "items above 20 %", "items never asked", "of", "overlap of two tests"];
    let mut table = Table::new("Use of the bank", &head);
    for test in tests {
        let of = &test.exposure;
        table.push([
            test.name.to_owned(),
            percent(of.most),
            count(of.rates.iter().filter(|rate| **rate > 0.2).count()),
            count(of.unused),
            count(of.rates.len()),
            percent(of.overlap),
        ]);
    }
    table
}

/// The share of levels given right.
pub fn levels(tests: &[CertificationStudy]) -> Table {
    let head = ["test", "right level", "right or next to it", "κ"];
    let mut table = Table::new("Levels given", &head);
    for test in tests {
        let of = &test.confusion;
        table.push([
            test.name.to_owned(),
            percent(of.right()),
            percent(of.within(1)),
            decimals(of.kappa(), 3),
        ]);
    }
    table
}

/// The levels given to people of each true level, in shares of these people.
pub fn confusion(test: &CertificationStudy) -> Table {
    let mut head = vec!["true level", "people"];
    let used = used(test);
    head.extend(used.iter().filter_map(|place| MESHES.get(*place)));
    let mut table = Table::new(format!("Levels given by true level: {}", test.name), &head);
    for (truth, row) in test.confusion.counts.iter().enumerate().filter(|(place, _)| used.contains(place)) {
        let people: u32 = row.iter().sum();
        let share = |place: &usize| {
            let times = row.get(*place).copied().unwrap_or(0);
            if times == 0 { String::new() } else { percent(f64::from(times) / f64::from(people.max(1))) }
        };
        let name = MESHES.get(truth).copied().unwrap_or_default().to_owned();
        table.push([name, count(people)].into_iter().chain(used.iter().map(share)));
    }
    table
}

/// The levels that somebody has or was given.
pub fn used(test: &CertificationStudy) -> Vec<usize> {
    let counts = &test.confusion.counts;
    let given = |place: usize| counts.iter().any(|row| row.get(place).is_some_and(|times| *times > 0));
    let held = |place: usize| counts.get(place).is_some_and(|row| row.iter().any(|times| *times > 0));
    (0..counts.len()).filter(|place| given(*place) || held(*place)).collect()
}

/// The tests under people who depart from the model.
pub fn robustness(study: &Study) -> Table {
    let head = ["people", "test", "RMSE", "bias", "95 % bands cover", "left", "without score"];
    let mut table = Table::new("The tests under people who depart from the model", &head);
    for row in &study.robustness {
        let of = &row.figures;
        table.push([
            row.behaviour.to_owned(),
            row.test.to_owned(),
            decimals(of.rmse, 4),
            decimals(of.bias, 4),
            percent(of.cover),
            percent(of.left as f64 / of.tests.max(1) as f64),
            percent(of.unscored as f64 / of.tests.max(1) as f64),
        ]);
    }
    table
}

/// The calibrations.
pub fn calibration(study: &Study) -> Table {
    let head = [
        "answers to",
        "persons",
        "items",
        "fewest answers",
        "RMSE α",
        "RMSE δ",
        "bias α",
        "bias δ",
        "r α",
        "r δ",
        "errors of α cover",
        "errors of δ cover",
        "steps",
    ];
    let mut table = Table::new("The bank found again from answers", &head);
    for row in &study.calibration {
        let (alpha, delta) = (&row.found.discrimination, &row.found.difficulty);
        table.push([
            row.answers.to_owned(),
            count(row.persons),
            count(row.items),
            count(row.fewest),
            decimals(alpha.rmse, 3),
            decimals(delta.rmse, 3),
            decimals(alpha.bias, 3),
            decimals(delta.bias, 3),
            decimals(alpha.correlation, 3),
            decimals(delta.correlation, 3),
            percent(alpha.cover),
            percent(delta.cover),
            format!("{}{}", row.steps, if row.converged { "" } else { ", not converged" }),
        ]);
    }
    table
}

/// What was told among the sound and the odd.
pub fn fit(fit: &FitStudy) -> Table {
    let mut table = Table::new(
        "What is told of sound and of odd items and persons",
        &["sign", "of the sound", "of the odd"],
    );
    let mut push = |name: &str, (sound, odd): (f64, f64)| {
        table.push([name.to_owned(), percent(sound), percent(odd)]);
    };
    push("items unfair by 0.6: Mantel–Haenszel, 5 %", fit.mantel_haenszel);
    push("items unfair by 0.6: Mantel–Haenszel, class B or C", fit.class);
    push("items unfair by 0.6: logistic regression, 5 %", fit.logistic);
    push("persons careless in 70 % of answers: lz* below −1.645", fit.lz);
    table
}

/// What was told of items that fit or stayed, and of those that do not or moved.
pub fn odd_items(study: &ItemsStudy) -> Table {
    let caption = format!(
        "What is told of sound and of odd items: {} items, {} persons for each calibration",
        count(study.items),
        count(study.persons)
    );
    let mut table = Table::new(caption, &["sign", "of the sound", "of the odd"]);
    let mut push = |name: &str, (sound, odd): (f64, f64)| {
        table.push([name.to_owned(), percent(sound), percent(odd)]);
    };
    push("items guessed by 0.3: S-X², 5 %", study.score_fit);
    push("items guessed by 0.3: S-X², adjusted for all items", study.score_fit_adjusted);
    push("items harder by 0.6 the second time: change of δ, 5 %", study.drift);
    push("items harder by 0.6 the second time: change of δ, adjusted for all", study.drift_adjusted);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        assert_eq!(decimals(-0.0001, 2), "0.00");
        assert_eq!(decimals(-1.256, 2), "−1.26");
        assert_eq!(percent(0.9504), "95.0 %");
        assert_eq!(
            (count(7_u32), count(100_000_usize), count(1_234_567_u64)),
            ("7".into(), "100,000".into(), "1,234,567".into())
        );
    }
}
