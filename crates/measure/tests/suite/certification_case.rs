//! Banks, versions and tests taken, for the tests of certification.

use measure::ability::hierarchy::Loading;
use measure::ability::{Grid, Prior};
use measure::certification::{
    Candidate, Criterion, Exposure, Next, Pool, Randomness, Rules, Scale, Settings, Sitting, Stopping,
    Threshold, Version,
};
use measure::irt::{Bank, Item, ItemIndex, Parameters};
use measure::placement::mix;

/// An item of a competence, a tube and a skill: discrimination, difficulty, and these three.
pub(crate) type Row = (f64, f64, u32, u32, u32);

pub(crate) fn bank(rows: &[Row]) -> Bank {
    let item = |(rank, &(discrimination, difficulty, competence, tube, skill)): (usize, &Row)| Item {
        name: format!("item {rank}"),
        parameters: Parameters { discrimination, difficulty },
        competence,
        tube,
        skill,
    };
    Bank::new(rows.iter().enumerate().map(item).collect()).unwrap()
}

/// The bank of the baseline.
pub(crate) fn published() -> Bank {
    let read = |line: &str| -> Row {
        let field: Vec<&str> = line.split(',').collect();
        let whole = |rank: usize| field[rank].parse().unwrap();
        (field[1].parse().unwrap(), field[2].parse().unwrap(), whole(3), whole(4), whole(5))
    };
    let rows: Vec<Row> = include_str!("../vectors/cat_bank.csv").lines().skip(1).map(read).collect();
    bank(&rows)
}

/// Items alike in two competences, one per tube.
pub(crate) fn plain(count: u32) -> Bank {
    let row = |rank: u32| {
        let difficulty = f64::from(rank % 7) / 2.0 - 1.5;
        (1.0 + f64::from(rank % 3) / 10.0, difficulty, rank % 2, rank, rank)
    };
    bank(&(0..count).map(row).collect::<Vec<Row>>())
}

pub(crate) fn settings(questions: u32) -> Settings {
    Settings {
        name: "test".to_owned(),
        prior: Prior::default(),
        grid: Grid::default(),
        rules: Rules::default(),
        tryouts: 0,
        criterion: Criterion::Information,
        randomness: Randomness::None,
        stopping: Stopping::after(questions),
        scale: Scale::new(&[-3.0, -1.0, 0.0, 1.0, 3.0], &[0, 64, 128, 256, 384]).unwrap(),
        thresholds: vec![Threshold { name: "CléA".to_owned(), pix: 70 }],
        loading: Loading::new(0.9).unwrap(),
    }
}

pub(crate) fn version(bank: Bank, settings: Settings) -> Version {
    Version::new(Pool::plain(bank).unwrap(), settings).unwrap()
}

/// Takes a whole test; `answers` says whether an item is answered rightly.
pub(crate) fn take<'a>(
    version: &'a Version,
    exposure: Option<&'a Exposure>,
    candidate: &Candidate,
    seed: u64,
    answers: impl Fn(ItemIndex, &Item) -> bool,
) -> (Sitting<'a>, measure::certification::Ending) {
    let mut sitting = Sitting::new(version, exposure, candidate, seed);
    loop {
        match sitting.ask() {
            Next::Ask(choice) => {
                let item = version.pool().bank().get(choice.item).unwrap();
                sitting.answer(answers(choice.item, item), 30).unwrap();
            }
            Next::End(ending) => return (sitting, ending),
        }
    }
}

/// The answer of a simulated person of an ability.
pub(crate) fn simulated(person: u64, theta: f64) -> impl Fn(ItemIndex, &Item) -> bool {
    move |index, item| {
        let bits = mix((person << 32).wrapping_add(index.into()));
        (bits >> 11) as f64 / 9_007_199_254_740_992.0 < item.parameters.probability(theta)
    }
}
