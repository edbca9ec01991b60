//! The page of [`crate::import_upload`].

use jobs::learner_import::Format;
use maud::{Markup, html};
use store::learner_import::{Import, State};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::icon::Icon;
use web::components::select::Select;
use web::moment::date_time;
use web::numbers::size;

use crate::import_fault;
use crate::import_file::FILE;
use crate::import_format::word;
use crate::import_upload::Trouble;

/// What the page shows.
pub struct Uploading<'a> {
    /// The language.
    pub words: Words,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The formats of the organisation.
    pub formats: &'a [Format],
    /// The newest import.
    pub latest: Option<&'a Import>,
    /// Why a file was not taken.
    pub trouble: Option<&'a Trouble>,
}

/// The whole page.
pub fn page(uploading: &Uploading<'_>) -> Markup {
    let (words, title) = (uploading.words, uploading.words.say("import-title"));
    let error = uploading.trouble.map(|trouble| said(words, trouble));
    let errors: Vec<(&str, &str)> = error.iter().map(|text| (FILE, text.as_str())).collect();
    let open = uploading.latest.filter(|import| is_open(import));
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("learners-title"), "/orga/learners")], title))
            h1 { (title) }
            @if let Some(import) = open {
                (under_way(words, import))
            } @else if uploading.formats.is_empty() {
                (banner(Tone::Info, &html! { p { (words.say("import-no-format")) } }))
            } @else {
                (error_summary(words, &errors))
                p class="lead" { (words.say("import-lead")) }
                (form(uploading, error.as_deref()))
            }
            @if let Some(import) = uploading.latest.filter(|_| open.is_none()) { (latest(words, import)) }
        }
    }
}

/// Whether an import has to end before another one begins.
fn is_open(import: &Import) -> bool {
    matches!(import.state, State::Uploaded | State::Previewed)
}

fn said(words: Words, trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoFile => words.say("import-no-file").to_owned(),
        Trouble::UnderWay => words.say("import-under-way").to_owned(),
        Trouble::Fault(fault) => import_fault::sentence(words, fault),
    }
}

fn under_way(words: Words, import: &Import) -> Markup {
    let href = format!("/orga/learners/imports/{}", import.id);
    html! {
        (banner(Tone::Warn, &html! { p { (words.say("import-under-way")) } p { (sender(words, import)) } }))
        div class="row" { (Button::link(words.say("import-open"), &href)) }
    }
}

fn latest(words: Words, import: &Import) -> Markup {
    html! {
        section class="card stack-s" aria-labelledby="latest" {
            h2 id="latest" { (words.say("import-latest")) }
            p { (sender(words, import)) }
            p { (words.say(state_word(import.state))) " "
                a href={ "/orga/learners/imports/" (import.id) } { (words.say("import-details")) } }
        }
    }
}

/// Who sent a file, and when.
pub fn sender(words: Words, import: &Import) -> Markup {
    let names = [import.first_name.as_deref(), import.last_name.as_deref()];
    let name = names.into_iter().flatten().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
    html! {
        @if !import.file_name.is_empty() { (import.file_name) " · " }
        (date_time(words.lang(), import.created_at))
        @if !name.is_empty() { " · " (name) }
    }
}

/// The words for how far an import is.
pub const fn state_word(state: State) -> &'static str {
    match state {
        State::Uploaded => "import-state-uploaded",
        State::Refused => "import-state-refused",
        State::Previewed => "import-state-previewed",
        State::Applied => "import-state-applied",
        State::Cancelled => "import-state-cancelled",
        State::Undone => "import-state-undone",
    }
}

fn form(uploading: &Uploading<'_>, error: Option<&str>) -> Markup {
    let (words, formats) = (uploading.words, uploading.formats);
    let first = formats.first().map_or("", |format| format.name());
    let options: Vec<(&str, &str)> =
        formats.iter().map(|format| (format.name(), words.say(word(*format)))).collect();
    html! {
        form class="stack" method="post" action="/orga/learners/import" enctype="multipart/form-data" novalidate {
            (csrf_field(uploading.csrf))
            @if formats.len() == 1 {
                input type="hidden" name="format" value=(first);
                @for (_, label) in &options { p { strong { (label) } } }
            } @else {
                (Select {
                    name: "format", label: words.say("import-format"), options: &options, value: first, blank: None,
                    hint: None, error: None,
                })
            }
            (file(words, formats, error))
            @if formats.iter().any(|format| matches!(format, Format::Sup | Format::Generic)) {
                p { a href="/orga/learners/import/template" { (words.say("import-template")) } }
            }
            div class="row" {
                (Button::submit(words.say("import-send")))
                (Button::link(words.say("import-give-up"), "/orga/learners").bare())
            }
        }
    }
}

fn file(words: Words, formats: &[Format], error: Option<&str>) -> Markup {
    let mut endings: Vec<&str> =
        formats.iter().flat_map(|format| format.file().extensions()).copied().collect();
    endings.sort_unstable();
    endings.dedup();
    let accept: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    let most = formats.iter().map(|format| format.largest()).max().unwrap_or_default();
    let hint = [("endings", accept.join(", ").into()), ("most", size(words.lang(), most).into())];
    let hint = words.with("import-file-hint", &hint);
    file_field(words.say("import-file"), (&hint, &accept.join(",")), error)
}

/// The field of a file: how to choose it, which ones are offered, what was wrong.
pub fn file_field(label: &str, (hint, accept): (&str, &str), error: Option<&str>) -> Markup {
    let described = if error.is_some() { "file-hint file-error" } else { "file-hint" };
    html! {
        div class="field" {
            label for=(FILE) { (label) }
            p class="hint" id="file-hint" { (hint) }
            @if let Some(error) = error { p class="error" id="file-error" { (Icon::Warning) span { (error) } } }
            input class="input" id=(FILE) name=(FILE) type="file" accept=(accept) aria-describedby=(described)
                aria-invalid=[error.map(|_| "true")];
        }
    }
}
