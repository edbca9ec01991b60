//! The class board: pupils × subjects, each cell a number, four stitches and a tint, so that it reads in print and
//! without colour. A campaign of many subjects shows competences first, and the subjects of one of them on demand.

use maud::{Markup, html};
use measure::placement::TubeId;
use rules::positioning::{Reached, Step};
use rules::snapshot::Mastery;
use web::Words;
use web::components::button::Button;
use web::components::icon::Icon;
use web::words::key;

use crate::activity_page::{page_of as on_page, pages};
use crate::analysis_class::Pupil;
use crate::analysis_page::Analysis;
use crate::campaign_tabs::Tab;

/// More subjects are not read side by side, nor one under the other.
pub const MOST_COLUMNS: usize = 12;

/// A column of the board: a subject, or all the subjects of a competence.
struct Column {
    title: String,
    code: String,
    of: Of,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Subject(TubeId),
    Competence(u16),
}

impl Of {
    fn holds(self, tube: TubeId) -> bool {
        match self {
            Self::Subject(subject) => subject == tube,
            Self::Competence(index) => tube.0 >> 8 == index,
        }
    }
}

/// The whole board.
pub fn board(shown: &Analysis<'_>) -> Markup {
    let words = shown.words;
    let columns = columns(shown);
    let opens = columns.iter().any(|column| matches!(column.of, Of::Competence(_)));
    let export = format!("{}/export", Tab::Activity.path(shown.campaign));
    html! {
        div class="stack" {
            div class="row row--between" {
                h2 id="board" { (words.say("orga-board")) }
                (Button::link(words.say("orga-export"), &export).quiet().small().icon(Icon::Download))
            }
            @if opens { p class="muted small" { (words.say("orga-board-open")) } }
            @if shown_subjects(shown) { p { a class="tap" href={ (address(shown, "")) "#board" } { (words.say("orga-board-close")) } } }
            (legend(words))
            div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="board" {
                table class="table heat" {
                    caption { (words.with("orga-board-caption", &[("n", shown.class.pupils.len().into())])) }
                    thead { tr {
                        th scope="col" { (words.say("orga-person")) }
                        @for column in &columns { th scope="col" { (head(shown, column)) } }
                    } }
                    tbody { @for (pupil, reached) in people(shown) { (row(shown, &columns, pupil, reached)) } }
                    tfoot { tr {
                        th scope="row" { (words.say("orga-spread-of-class")) }
                        @for column in &columns { td { (distribution(shown, column)) } }
                    } }
                }
            }
            (pages(words, shown.filter, &address(shown, shown.competence), shown.class.pupils.len()))
        }
    }
}

/// Whether one competence's subjects are shown of a campaign that has too many.
fn shown_subjects(shown: &Analysis<'_>) -> bool {
    !shown.competence.is_empty() && shown.class.positioning.rows().len() > MOST_COLUMNS
}

fn people<'a>(shown: &'a Analysis<'_>) -> Vec<(&'a Pupil<'a>, &'a [Reached])> {
    let all: Vec<_> = shown.class.pupils.iter().zip(shown.class.reached.iter().map(Vec::as_slice)).collect();
    on_page(&all, shown.filter).to_vec()
}

fn columns(shown: &Analysis<'_>) -> Vec<Column> {
    let lang = shown.words.lang();
    let all = shown.competences();
    let few = shown.class.positioning.rows().len() <= MOST_COLUMNS;
    let chosen = all.iter().find(|(_, competence, _)| competence.code == shown.competence);
    let subjects = |rows: &[&rules::positioning::Row]| -> Vec<Column> {
        let column = |row: &&rules::positioning::Row| Column {
            title: shown.title(row.tube),
            code: String::new(),
            of: Of::Subject(row.tube),
        };
        rows.iter().map(column).collect()
    };
    match chosen {
        _ if few => all.iter().flat_map(|(_, _, rows)| subjects(rows)).collect(),
        Some((_, _, rows)) => subjects(rows),
        None => {
            let column = |(index, competence, _): &(u16, &content::Competence, _)| Column {
                title: competence.name.get(lang).clone(),
                code: competence.code.clone(),
                of: Of::Competence(*index),
            };
            all.iter().map(column).collect()
        }
    }
}

fn head(shown: &Analysis<'_>, column: &Column) -> Markup {
    match column.of {
        Of::Subject(_) => html! { (column.title) },
        Of::Competence(_) => html! { a href={ (address(shown, &column.code)) "#board" } { (column.title) } },
    }
}

/// The address of this page with the subjects of a competence, or without.
fn address(shown: &Analysis<'_>, competence: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !shown.filter.division.is_empty() {
        query.append_pair("division", &shown.filter.division);
    }
    if !competence.is_empty() {
        query.append_pair("competence", competence);
    }
    match query.finish() {
        query if query.is_empty() => shown.path(),
        query => format!("{}?{query}", shown.path()),
    }
}

fn row(shown: &Analysis<'_>, columns: &[Column], pupil: &Pupil<'_>, reached: &[Reached]) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(page_of(shown, pupil)) { @if pupil.name.is_empty() { (shown.words.say("orga-anonymous")) } @else { (pupil.name) } } }
            @for column in columns { td { (cell(shown.words, mastery(reached, column.of))) } }
        }
    }
}

/// The page of a pupil.
pub fn page_of(shown: &Analysis<'_>, pupil: &Pupil<'_>) -> String {
    format!("{}/participants/{}", Tab::Activity.path(shown.campaign), pupil.id)
}

/// The mastery of a subject or competence; none when nothing of it was asked.
fn mastery(reached: &[Reached], of: Of) -> Option<Mastery> {
    let here = reached.iter().filter(|one| of.holds(one.tube)).map(|one| one.mastery);
    here.reduce(|sum, one| Mastery {
        skills: sum.skills + one.skills,
        validated: sum.validated + one.validated,
    })
}

/// A number, stitches, a tint.
pub fn cell(words: Words, mastery: Option<Mastery>) -> Markup {
    match mastery {
        Some(mastery) => {
            let (percent, step) = (mastery.percent(), Step::of(mastery.percent()));
            html! { div class={ "cell m" (step.stitches()) } { (percent) (stitches(step.stitches())) } }
        }
        None => {
            html! { div class="cell m0" { span class="visually-hidden" { (words.say("orga-not-asked")) } span aria-hidden="true" { "–" } (stitches(0)) } }
        }
    }
}

/// Four stitches, the first ones thick.
fn stitches(sewn: usize) -> Markup {
    let line = |thick: bool| {
        let places = (0..4usize).filter(|place| (*place < sewn) == thick);
        places.map(|place| format!("M{} 2.5h5", 1 + place * 9)).collect::<String>()
    };
    html! {
        svg viewBox="0 0 34 5" aria-hidden="true" {
            path class="sewn" d=(line(true)) {}
            path d=(line(false)) {}
        }
    }
}

/// The words for the steps.
pub const fn step_word(step: Step) -> &'static str {
    match step {
        Step::Building => key("orga-step-building"),
        Step::Fragile => key("orga-step-fragile"),
        Step::OnTheWay => key("orga-step-on-the-way"),
        Step::Mastered => key("orga-step-mastered"),
    }
}

fn legend(words: Words) -> Markup {
    html! {
        ul class="legend-row" aria-label=(words.say("orga-legend")) {
            @for step in Step::ALL.into_iter().rev() {
                li { span class={ "sw m" (step.stitches()) } { (stitches(step.stitches())) } (words.say(step_word(step))) }
            }
            li { span class="sw m0" { (stitches(0)) } (words.say("orga-not-asked")) }
        }
    }
}

fn distribution(shown: &Analysis<'_>, column: &Column) -> Markup {
    let mut steps = [0u32; 4];
    for reached in &shown.class.reached {
        let step = mastery(reached, column.of).map(|mastery| Step::of(mastery.percent()) as usize);
        if let Some(count) = step.and_then(|step| steps.get_mut(step)) {
            *count += 1;
        }
    }
    strip(shown.words, steps, shown.class.positioning.people())
}

/// How a class is spread over the steps, the highest first; said in words too.
pub fn strip(words: Words, steps: [u32; 4], people: u32) -> Markup {
    let counts = Step::ALL.into_iter().zip(steps).rev();
    let said: Vec<String> = counts
        .clone()
        .filter(|(_, count)| *count > 0)
        .map(|(step, count)| format!("{}\u{a0}: {count}", words.say(step_word(step))))
        .collect();
    let mut at = 0;
    let parts: Vec<(usize, u32, u32)> = counts
        .map(|(step, count)| {
            let part = (step.stitches(), at * 100 / people.max(1), count * 100 / people.max(1));
            at += count;
            part
        })
        .collect();
    html! {
        svg class="dist" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label=(said.join(", ")) {
            @for (stitches, x, width) in parts {
                @if width > 0 { rect class={ "s" (stitches) } x=(x) width=(width) height="12" {} }
            }
        }
    }
}
