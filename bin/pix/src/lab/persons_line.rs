//! What is said of one person.

use super::writing::quoted;
use measure::fit::Likeness;
use measure::study::{Judged, Tempo};
use serde_json::{Value, json};

/// The names of the fields.
pub const HEAD: &str = "person,answers,right,ability,error,lz,lz_p,lz_p_adjusted,times,pace,pace_p_adjusted,fast,slow,alike_to,\
                    common,alike,expected_alike,both_wrong,omega,alike_p,alike_p_adjusted";

/// A person and what is said of them.
pub struct Line<'a> {
    /// The name.
    pub name: &'a str,
    /// How well the answers fit.
    pub judged: &'a Judged,
    /// The pace, where times are told.
    pub tempo: Option<Tempo>,
    /// The least probable pair with somebody else.
    pub alike: Option<(&'a str, &'a Likeness)>,
}

impl Line<'_> {
    /// The fields, in the order of [`HEAD`].
    pub fn fields(&self) -> Vec<String> {
        let Self { name, judged, tempo, alike } = self;
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.6}"));
        let chance = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.6e}"));
        let whole = |value: Option<u64>| value.map_or_else(String::new, |value| value.to_string());
        let known = (judged.answers > 0).then_some(*judged);
        let similarity = alike.map(|(_, pair)| pair.similarity);
        vec![
            quoted(name),
            judged.answers.to_string(),
            judged.right.to_string(),
            number(known.map(|one| one.ability)),
            number(known.map(|one| one.error)),
            number(judged.fit.map(|fit| fit.lz)),
            chance(judged.fit.map(|fit| fit.probability)),
            chance(judged.adjusted),
            whole(tempo.map(|tempo| tempo.times as u64)),
            number(tempo.map(|tempo| tempo.pace)),
            chance(tempo.and_then(|tempo| tempo.adjusted)),
            whole(tempo.map(|tempo| tempo.fast as u64)),
            whole(tempo.map(|tempo| tempo.slow as u64)),
            alike.map_or_else(String::new, |(other, _)| quoted(other)),
            whole(alike.map(|(_, pair)| pair.common.into())),
            whole(similarity.map(|of| of.alike.into())),
            number(similarity.map(|of| of.expected)),
            whole(alike.map(|(_, pair)| pair.both_wrong.into())),
            number(similarity.map(|of| of.omega)),
            chance(similarity.map(|of| of.exact_probability)),
            chance(alike.map(|(_, pair)| pair.adjusted)),
        ]
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        let Self { name, judged, tempo, alike } = self;
        let known = judged.answers > 0;
        json!({
            "person": name,
            "answers": judged.answers,
            "right": judged.right,
            "ability": known.then_some(judged.ability),
            "error": known.then_some(judged.error),
            "fit": judged.fit.map(|fit| json!({
                "lz": fit.lz, "p": fit.probability, "pAdjusted": judged.adjusted
            })),
            "tempo": tempo.map(|tempo| json!({
                "times": tempo.times, "pace": tempo.pace, "pAdjusted": tempo.adjusted, "fast": tempo.fast,
                "slow": tempo.slow
            })),
            "alikeTo": alike.map(|(other, pair)| json!({"person": other, "pAdjusted": pair.adjusted})),
        })
    }
}
