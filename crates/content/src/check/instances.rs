//! Drawing many instances of a family and looking at each.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::findings::Findings;
use super::wording::{longest_sentence, words};
use super::{files, solution, web};
use crate::family::Family;
use crate::front::Reach;
use crate::generate::{Draw, GenerateError};
use crate::lang::Lang;
use crate::paper::Instance;

/// Statement and question together.
const MOST_WORDS: usize = 60;
/// A longer sentence is hard to read.
const LONG_SENTENCE: usize = 25;
/// Kandel and Moles's index of the mean French instance: below the first a text is too hard, below the second it
/// deserves a second look.
const READABLE: (f64, f64) = (50.0, 60.0);
/// How many different instances 200 seeds must give; fewer seeds must give as large a share.
const VARIETY: (u64, u64) = (60, 200);
/// More refusals than this for each instance make it slow.
const MANY_REFUSALS: u64 = 4;
/// For how many seeds the files are built.
const FILES: u64 = 3;

/// What the instances of a family showed.
#[derive(Default)]
struct Seen {
    different: BTreeSet<u64>,
    mistakes: BTreeSet<String>,
    drawn: u64,
    refused: u64,
    /// How many draws became an instance.
    made: u64,
    /// The sum of the reading ease of the French ones, and their number.
    ease: (f64, u32),
}

pub(super) fn check(findings: &mut Findings, family: &Family, seeds: u64) {
    let mut seen = Seen::default();
    for seed in 0..seeds {
        let fr = family.draw(seed, Lang::Fr);
        let en = family.draw(seed, Lang::En);
        for (lang, draw) in [(Lang::Fr, &fr), (Lang::En, &en)] {
            match draw {
                Ok(draw) => one(findings, family, seed, lang, draw, &mut seen),
                Err(error) => told(findings, error),
            }
        }
        if let (Ok(fr), Ok(en)) = (&fr, &en) {
            same_draws(findings, family, seed, fr, en);
        }
    }
    let line = family.body().script_line;
    let enough = (seeds * VARIETY.0).div_ceil(VARIETY.1);
    let different = seen.different.len() as u64;
    if seen.drawn > 0 && different < enough {
        findings.problem(line, "variety", || {
            format!("{seeds} seeds give {different} different instances, expected at least {enough}")
        });
    }
    if seen.refused > seen.drawn * MANY_REFUSALS {
        let each = seen.refused / seen.drawn.max(1);
        findings
            .note(line, "refusals", || format!("{each} draws refused for each instance: slow, draw better"));
    }
    if seen.made > 0 {
        unused(findings, family, &seen);
        readable(findings, family, seen.ease);
    }
    if findings.is_clean() {
        (0..FILES).for_each(|seed| files::check(findings, family, seed));
    }
}

fn told(findings: &mut Findings, error: &GenerateError) {
    if let Some(problem) = error.problem() {
        let topic = problem.message.split("(seed").next().unwrap_or_default();
        let topic = topic.split_once(": ").map_or(topic, |(_, after)| after).to_owned();
        findings.problem(problem.line, &topic, || problem.message.clone());
    }
}

/// Looks at one instance.
fn one(findings: &mut Findings, family: &Family, seed: u64, lang: Lang, draw: &Draw, seen: &mut Seen) {
    seen.drawn += 1;
    seen.refused += draw.refused;
    if lang == Lang::Fr {
        let mut hasher = DefaultHasher::new();
        format!("{:?}", draw.value).hash(&mut hasher);
        seen.different.insert(hasher.finish());
    }
    let instance = match family.assemble(draw, seed, lang) {
        Ok(instance) => instance,
        Err(error) => return told(findings, &error),
    };
    seen.made += 1;
    if lang == Lang::Fr {
        seen.ease.0 += instance.paper.reading_ease();
        seen.ease.1 += 1;
    }
    seen.mistakes.extend(instance.key.feedback.keys().cloned());
    solution::check(findings, family.body().script_line, seed, &instance);
    reading(findings, family, seed, &instance);
    titles(findings, family, seed, &instance);
    alternative(findings, family, &instance);
    web::check(findings, family, seed, lang, draw);
}

/// Both languages must draw the same random numbers.
fn same_draws(findings: &mut Findings, family: &Family, seed: u64, fr: &Draw, en: &Draw) {
    let line = family.body().script_line;
    if fr.refused != en.refused {
        let (fr, en) = (fr.refused, en.refused);
        findings.problem(line, "refusals", || {
            format!("seed {seed}: fr refuses {fr} draws and en {en}; a throw must not depend on the language")
        });
    } else if fr.state != en.state {
        findings.problem(line, "draws", || {
            format!("seed {seed}: fr and en draw a different number of random values; draw before choosing by language")
        });
    }
}

/// Whether the mean French statement and question can be read by those they are for.
fn readable(findings: &mut Findings, family: &Family, (sum, count): (f64, u32)) {
    let ease = sum / f64::from(count.max(1));
    let line = family.body().texts.fr.statement.line;
    let message = || format!("reading ease {ease:.0} (Kandel and Moles), expected at least {}", READABLE.0);
    if ease < READABLE.0 {
        findings.problem(line, "ease", message);
    } else if ease < READABLE.1 {
        findings.note(line, "ease", || format!("reading ease {ease:.0} (Kandel and Moles): simplify"));
    }
}

/// Whoever hears the page tells exhibits apart by their titles.
fn titles(findings: &mut Findings, family: &Family, seed: u64, instance: &Instance) {
    let mut seen = BTreeSet::new();
    for exhibit in &instance.paper.exhibits {
        if !seen.insert(&exhibit.title) {
            findings.problem(family.body().script_line, "exhibits", || {
                format!("seed {seed}: two exhibits have the title {:?}, give each its own", exhibit.title)
            });
        }
    }
}

/// Length and form of what is read.
fn reading(findings: &mut Findings, family: &Family, seed: u64, instance: &Instance) {
    let (paper, texts) = (&instance.paper, family.body().texts.get(instance.paper.lang));
    let (statement, question) = (paper.statement.plain(), paper.question.plain());
    let count = words(&statement) + words(&question);
    let line = texts.statement.line;
    if count > MOST_WORDS {
        findings.problem(line, "words", || {
            format!("seed {seed}: statement and question have {count} words, expected at most {MOST_WORDS}")
        });
    }
    let longest = longest_sentence(&statement).max(longest_sentence(&question));
    if longest > LONG_SENTENCE {
        findings.note(line, "sentence", || {
            format!(
                "seed {seed}: a sentence of {longest} words is hard to read, prefer {LONG_SENTENCE} at most"
            )
        });
    }
    if !question.ends_with(['?', '.']) {
        let message =
            || "the question must end with a question mark, or be an order that ends with a full stop";
        findings.problem(texts.question.line, "question", || message().to_owned());
    }
    let shown = [
        (texts.statement.line, &paper.statement),
        (texts.question.line, &paper.question),
        (texts.hint.line, &instance.key.hint),
        (texts.correction.line, &instance.key.correction),
    ];
    for (line, html) in shown {
        if html.plain().contains('!') {
            findings.note(line, "exclamation", || "an exclamation mark: the bank does without".to_owned());
        }
    }
}

/// Files and exhibits that some cannot read need their content as text.
fn alternative(findings: &mut Findings, family: &Family, instance: &Instance) {
    let paper = &instance.paper;
    let carried = !paper.downloads.is_empty() || !paper.exhibits.is_empty();
    if carried && family.front().access.blind == Reach::Helped && paper.alternative.is_none() {
        findings.problem(1, "alternative", || {
            "access.blind is \"helped\" and a file or an exhibit carries the information: expected ## alternative"
                .to_owned()
        });
    }
}

/// Feedback that no instance needed.
fn unused(findings: &mut Findings, family: &Family, seen: &Seen) {
    for lang in Lang::ALL {
        for (key, written) in &family.body().texts.get(lang).mistakes {
            if !seen.mistakes.contains(key) {
                findings.problem(written.line, "unused", || {
                    format!("the mistake {key:?} is never given by the generator")
                });
            }
        }
    }
}
