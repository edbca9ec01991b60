//! The vector files, and the answers that everybody gets (common random numbers of `cat_baseline.md`).

use std::error::Error;
use std::path::Path;

use measure::irt::{Bank, Item, ItemIndex, Parameters};
use measure::placement::mix;

/// Reads a bank: item, alpha, delta, competence, tube, skill.
pub fn bank(path: &Path) -> Result<Bank, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut items = Vec::new();
    for line in text.lines().skip(1) {
        let mut fields = line.split(',');
        let mut field = || fields.next().ok_or_else(|| format!("{}: too short: {line}", path.display()));
        items.push(Item {
            name: field()?.to_owned(),
            parameters: Parameters { discrimination: field()?.parse()?, difficulty: field()?.parse()? },
            competence: field()?.parse()?,
            tube: field()?.parse()?,
            skill: field()?.parse()?,
        });
    }
    Ok(Bank::new(items)?)
}

/// Reads the abilities of examinees.
pub fn abilities(path: &Path) -> Result<Vec<f64>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let ability = |line: &str| Ok(line.split(',').nth(1).unwrap_or_default().parse()?);
    text.lines().skip(1).map(ability).collect()
}

/// u(p, i), with which person p answers item i: right iff below P(θ).
pub fn chance(person: u64, item: ItemIndex) -> f64 {
    let bits = mix((person << 32).wrapping_add(item.into()));
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}

/// As many normal abilities as asked for (Box and Muller, 1958), from a seed.
pub fn normal(count: u64, seed: u64) -> Vec<f64> {
    let unit = |n: u64| ((mix(mix(seed) ^ n) >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0;
    let pair = |n: u64| (-2.0 * unit(2 * n).ln()).sqrt() * (std::f64::consts::TAU * unit(2 * n + 1)).cos();
    (0..count).map(pair).collect()
}
