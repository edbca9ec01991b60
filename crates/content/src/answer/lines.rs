//! Answers made of lines: options to choose, steps to order.

use std::collections::BTreeSet;

use grade::{Mistake, Question, Solution, Wrong};

use super::{Reading, Solved};
use crate::downloads::{Scene, scene};
use crate::paper::{Expected, Input};
use crate::random::{Random, derive};
use crate::typography::spaced;
use crate::value::{At, Shape};

/// The stream of the seed that shuffles options and steps.
const SHUFFLE: u64 = 1000;
/// Fewest and most options.
const OPTIONS: std::ops::RangeInclusive<usize> = 3..=6;
/// Fewest and most steps.
const STEPS: std::ops::RangeInclusive<usize> = 3..=7;

/// One option as the generator gives it.
struct Line {
    text: String,
    right: bool,
    mistake: Option<String>,
    /// What the option shows, when it is a picture that the text describes.
    picture: Option<Scene>,
}

pub(super) fn choice(reading: &Reading<'_>, at: At<'_>) -> Shape<Solved> {
    let lines = options(reading, at)?;
    let right = right(&lines);
    let (Some(index), 1) = (right.first().copied(), right.len()) else {
        return Err(format!("choices: {} right options, expected exactly one", right.len()));
    };
    let expected = lines.get(index).map(|line| line.text.clone()).unwrap_or_default();
    let question = Question { solution: Solution::Choice { right: index }, mistakes: wrong_lines(&lines) };
    let pictures = pictures(&lines)?;
    let input = Input::Choice { options: texts(lines) };
    Ok(Solved { question, input, expected: Expected::One(expected), pictures })
}

pub(super) fn choices(reading: &Reading<'_>, at: At<'_>) -> Shape<Solved> {
    let lines = options(reading, at)?;
    let right = right(&lines);
    if right.is_empty() || right.len() == lines.len() {
        return Err("choices: expected at least one right option and one wrong".to_owned());
    }
    let expected = lines.iter().filter(|line| line.right).map(|line| line.text.clone()).collect();
    let question = Question { solution: Solution::Choices { right }, mistakes: wrong_lines(&lines) };
    let pictures = pictures(&lines)?;
    let input = Input::Choices { options: texts(lines) };
    Ok(Solved { question, input, expected: Expected::Several(expected), pictures })
}

fn right(lines: &[Line]) -> BTreeSet<usize> {
    lines.iter().enumerate().filter(|(_, line)| line.right).map(|(index, _)| index).collect()
}

/// What the options show: all of them are pictures, each of its own scene, or none is.
fn pictures(lines: &[Line]) -> Shape<Vec<Scene>> {
    let scenes: Vec<Scene> = lines.iter().filter_map(|line| line.picture).collect();
    let alike = scenes
        .iter()
        .enumerate()
        .any(|(place, scene)| scenes.iter().skip(place + 1).any(|other| other == scene));
    if alike || !(scenes.is_empty() || scenes.len() == lines.len()) {
        return Err("choices: expected a picture of another scene on every line, or on none".to_owned());
    }
    Ok(scenes)
}

fn texts(lines: Vec<Line>) -> Vec<String> {
    lines.into_iter().map(|line| line.text).collect()
}

fn wrong_lines(lines: &[Line]) -> Vec<Mistake> {
    let mistake = |(index, line): (usize, &Line)| {
        line.mistake.clone().map(|key| Mistake { key, wrong: Wrong::Option(index) })
    };
    lines.iter().enumerate().filter_map(mistake).collect()
}

/// The options in the order to show: shuffled by the seed, unless the family keeps its own order.
fn options(reading: &Reading<'_>, at: At<'_>) -> Shape<Vec<Line>> {
    let list = at.key("choices")?;
    let mut lines = list.each(|item| {
        item.only(&["text", "right", "mistake", "picture"])?;
        let text = item.key("text")?.shown(reading.lang)?;
        let text = spaced(reading.lang, &text).into_owned();
        let picture = item.maybe("picture").map(scene).transpose()?;
        Ok(Line { text, right: item.flag("right")?, mistake: item.text_of("mistake")?, picture })
    })?;
    counted(lines.len(), &OPTIONS, "choices")?;
    distinct(lines.iter().map(|line| line.text.as_str()), "choices")?;
    if !reading.front.ordered {
        let count = lines.len();
        let mut waiting: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
        let order = Random::new(derive(reading.seed, SHUFFLE)).indexes(count, count);
        lines = order.iter().filter_map(|index| waiting.get_mut(*index).and_then(Option::take)).collect();
    }
    Ok(lines)
}

pub(super) fn order(reading: &Reading<'_>, at: At<'_>) -> Shape<Solved> {
    let spaced = |text: String| spaced(reading.lang, &text).into_owned();
    let steps = at.key("items")?.each(|item| item.shown(reading.lang).map(spaced))?;
    counted(steps.len(), &STEPS, "items")?;
    distinct(steps.iter().map(String::as_str), "items")?;
    let shown = shuffled(reading.seed, steps.len());
    let items: Vec<String> = shown.iter().filter_map(|index| steps.get(*index)).cloned().collect();
    let place = |text: &String| items.iter().position(|item| item == text);
    let right = steps.iter().filter_map(place).collect();
    let wrong = |list: At<'_>| {
        let texts = list.each(|item| item.shown(reading.lang).map(spaced))?;
        let order: Vec<usize> = texts.iter().filter_map(place).collect();
        let complete =
            order.iter().collect::<BTreeSet<_>>().len() == steps.len() && texts.len() == steps.len();
        if complete {
            Ok(Wrong::Answer(Solution::Order(order)))
        } else {
            list.expected("the same lines as items")
        }
    };
    let mistakes = order_mistakes(at, wrong)?;
    let question = Question { solution: Solution::Order(right), mistakes };
    Ok(Solved {
        question,
        input: Input::Order { items },
        expected: Expected::Steps(steps),
        pictures: Vec::new(),
    })
}

/// Each mistake has one order, or a list of orders.
fn order_mistakes(at: At<'_>, mut read: impl FnMut(At<'_>) -> Shape<Wrong>) -> Shape<Vec<Mistake>> {
    let Some(map) = at.maybe("mistakes") else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for (key, orders) in map.entries()? {
        let nested = orders.each(|item| Ok(item.texts().is_ok()))?.first().copied().unwrap_or(false);
        let wrongs = if nested { orders.each(&mut read)? } else { vec![read(orders)?] };
        found.extend(wrongs.into_iter().map(|wrong| Mistake { key: key.to_owned(), wrong }));
    }
    Ok(found)
}

/// An order that is not the right one.
fn shuffled(seed: u64, count: usize) -> Vec<usize> {
    let random = Random::new(derive(seed, SHUFFLE));
    let mut order = random.indexes(count, count);
    while count > 1 && order.is_sorted() {
        order = random.indexes(count, count);
    }
    order
}

fn counted(count: usize, allowed: &std::ops::RangeInclusive<usize>, key: &str) -> Shape<()> {
    if allowed.contains(&count) {
        return Ok(());
    }
    Err(format!("{key}: {count} lines, expected {} to {}", allowed.start(), allowed.end()))
}

fn distinct<'a>(texts: impl Iterator<Item = &'a str>, key: &str) -> Shape<()> {
    let mut seen = BTreeSet::new();
    for text in texts {
        if !seen.insert(text) {
            return Err(format!("{key}: {text:?} stands twice; throw when a draw repeats itself"));
        }
    }
    Ok(())
}
