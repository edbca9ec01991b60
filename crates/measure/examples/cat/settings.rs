//! The versions that are compared.

use std::error::Error;

use measure::ability::hierarchy::Loading;
use measure::ability::{Grid, Prior};
use measure::certification::{
    Criterion, Distinct, Limits, Means, Randomness, Rules, Scale, Settings, Stopping, Threshold,
};

/// 32 questions without any rule.
pub fn free() -> Result<Settings, Box<dyn Error>> {
    Ok(Settings {
        name: "free".to_owned(),
        prior: Prior::default(),
        grid: Grid::default(),
        rules: Rules { distinct: Distinct::Item, ..Rules::default() },
        criterion: Criterion::Information,
        randomness: Randomness::None,
        stopping: Stopping::after(32),
        scale: Scale::new(
            &[-8.0, -1.399_264, -0.519_812, 0.670_847, 1.549_962, 2.274_06, 3.095_02, 3.930_395, 8.0],
            &[0, 64, 128, 256, 384, 512, 640, 768, 896],
        )?,
        thresholds: vec![Threshold { name: "CléA".to_owned(), pix: 70 }],
        loading: Loading::new(0.9)?,
    })
}

/// One question per tube, two per competence, the first at random.
pub fn constrained() -> Result<Settings, Box<dyn Error>> {
    let rules = Rules { distinct: Distinct::Tube, minimum_per_competence: 2, maximum_per_competence: None };
    let randomness = Randomness::Progressive { acceleration: -4 };
    Ok(Settings { name: "constrained".to_owned(), rules, randomness, ..free()? })
}

/// At most 0.20 of all tests: aimed a little lower, since what is asked varies by chance.
pub fn limits() -> Result<Limits, Box<dyn Error>> {
    Ok(Limits::new(0.198, Means::Price, 1_000.0)?)
}
