//! An answer given, made readable again beside its correction.

use content::{Expected, FieldKind, Input, InputField, Instance};
use grade::{Answer, Solution, Wrong};
use maud::{Markup, PreEscaped, html};
use rules::{answer_text, verdict_number};
use store::answer;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::compare::{compare, lines};
use web::components::countdown::duration;
use web::components::fold::answered_with;
use web::components::icon::Icon;
use web::components::prose::prose;
use web::components::status::Status;
use web::components::tag::tag;
use web::components::tutorial::tutorial;

use crate::attempt_loading::Standing;
use std::sync::Arc;
use web::lang::{self, Lang};
use web::refusal::Refusal;

/// An answer with the instance it was given to.
pub struct Answered {
    /// The row of the answer.
    pub row: answer::Answer,
    /// The question as it was shown.
    pub instance: Arc<Instance>,
    /// What the grader said.
    pub status: grade::Status,
}

impl Answered {
    /// Draws again the question of an answer, in the language it was answered in.
    pub fn of(standing: &Standing, row: answer::Answer) -> Result<Self, Refusal> {
        let position = u16::try_from(row.position).map_err(|_| Refusal::NotFound)?;
        let lang = lang::parse(&row.lang).unwrap_or_default();
        let instance = standing.instance(row.family, position, lang)?;
        let status = verdict_number::read(row.status).unwrap_or(grade::Status::Ko);
        Ok(Self { row, instance, status })
    }

    /// Whether it holds what was expected, even where it came too late to count.
    pub const fn is_right(&self) -> bool {
        matches!(self.status, grade::Status::Ok | grade::Status::TimedOut | grade::Status::FocusedOut)
    }

    /// The sign that the page of a question that asks to stay was left.
    pub fn mark(&self, words: Words) -> Option<Markup> {
        self.row.page_left.then(|| left_tag(words))
    }

    /// The status as the components draw it.
    pub fn shown(&self) -> Status {
        Status::from(self.status)
    }
}

/// The correction: both answers, what happened, how to do it, and what to learn next.
pub fn correction(words: Words, standing: &Standing, answered: &Answered) -> Markup {
    let (paper, key) = (&answered.instance.paper, &answered.instance.key);
    let right = answered.is_right();
    let given = answer_text::read(&answered.row.value).unwrap_or(Answer::Skipped);
    let drawn = |index: usize| Drawn::of(words, standing, answered, index);
    let mine = (given != Answer::Skipped).then(|| match chosen(&given).filter(|_| paper.pictures) {
        Some(chosen) => pictures(&chosen, drawn),
        None => mine(words, &paper.input, &given),
    });
    let expected = match right_options(&key.question.solution).filter(|_| paper.pictures) {
        Some(right) => pictures(&right, drawn),
        None => expected(words, &key.expected),
    };
    let feedback = answered.row.mistake.as_ref().and_then(|mistake| key.feedback.get(mistake));
    let lang = paper.lang.code();
    let part = |heading: &'static str, text: &content::Html| {
        html! { section class="stack-s" { h3 { (words.say(heading)) } div lang=(lang) { (prose(text.as_str())) } } }
    };
    html! {
        div class="stack" {
            p lang=(lang) { (PreEscaped(paper.question.as_str())) }
            (circumstances(words, answered))
            (compare(words, mine.as_ref(), right, &expected))
            @if let Some(feedback) = feedback.filter(|_| !right) {
                section class="stack-s" {
                    h3 { (words.say("correction-happened")) }
                    @if let Some(what) = concerned(answered, &given) { p lang=(lang) class="muted" { (what) } }
                    div lang=(lang) { (prose(feedback.as_str())) }
                }
            }
            (part("correction-how", &key.correction))
            @if !right { (part("correction-hint", &key.hint)) }
            (tutorials(words, standing, &key.tutorials, paper.lang, right))
        }
    }
}

/// The lines or fields that the mistake is about, where there are several: "this shop" would not say which.
fn concerned(answered: &Answered, given: &Answer) -> Option<String> {
    let words = Words::of(answered.instance.paper.lang);
    let question = &answered.instance.key.question;
    let mistake = answered.row.mistake.as_deref()?;
    let mut named: Vec<String> = Vec::new();
    for wrong in grade::shapes(question, given, mistake) {
        let name = match (wrong, &answered.instance.paper.input) {
            (Wrong::Option(index), Input::Choices { .. }) if answered.instance.paper.pictures => {
                words.with("choice-picture", &[("n", (index + 1).into())])
            }
            (Wrong::Option(index), Input::Choices { options }) => option(options, *index),
            (Wrong::Field { key, .. }, Input::Fields(fields)) if fields.len() > 1 => {
                fields.iter().find(|field| field.key == *key)?.label.clone()
            }
            _ => continue,
        };
        if !named.contains(&name) {
            named.push(name);
        }
    }
    let what = named.join(" · ");
    (!what.is_empty()).then(|| words.with("correction-about", &[("what", what.into())]))
}

/// A line of a list of answers, which opens on the correction and on the way to tell a problem.
pub fn line(words: Words, standing: &Standing, answered: &Answered) -> Markup {
    let report = standing.path(&format!("/reports/{}", answered.row.position));
    let inside = html! {
        div class="stack" {
            (correction(words, standing, answered))
            p class="small" { a class="tap" href=(report) { (words.say("report-open")) } }
        }
    };
    let title = &answered.instance.paper.title;
    answered_with(words, answered.shown(), title, answered.mark(words).as_ref(), &inside)
}

/// A picture that was chosen or was to be.
struct Drawn {
    name: String,
    src: String,
    alt: String,
}

impl Drawn {
    fn of(words: Words, standing: &Standing, answered: &Answered, index: usize) -> Self {
        let options = match &answered.instance.paper.input {
            Input::Choice { options } | Input::Choices { options } => options.as_slice(),
            _ => &[],
        };
        let rest = format!("/questions/{}/pictures/{index}", answered.row.position);
        let name = words.with("choice-picture", &[("n", (index + 1).into())]);
        Self { name, src: standing.path(&rest), alt: option(options, index) }
    }
}

fn pictures(indexes: &[usize], drawn: impl Fn(usize) -> Drawn) -> Markup {
    html! {
        @for one in indexes.iter().map(|index| drawn(*index)) {
            span class="shown-picture" { img src=(one.src) alt=(one.alt) width="480" height="360" loading="lazy"; (one.name) }
        }
    }
}

/// The options of an answer, by their places.
fn chosen(given: &Answer) -> Option<Vec<usize>> {
    match given {
        Answer::Choice(index) => Some(vec![*index]),
        Answer::Choices(indexes) => Some(indexes.iter().copied().collect()),
        _ => None,
    }
}

/// The right options, by their places.
fn right_options(solution: &Solution) -> Option<Vec<usize>> {
    match solution {
        Solution::Choice { right } => Some(vec![*right]),
        Solution::Choices { right } => Some(right.iter().copied().collect()),
        _ => None,
    }
}

/// What happened around the answer: too late, page left.
fn circumstances(words: Words, answered: &Answered) -> Markup {
    let late =
        (answered.status == grade::Status::TimedOut).then_some(answered.instance.paper.timer).flatten();
    html! {
        @if let Some(limit) = late {
            @let limit = duration(words, limit);
            (banner(Tone::Info, &html! { p { (words.with("correction-late", &[("limit", limit.into())])) } }))
        }
        @if answered.row.page_left { p class="small" { (left_tag(words)) " " (words.say("correction-left")) } }
    }
}

fn left_tag(words: Words) -> Markup {
    tag(Tone::Warn, Icon::Leave, words.say("outcome-left"))
}

/// What to learn next. A lesson that the bank has no more cannot be opened, and is left out.
fn tutorials(words: Words, standing: &Standing, ids: &[String], lang: Lang, right: bool) -> Markup {
    let lessons: Vec<_> = ids.iter().filter_map(|id| standing.present.release.tutorial(id)).collect();
    if lessons.is_empty() {
        return html! {};
    }
    let title = if right { words.say("correction-more") } else { words.say("correction-tutorials") };
    html! {
        section class="stack-s" {
            h3 { (title) }
            @for found in lessons {
                (tutorial(words, found.title.get(lang), &format!("/tutorials/{}", found.id), found.front.minutes))
            }
        }
    }
}

/// What was answered, in the words of the form.
fn mine(words: Words, input: &Input, given: &Answer) -> Markup {
    match (given, input) {
        (Answer::Choice(index), Input::Choice { options }) => html! { (option(options, *index)) },
        (Answer::Choices(indexes), Input::Choices { options }) => {
            lines(false, &indexes.iter().map(|index| option(options, *index)).collect::<Vec<_>>())
        }
        (Answer::Order(indexes), Input::Order { items }) => {
            lines(true, &indexes.iter().map(|index| option(items, *index)).collect::<Vec<_>>())
        }
        (Answer::Fields(fields), Input::Fields(shown)) => labelled(words, &named(fields, shown)),
        (Answer::Fields(fields), _) => {
            lines(false, &fields.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>())
        }
        (Answer::Text(text), Input::Number { unit: Some(unit) }) => html! { (text) " " (unit) },
        (Answer::Text(text), _) => html! { (text) },
        _ => html! { "–" },
    }
}

fn expected(words: Words, expected: &Expected) -> Markup {
    match expected {
        Expected::Written(text) => html! { (PreEscaped(text.as_str())) },
        Expected::One(text) => html! { (text) },
        Expected::Several(texts) => lines(false, texts),
        Expected::Steps(texts) => lines(true, texts),
        Expected::Fields(fields) => labelled(words, fields),
    }
}

fn option(options: &[String], index: usize) -> String {
    options.get(index).cloned().unwrap_or_default()
}

/// The typed fields under their labels, in the order of the form.
fn named(fields: &[(String, String)], shown: &[InputField]) -> Vec<(String, String)> {
    shown
        .iter()
        .filter_map(|field| {
            let (_, text) = fields.iter().find(|(key, _)| *key == field.key)?;
            let unit = match &field.kind {
                FieldKind::Number { unit: Some(unit) } => format!(" {unit}"),
                _ => String::new(),
            };
            Some((field.label.clone(), format!("{text}{unit}")))
        })
        .collect()
}

fn labelled(words: Words, fields: &[(String, String)]) -> Markup {
    let named = |label: &String| words.with("field-label", &[("label", label.clone().into())]);
    html! { ul class="list" { @for (label, text) in fields { li { span class="muted" { (named(label)) } " " (text) } } } }
}
