//! What an import changes, line by line: counts, the kinds to choose from, a page of lines.

use maud::{Markup, html};
use store::learner_import::{Change, Kind};
use web::Words;
use web::components::pagination::pagination;

use crate::import_preview::{PAGE, path};
use crate::import_preview_page::Preview;

/// Counts and lines.
pub fn changes(preview: &Preview<'_>) -> Markup {
    let words = preview.words;
    if preview.import.report.is_empty() {
        return html! { p class="muted" { (words.say("import-forgotten")) } };
    }
    let last = u32::try_from(shown(preview)).unwrap_or(u32::MAX).div_ceil(PAGE);
    html! {
        section class="stack" aria-labelledby="changes" {
            h2 id="changes" { (words.say("import-changes")) }
            (kinds(preview))
            @if preview.changes.is_empty() { p { (words.say("import-no-lines")) } }
            @else { (table(words, preview.changes)) }
            (pagination(words, preview.page, last, |page| address(preview, preview.kind, page)))
        }
    }
}

/// How many lines there are of a kind.
const fn count_of(preview: &Preview<'_>, kind: Kind) -> usize {
    let count = &preview.report.count;
    match kind {
        Kind::Added => count.added,
        Kind::Moved => count.moved,
        Kind::Changed => count.changed,
        Kind::Back => count.back,
        Kind::Disabled => count.disabled,
        Kind::Skipped => count.skipped,
    }
}

/// How many lines there are of the kind that is asked for.
fn shown(preview: &Preview<'_>) -> usize {
    match preview.kind {
        Some(kind) => count_of(preview, kind),
        None => Kind::ALL.into_iter().map(|kind| count_of(preview, kind)).sum(),
    }
}

fn address(preview: &Preview<'_>, kind: Option<Kind>, page: u32) -> String {
    let kind = kind.map_or(String::new(), |kind| format!("kind={}&", kind.name()));
    format!("{}?{kind}page={page}#changes", path(preview.import.id))
}

/// The kinds that there are, with their counts: each leads to its lines.
fn kinds(preview: &Preview<'_>) -> Markup {
    let words = preview.words;
    let all = Kind::ALL.into_iter().map(|kind| count_of(preview, kind)).sum::<usize>();
    let current = |kind: Option<Kind>| (preview.kind == kind).then_some("page");
    let present = Kind::ALL.into_iter().filter(|kind| count_of(preview, *kind) > 0);
    html! {
        nav aria-label=(words.say("import-change")) {
            ul class="tabs" {
                li { a href=(address(preview, None, 1)) aria-current=[current(None)] {
                    (words.say("import-all")) " (" (all) ")"
                } }
                @for kind in present {
                    li { a href=(address(preview, Some(kind), 1)) aria-current=[current(Some(kind))] {
                        (words.say(kind_word(kind))) " (" (count_of(preview, kind)) ")"
                    } }
                }
            }
        }
        @if preview.report.count.unchanged > 0 {
            p class="muted small" { (words.say("import-kind-unchanged")) " (" (preview.report.count.unchanged) ")" }
        }
    }
}

fn table(words: Words, changes: &[Change]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("import-changes")) {
            table class="table table--people" {
                caption class="visually-hidden" { (words.say("import-changes")) }
                thead { tr {
                    th scope="col" { (words.say("learners-name")) }
                    th scope="col" { (words.say("import-change")) }
                    th scope="col" { (words.say("learners-division")) }
                    th scope="col" { (words.say("import-why")) }
                    th scope="col" class="r" { (words.say("import-line")) }
                } }
                tbody { @for change in changes { (row(words, change)) } }
            }
        }
    }
}

fn row(words: Words, change: &Change) -> Markup {
    html! {
        tr {
            th scope="row" { (change.name) }
            td data-label=(words.say("import-change")) { (words.say(row_word(change.kind))) }
            td data-label=(words.say("learners-division")) { (division(change)) }
            td data-label=(words.say("import-why")) { (why(words, change)) }
            td class="r" data-label=(words.say("import-line")) {
                @match change.line { Some(line) => (line), None => "–" }
            }
        }
    }
}

fn division(change: &Change) -> String {
    let after = change.division.as_deref().unwrap_or("–");
    match change.division_before.as_deref() {
        Some(before) if before != after => format!("{before} → {after}"),
        _ => after.to_owned(),
    }
}

/// Which fields change, or why somebody is left aside.
fn why(words: Words, change: &Change) -> String {
    match change.kind {
        Kind::Skipped => words.say(skip_word(&change.why)).to_owned(),
        Kind::Disabled => words.say("import-missing").to_owned(),
        _ => {
            let mut fields: Vec<&str> =
                change.why.split_whitespace().map(|field| words.say(field_word(field))).collect();
            fields.dedup();
            fields.join(", ")
        }
    }
}

const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "import-kind-added",
        Kind::Moved => "import-kind-moved",
        Kind::Changed => "import-kind-changed",
        Kind::Back => "import-kind-back",
        Kind::Disabled => "import-kind-disabled",
        Kind::Skipped => "import-kind-skipped",
    }
}

const fn row_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "import-row-added",
        Kind::Moved => "import-row-moved",
        Kind::Changed => "import-row-changed",
        Kind::Back => "import-row-back",
        Kind::Disabled => "import-row-disabled",
        Kind::Skipped => "import-row-skipped",
    }
}

fn skip_word(why: &str) -> &'static str {
    match why {
        "left" => "import-skip-left",
        "no-national-number" => "import-skip-number",
        "no-class" => "import-skip-class",
        "other-level" => "import-skip-level",
        _ => "import-skip-school",
    }
}

fn field_word(field: &str) -> &'static str {
    match field {
        "first_name" => "import-field-first-name",
        "second_name" => "import-field-second-name",
        "third_name" => "import-field-third-name",
        "last_name" => "import-field-last-name",
        "usual_name" => "import-field-usual-name",
        "birth_date" => "import-field-birth-date",
        "sex" => "import-field-sex",
        "birth_city_code" | "birth_city" | "birth_department" | "birth_country" => "import-field-birth-place",
        "national_number" | "student_number" => "import-field-number",
        "email" => "import-field-email",
        "division" => "import-field-division",
        "level" => "import-field-level",
        "mef" => "import-field-mef",
        "status" => "import-field-status",
        "department" => "import-field-department",
        "team" => "import-field-team",
        "diploma" => "import-field-diploma",
        "scheme" => "import-field-scheme",
        _ => "import-field-further",
    }
}
