//! `pix import --dry-run`: what a file of learners would change, or what is wrong with it. Nothing is written.

use crate::settings::Settings;
use clap::Args;
use jobs::learner_import::{self as import, Compared, Fault, Format, Report};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use store::learner::Learner;
use store::{Db, LearnerId, OrganisationId, learner_list, organisation};
use web::Words;
use web::lang::Lang;

/// What is examined.
#[derive(Args)]
pub struct Wanted {
    /// The file.
    file: PathBuf,
    /// Only tells what would happen; importing is done on the pages, with a preview and an undo.
    #[arg(long, required = true)]
    dry_run: bool,
    /// Its format: siecle, fregata, sup, sup-whole, onde, onde-whole, generic or one-roster.
    #[arg(long)]
    format: String,
    /// The organisation whose list the file is compared with: its id, as addresses show it.
    #[arg(long, conflicts_with = "uai")]
    organisation: Option<String>,
    /// The school's number, when there is no list to compare with.
    #[arg(long)]
    uai: Option<String>,
    /// The language of the report: fr or en.
    #[arg(long, default_value = "en")]
    lang: String,
}

/// Prints the report; tells whether the file would be accepted.
///
/// # Errors
/// A sentence: an unknown format or organisation, a file that cannot be read.
pub fn run(settings: &Settings, wanted: &Wanted) -> Result<bool, String> {
    let known: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    let unknown = || format!("no format is called {}: give one of {}", wanted.format, known.join(", "));
    let format = Format::named(&wanted.format).ok_or_else(unknown)?;
    let (school, present) = match &wanted.organisation {
        Some(id) => list(settings, id)?,
        None => (wanted.uai.clone().unwrap_or_default(), Vec::new()),
    };
    let words = Words::of(if wanted.lang == "fr" { Lang::Fr } else { Lang::En });
    let (text, accepted) = report(words, format, &wanted.file, (&school, &present))?;
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    Ok(accepted)
}

/// The number of an organisation, and its list.
fn list(settings: &Settings, id: &str) -> Result<(String, Vec<Learner>), String> {
    let id: OrganisationId = id.parse().map_err(|_| format!("{id} is not the id of an organisation"))?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let found = runtime.block_on(async {
        let db = Db::open(&settings.database()).await?;
        let organisation = organisation::by_id(&db, id).await?;
        let list = learner_list::whole(&db, id).await?;
        db.close().await;
        store::Result::Ok((organisation, list))
    });
    let (organisation, list) = found.map_err(|error| error.to_string())?;
    let organisation = organisation.ok_or_else(|| format!("there is no organisation {id}"))?;
    Ok((organisation.external_id.unwrap_or_default(), list))
}

fn report(
    words: Words,
    format: Format,
    path: &Path,
    (school, present): (&str, &[Learner]),
) -> Result<(String, bool), String> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let size = std::fs::metadata(path).map_err(told)?.len();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if let Err(fault) = format.file().accept(&name) {
        return Ok((line(words, &Fault::from(&fault)), false));
    }
    if size > format.largest() {
        let expected = vec![format.largest().to_string()];
        let fault = Fault { code: "PAYLOAD_TOO_LARGE".to_owned(), expected, ..Fault::default() };
        return Ok((line(words, &fault), false));
    }
    let reading = import::read(format, &std::fs::read(path).map_err(told)?, school);
    let compared = Compared::of(format, &reading, present);
    let report = compared.report();
    if reading.is_refused() {
        return Ok((refusal(words, &report), false));
    }
    let mut text = counts(&report);
    for change in compared.changes(|place| LearnerId::new(0, place)) {
        let said = |name: &str| change.get(name).and_then(|value| value.as_str()).unwrap_or_default();
        let place = change.get("line").map_or_else(|| "-".to_owned(), ToString::to_string);
        let parts = [said("kind"), said("name"), said("division"), said("why")];
        let _ = writeln!(text, "{place:>6}  {}", parts.join("  ").trim_end());
    }
    for warning in &report.warnings {
        let _ = writeln!(text, "{:>6}  warning  {}: {:?}", warning.line, warning.field, warning.value);
    }
    Ok((text, true))
}

fn counts(report: &Report) -> String {
    let count = &report.count;
    format!(
        "added {}, moved {}, changed {}, back {}, disabled {}, unchanged {}, skipped {}, warnings {}\n",
        count.added,
        count.moved,
        count.changed,
        count.back,
        count.disabled,
        count.unchanged,
        count.skipped,
        report.warnings.len()
    )
}

fn refusal(words: Words, report: &Report) -> String {
    let all = report.faults.len() + report.further_faults;
    let mut text = format!("{}\n", words.with("import-refused", &[("n", all.into())]));
    text.extend(report.faults.iter().map(|fault| line(words, fault)));
    text
}

/// A fault in a line: where it is, what stands there, its code, what is wrong and what to do.
fn line(words: Words, fault: &Fault) -> String {
    let place = fault.line.map_or_else(|| "-".to_owned(), |line| line.to_string());
    let field = fault.field.as_deref().unwrap_or_default();
    let value = fault.value.as_deref().map_or_else(String::new, |value| format!(" {value:?}"));
    format!("{place:>6}  {}  {field}{value}  {}\n", fault.code, orga::fault_sentence(words, fault))
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that meets the unexpected fails")]
mod tests;
