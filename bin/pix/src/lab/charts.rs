//! The pictures of a study.

use super::chart::{Bars, Lines, Series, Square};
use super::tables::{MESHES, used};
use measure::simulation::Stratum;
use measure::study::{CertificationStudy, PlacementStudy, RobustnessStudy};

/// The abilities marked.
const ABILITIES: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];

/// Lines by true ability: a value, and the half length of its whisker.
fn by_ability(
    tests: &[CertificationStudy],
    description: String,
    levels: Vec<f64>,
    marks: Vec<f64>,
    value: impl Fn(&Stratum) -> (f64, f64),
) -> Lines {
    let series = |test: &CertificationStudy| Series {
        name: test.name.to_owned(),
        points: test
            .figures
            .strata
            .iter()
            .filter(|stratum| stratum.people > 0)
            .map(|stratum| {
                let (value, whisker) = value(stratum);
                (stratum.centre, value, whisker)
            })
            .collect(),
    };
    Lines {
        description,
        across: "true ability θ",
        ticks: ABILITIES.to_vec(),
        levels,
        decimals: 2,
        marks,
        dots: true,
        series: tests.iter().map(series).collect(),
    }
}

/// The bias of the issued ability.
pub fn bias(tests: &[CertificationStudy]) -> Lines {
    let description = told("Bias of the issued ability by true ability", tests, |stratum| stratum.bias);
    by_ability(tests, description, vec![-0.2, -0.1, 0.0, 0.1, 0.2], vec![-0.03, 0.03], |stratum| {
        (stratum.bias, 2.0 * stratum.bias_error)
    })
}

/// Its error.
pub fn rmse(tests: &[CertificationStudy]) -> Lines {
    let description = told("RMSE of the issued ability by true ability", tests, |stratum| stratum.rmse);
    by_ability(tests, description, vec![0.0, 0.1, 0.2, 0.3, 0.4, 0.5], Vec::new(), |stratum| {
        (stratum.rmse, 0.0)
    })
}

/// The share of bands that hold the truth.
pub fn cover(tests: &[CertificationStudy]) -> Lines {
    let description = told("Coverage of the 95 % bands by true ability", tests, |stratum| stratum.cover);
    by_ability(tests, description, vec![0.85, 0.9, 0.95, 1.0], vec![0.94, 0.96], |stratum| {
        (stratum.cover, 0.0)
    })
}

/// The number of questions.
pub fn length(tests: &[CertificationStudy]) -> Lines {
    let description = told("Number of questions by true ability", tests, |stratum| stratum.length);
    let lines = by_ability(tests, description, vec![0.0, 10.0, 20.0, 30.0, 40.0], Vec::new(), |stratum| {
        (stratum.length, 0.0)
    });
    Lines { decimals: 0, ..lines }
}

/// What is seen, in words: the ends of each series.
fn told(what: &str, tests: &[CertificationStudy], value: impl Fn(&Stratum) -> f64) -> String {
    let range = |test: &CertificationStudy| {
        let values = || test.figures.strata.iter().filter(|stratum| stratum.people > 0).map(&value);
        let (low, high) =
            (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        format!("{} from {low:.3} to {high:.3}", test.name)
    };
    let ranges: Vec<String> = tests.iter().map(range).collect();
    format!("{what}: {}. The table below has the numbers.", ranges.join(", "))
}

/// How often each item is asked, the most asked first.
pub fn exposure(tests: &[CertificationStudy]) -> Lines {
    let items = tests.first().map_or(0, |test| test.exposure.rates.len());
    let series = |test: &CertificationStudy| Series {
        name: test.name.to_owned(),
        points: (1_u32..)
            .zip(test.exposure.sorted())
            .map(|(rank, rate)| (f64::from(rank), rate, 0.0))
            .collect(),
    };
    let most: Vec<String> =
        tests.iter().map(|test| format!("{} {:.2}", test.name, test.exposure.most)).collect();
    let ticks = (0..=4_u32).map(|part| (items as f64 * f64::from(part) / 4.0).round()).collect();
    Lines {
        description: format!(
            "Share of tests in which each item is asked, the most asked first: {} at most. The table below has the numbers.",
            most.join(", ")
        ),
        across: "items, the most asked first",
        ticks,
        levels: vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0],
        decimals: 1,
        marks: vec![0.2],
        dots: false,
        series: tests.iter().map(series).collect(),
    }
}

/// The levels given by true level.
pub fn confusion(test: &CertificationStudy) -> Square {
    let used = used(test);
    let row = |place: &usize| {
        let counts = test.confusion.counts.get(*place).map_or(&[][..], Vec::as_slice);
        let people = f64::from(counts.iter().sum::<u32>().max(1));
        used.iter()
            .map(|column| counts.get(*column).map_or(0.0, |times| f64::from(*times) / people))
            .collect()
    };
    Square {
        description: format!(
            "Levels given by true level, {}: {:.1} % on the diagonal. The table below has the numbers.",
            test.name,
            100.0 * test.confusion.right()
        ),
        names: used.iter().filter_map(|place| MESHES.get(*place).copied()).collect(),
        shares: used.iter().map(row).collect(),
    }
}

/// The error under each behaviour, test beside test.
pub fn robustness(rows: &[RobustnessStudy]) -> Bars {
    let mut bars: Vec<(String, Vec<f64>)> = Vec::new();
    let mut names = Vec::new();
    for row in rows {
        if !names.contains(&row.test) {
            names.push(row.test);
        }
        match bars.last_mut().filter(|(name, _)| name == row.behaviour) {
            Some((_, values)) => values.push(row.figures.rmse),
            None => bars.push((row.behaviour.to_owned(), vec![row.figures.rmse])),
        }
    }
    Bars {
        description: "RMSE under each behaviour, test beside test. The table below has the numbers."
            .to_owned(),
        across: "RMSE",
        ticks: vec![0.0, 0.1, 0.2, 0.3, 0.4],
        decimals: 1,
        names,
        rows: bars,
    }
}

/// The share of wrong levels under each condition, placement beside placement, of learners who stay.
pub fn placement(rows: &[PlacementStudy]) -> Bars {
    let mut bars: Vec<(String, Vec<f64>)> = Vec::new();
    let staying: Vec<&PlacementStudy> = rows.iter().filter(|one| one.leave <= 0.0).collect();
    for pair in staying.chunks(2) {
        let Some(first) = pair.first() else { continue };
        let (slip, guess) = (100.0 * first.slip, 100.0 * first.guess);
        let name =
            format!("{}, spread {}, slip/guess {slip:.0}/{guess:.0} %", first.competence, first.spread);
        bars.push((name, pair.iter().map(|one| 100.0 * one.row.wrong).collect()));
    }
    Bars {
        description:
            "Share of wrong levels under each condition, placement beside placement. The table below has the \
                      numbers."
                .to_owned(),
        across: "wrong levels, %",
        ticks: vec![0.0, 10.0, 20.0, 30.0, 40.0, 50.0],
        decimals: 0,
        names: rows.iter().take(2).map(|one| one.placement).collect(),
        rows: bars,
    }
}
