//! What persons are told as.

use super::bank_answers::BankAnswers;
use super::calibration_report::TOLD;
use super::persons_line::{HEAD, Line};
use super::table::Table;
use super::tables::{count, decimals, percent};
use measure::fit::{Likeness, Likenesses};
use measure::study::{Judged, LOWEST_LZ, OddTime, Tempo, Tempos};
use serde_json::{Value, json};
use std::collections::HashMap;

/// Below this adjusted probability somebody is told.
const LEVEL: f64 = 0.05;
/// Persons and all that is said of them.
pub struct Report {
    /// Who answered what.
    pub answers: BankAnswers,
    /// How well the answers of each fit.
    pub judged: Vec<Judged>,
    /// The times, where they are told.
    pub times: Option<Tempos>,
    /// Who answered like whom, unless nobody is to be compared.
    pub pairs: Option<Likenesses>,
    /// The items that a pair must share.
    pub least_common: u32,
}

impl Report {
    fn name(&self, place: usize) -> &str {
        self.answers.answered.persons.get(place).map_or("", String::as_str)
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut closest: HashMap<usize, (usize, &Likeness)> = HashMap::new();
        for pair in self.pairs.iter().flat_map(|found| &found.pairs) {
            closest.entry(pair.one).or_insert((pair.other, pair));
            closest.entry(pair.other).or_insert((pair.one, pair));
        }
        self.judged.iter().enumerate().map(move |(place, judged)| Line {
            name: self.name(place),
            judged,
            tempo: self.times.as_ref().and_then(|times| times.persons.get(place).copied().flatten()),
            alike: closest.get(&place).map(|(other, pair)| (self.name(*other), *pair)),
        })
    }

    /// The persons, comma-separated.
    pub fn csv(&self) -> String {
        let lines = self.lines().map(|line| line.fields().join(",") + "\n");
        format!("{HEAD}\n{}", lines.collect::<String>())
    }

    /// Everything, as JSON.
    pub fn json(&self) -> Value {
        let persons: Vec<Value> = self.lines().map(|line| line.json()).collect();
        json!({
            "unknownItems": self.answers.unknown,
            "persons": persons,
            "times": self.times.as_ref().map(|times| json!({
                "told": times.times,
                "judged": times.judged,
                "odd": times.odd.iter().map(|odd| self.odd_time_json(odd)).collect::<Value>(),
            })),
            "pairs": self.pairs.as_ref().map(|found| json!({
                "leastCommon": self.least_common,
                "compared": found.compared,
                "apart": found.apart,
                "alike": found.pairs.iter().map(|pair| self.pair_json(pair)).collect::<Value>(),
            })),
        })
    }

    fn item(&self, place: u32) -> &str {
        self.answers.answered.responses.names().get(place as usize).map_or("", String::as_str)
    }

    fn odd_time_json(&self, odd: &OddTime) -> Value {
        json!({
            "person": self.name(odd.timed.person as usize),
            "item": self.item(odd.timed.item),
            "seconds": odd.timed.seconds,
            "expected": odd.expected,
            "residual": odd.residual,
            "pAdjusted": odd.adjusted,
        })
    }

    fn pair_json(&self, pair: &Likeness) -> Value {
        let of = &pair.similarity;
        json!({
            "persons": [self.name(pair.one), self.name(pair.other)],
            "common": pair.common,
            "alike": of.alike,
            "expected": of.expected,
            "bothWrong": pair.both_wrong,
            "omega": of.omega,
            "omegaP": of.omega_probability,
            "p": of.exact_probability,
            "pAdjusted": pair.adjusted,
        })
    }

    /// The summary and the most striking, for people.
    pub fn text(&self) -> String {
        let mut parts = vec![self.summary().markdown(), self.unlikely().markdown()];
        if let Some(times) = &self.times {
            parts.push(self.paces(times).markdown());
            parts.push(self.odd_times(times).markdown());
        }
        parts.extend(self.pairs.as_ref().map(|found| self.alike(found).markdown()));
        parts.join("\n")
    }

    fn summary(&self) -> Table {
        let mut table = Table::new("Persons", &["", "value"]);
        let mut push = |name: &str, value: String| table.push([name.to_owned(), value]);
        push("persons", count(self.judged.len()));
        push("answers", count(self.judged.iter().map(|one| one.answers).sum::<usize>()));
        push("items", count(self.answers.parameters.len()));
        if !self.answers.unknown.is_empty() {
            push("items left out, not calibrated", count(self.answers.unknown.len()));
        }
        let known: Vec<f64> = self.judged.iter().filter_map(|one| Some(one.fit?.lz)).collect();
        let low = known.iter().filter(|lz| **lz < LOWEST_LZ).count() as f64;
        push("persons whose lz* is below −1.645 (5 % expected)", percent(low / known.len().max(1) as f64));
        if let Some(times) = &self.times {
            push("times told", count(times.times));
            let far = times.odd.len() as f64 / times.judged.max(1) as f64;
            push("times more than 3 deviations away (0.3 % expected)", percent(far));
        }
        if let Some(found) = &self.pairs {
            push("pairs compared", count(found.compared));
            push(&format!("pairs with fewer than {} items in common", self.least_common), count(found.apart));
        }
        table
    }

    /// Who answered unlike the model.
    fn unlikely(&self) -> Table {
        let mut odd: Vec<(&str, &Judged)> = (0..).map(|place| self.name(place)).zip(&self.judged).collect();
        let chance = |one: &Judged| one.fit.map_or(1.0, |fit| fit.probability);
        odd.retain(|(_, one)| chance(one) < LEVEL);
        odd.sort_by(|(_, one), (_, other)| chance(one).total_cmp(&chance(other)));
        let told = odd.iter().filter(|(_, one)| one.adjusted.is_some_and(|p| p < LEVEL)).count();
        let caption = told_of("Persons whose answers are unlike the model (lz*)", told, odd.len());
        let head = ["person", "answers", "right", "ability", "lz*", "p", "p, adjusted"];
        let mut table = Table::new(caption, &head);
        for (name, one) in odd.into_iter().take(TOLD) {
            table.push([
                name.to_owned(),
                count(one.answers),
                count(one.right),
                decimals(one.ability, 2),
                decimals(one.fit.map_or(0.0, |fit| fit.lz), 2),
                chances(chance(one)),
                chances(one.adjusted.unwrap_or(1.0)),
            ]);
        }
        table
    }

    /// Whose pace is unlike the others'.
    fn paces(&self, times: &Tempos) -> Table {
        let known = times.persons.iter().enumerate().filter_map(|(place, tempo)| Some((place, (*tempo)?)));
        let mut all: Vec<(usize, Tempo)> = known.collect();
        all.sort_by(|(_, one), (_, other)| other.pace.abs().total_cmp(&one.pace.abs()));
        let told = all.iter().filter(|(_, tempo)| tempo.adjusted.is_some_and(|p| p < LEVEL)).count();
        let caption = format!(
            "Persons whose pace is unlike the others', p adjusted for all below 5 %: {told}; the farthest {} of {}",
            all.len().min(TOLD),
            count(all.len())
        );
        let head = ["person", "times", "times faster", "p, adjusted", "too fast for them", "too slow"];
        let mut table = Table::new(caption, &head);
        for (place, tempo) in all.into_iter().take(TOLD) {
            table.push([
                self.name(place).to_owned(),
                count(tempo.times),
                decimals(tempo.pace.exp(), 2),
                chances(tempo.adjusted.unwrap_or(1.0)),
                count(tempo.fast),
                count(tempo.slow),
            ]);
        }
        table
    }

    /// Answers too fast or too slow.
    fn odd_times(&self, times: &Tempos) -> Table {
        let told = times.odd.iter().filter(|odd| odd.adjusted < LEVEL).count();
        let caption = format!(
            "Answers whose time is more than 3 deviations away: {}, p adjusted for all below 5 %: {}; the farthest first",
            count(times.odd.len()),
            count(told)
        );
        let head = ["person", "item", "seconds", "expected", "deviations", "p, adjusted"];
        let mut table = Table::new(caption, &head);
        for odd in times.odd.iter().take(TOLD) {
            table.push([
                self.name(odd.timed.person as usize).to_owned(),
                self.item(odd.timed.item).to_owned(),
                decimals(odd.timed.seconds, 1),
                decimals(odd.expected, 1),
                decimals(odd.residual, 1),
                chances(odd.adjusted),
            ]);
        }
        table
    }

    /// Who answered like whom.
    fn alike(&self, found: &Likenesses) -> Table {
        let told = found.pairs.iter().filter(|pair| pair.adjusted < LEVEL).count();
        let caption = told_of("Pairs who answered more alike than chance allows", told, found.pairs.len());
        let head =
            ["person", "and", "items in common", "alike", "expected", "both wrong", "ω", "p", "p, adjusted"];
        let mut table = Table::new(caption, &head);
        for pair in found.pairs.iter().take(TOLD) {
            let of = &pair.similarity;
            table.push([
                self.name(pair.one).to_owned(),
                self.name(pair.other).to_owned(),
                count(pair.common),
                count(of.alike),
                decimals(of.expected, 1),
                count(pair.both_wrong),
                decimals(of.omega, 2),
                chances(of.exact_probability),
                chances(pair.adjusted),
            ]);
        }
        table
    }
}

/// A caption that counts what is told and what is not.
fn told_of(what: &str, told: usize, below: usize) -> String {
    format!(
        "{what}, p adjusted for all below 5 %: {}; each for itself: {}, of which the most striking {}",
        count(told),
        count(below),
        below.min(TOLD)
    )
}

/// A probability, small ones too.
fn chances(probability: f64) -> String {
    if probability >= 0.000_1 {
        decimals(probability, 4)
    } else {
        format!("{probability:.0e}").replace('-', "−")
    }
}
