//! A small cohort on the bank, the examinees and the common random numbers of the baseline: what must not get worse.

use measure::certification::{Candidate, Counts, Limits, Means, Randomness, Rules, Score, Settings, Version};

use super::certification_case::{published, settings, simulated, take, version};

fn thetas() -> Vec<f64> {
    let text = include_str!("../vectors/cat_thetas.csv");
    text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().parse().unwrap()).collect()
}

fn rmse(scores: &[(f64, Score)], ability: impl Fn(&Score) -> f64) -> f64 {
    let squares: f64 = scores.iter().map(|(theta, score)| (ability(score) - theta).powi(2)).sum();
    (squares / scores.len() as f64).sqrt()
}

/// Errors of the running and of the issued ability, and the share of true abilities inside the band.
fn check(scores: &[(f64, Score)], expected: f64, issued: f64) {
    let got = (rmse(scores, |score| score.expected.0), rmse(scores, |score| score.issued.ability));
    assert!(got.0 <= expected && got.1 <= issued, "{got:?}");
    let inside = scores
        .iter()
        .filter(|(theta, score)| (score.band.abilities.0..=score.band.abilities.1).contains(theta));
    let share = inside.count() as f64 / scores.len() as f64;
    assert!((0.9..=0.99).contains(&share), "{share}");
}

#[test]
fn without_constraint() {
    let rules = Rules { distinct: measure::certification::Distinct::Item, ..Rules::default() };
    let version = version(published(), Settings { rules, ..settings(32) });
    let score = |(person, theta): (u64, f64)| {
        let (sitting, _) = take(&version, None, &Candidate::default(), person, simulated(person, theta));
        (theta, sitting.score().unwrap())
    };
    let scores: Vec<(f64, Score)> = (0..).zip(thetas()).map(score).collect();
    check(&scores, 0.250, 0.260);
}

#[test]
fn with_every_constraint() {
    let rules = Rules { minimum_per_competence: 2, ..Rules::default() };
    let randomness = Randomness::Progressive { acceleration: -4 };
    let version: Version = version(published(), Settings { rules, randomness, ..settings(32) });
    let mut counts = Counts::new(Limits::new(0.198, Means::Price, 100.0).unwrap(), 500);
    let mut scores = Vec::new();
    for (person, theta) in (0..).zip(thetas()) {
        let exposure = counts.exposure();
        let (sitting, _) =
            take(&version, Some(&exposure), &Candidate::default(), person, simulated(person, theta));
        let mut served = [0; 16];
        sitting.steps().iter().for_each(|step| served[step.choice.item as usize % 16] += 1);
        assert_eq!(served, [2; 16]);
        counts.record(person, &exposure, &sitting.exposed());
        scores.push((theta, sitting.score().unwrap()));
    }
    check(&scores, 0.290, 0.300);
}
