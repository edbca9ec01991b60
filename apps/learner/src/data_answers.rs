//! Tests and answers in the copy of somebody's data, a page at a time.

use grade::Status;
use rules::verdict_number;
use serde_json::{Value, json};
use std::sync::Arc;
use store::account::Account;
use store::answer::{self, Answer};
use store::attempt::{self, Attempt};
use web::Words;
use web::bank::Shelf;
use web::components::status::Status as Shown;
use web::house::House;
use web::moment::iso;

use crate::data_archive::{Archive, Broken};
use crate::data_files::{List, answered};

/// Rows read at once: a fraction of a millisecond of the database.
const PAGE: i64 = 100;

/// The tests that were begun, the newest first.
pub async fn tests(house: &House, account: &Account, archive: &mut Archive) -> Result<(), Broken> {
    let mut list = List::default();
    let mut before = None;
    loop {
        let page = attempt::of_account(&house.db, account.id, before, PAGE).await?;
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        let rows = page.iter().map(|one| {
            json!({
                "test": one.id.to_string(),
                "competence": one.competence,
                "started_at": iso(one.started_at),
                "improving": one.improving,
                "afresh": one.afresh,
                "bank": one.release_id,
                "algorithm": one.algorithm,
                "scoring": one.scoring,
            })
        });
        archive.add(list.rows(rows).as_bytes()).await?;
    }
    archive.add(list.end().as_bytes()).await
}

/// Every answer, the oldest test first.
pub async fn json(
    house: &House,
    account: &Account,
    words: Words,
    archive: &mut Archive,
) -> Result<(), Broken> {
    let mut list = List::default();
    let mut reading = Reading::new(house, account, words);
    loop {
        let page = reading.next().await?;
        if page.is_empty() {
            return archive.add(list.end().as_bytes()).await;
        }
        let rows = page.iter().map(|told| {
            json!({
                "test": told.row.attempt_id.to_string(),
                "competence": told.competence,
                "position": told.row.position,
                "question": told.question,
                "language": told.row.lang,
                "verdict": told.verdict(),
                "answer": answered(&told.row.value),
                "seconds": told.row.seconds,
                "page_left": told.row.page_left,
                "answered_at": iso(told.row.answered_at),
            })
        });
        archive.add(list.rows(rows).as_bytes()).await?;
    }
}

/// The same as a table for a spreadsheet.
pub async fn csv(
    house: &House,
    account: &Account,
    words: Words,
    archive: &mut Archive,
) -> Result<(), Broken> {
    // The mark that makes spreadsheets read accents right.
    archive.add("\u{feff}".as_bytes()).await?;
    archive.add(&table([words.say("data-columns").split(", ").map(str::to_owned).collect()])?).await?;
    let mut reading = Reading::new(house, account, words);
    loop {
        let page = reading.next().await?;
        if page.is_empty() {
            return Ok(());
        }
        let rows = page.iter().map(|told| {
            vec![
                iso(told.row.answered_at),
                told.competence.clone(),
                told.row.position.to_string(),
                told.question.clone(),
                Shown::from(told.status()).word(words).to_owned(),
                typed(&answered(&told.row.value)),
                told.row.seconds.to_string(),
            ]
        });
        archive.add(&table(rows)?).await?;
    }
}

/// Rows in the form that spreadsheets of the reader's country open.
fn table(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, Broken> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in rows {
        out.write_record(row).map_err(std::io::Error::from)?;
    }
    out.into_inner().map_err(|error| error.into_error().into())
}

/// An answer in one cell. A text that a spreadsheet would take for a formula is kept a text.
fn typed(answer: &Value) -> String {
    let text = match answer {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(Value::to_string).collect::<Vec<_>>().join(", "),
        Value::Object(all) => all
            .iter()
            .map(|(name, value)| format!("{name} : {}", typed(value)))
            .collect::<Vec<_>>()
            .join(", "),
        other => other.to_string(),
    };
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

/// An answer with what the bank says of its question.
struct Told {
    row: Answer,
    competence: String,
    question: String,
}

impl Told {
    fn status(&self) -> Status {
        verdict_number::read(self.row.status).unwrap_or(Status::Ko)
    }

    fn verdict(&self) -> &'static str {
        match self.status() {
            Status::Ok => "ok",
            Status::Partially => "partially",
            Status::Ko => "ko",
            Status::Skipped => "skipped",
            Status::TimedOut => "timed out",
            Status::FocusedOut => "focus lost",
        }
    }
}

/// Reads the answers page by page; keeps the test at hand to which the latest belongs.
struct Reading<'a> {
    house: &'a House,
    account: &'a Account,
    words: Words,
    after: Option<(store::AttemptId, i64)>,
    test: Option<(Attempt, Arc<Shelf>)>,
}

impl<'a> Reading<'a> {
    fn new(house: &'a House, account: &'a Account, words: Words) -> Self {
        Self { house, account, words, after: None, test: None }
    }

    async fn next(&mut self) -> Result<Vec<Told>, Broken> {
        let page = answer::all_of(&self.house.db, self.account.id, self.after, PAGE).await?;
        let mut told = Vec::with_capacity(page.len());
        for row in page {
            self.after = Some((row.attempt_id, row.position));
            if self.test.as_ref().is_none_or(|(test, _)| test.id != row.attempt_id) {
                self.test = self.test_of(&row).await?;
            }
            let (competence, question) = match &self.test {
                Some((test, shelf)) => (competence(test, shelf, row.family), self.title(shelf, row.family)),
                None => (String::new(), String::new()),
            };
            told.push(Told { row, competence, question });
        }
        Ok(told)
    }

    async fn test_of(&self, row: &Answer) -> Result<Option<(Attempt, Arc<Shelf>)>, Broken> {
        let found = attempt::by_id(&self.house.db, self.account.id, row.attempt_id).await?;
        let Some(test) = found else { return Ok(None) };
        let shelf = self.house.bank.shelf(&self.house.db, &test.release_id).await?;
        Ok(Some((test, shelf)))
    }

    fn title(&self, shelf: &Shelf, family: i64) -> String {
        let found = shelf.release.family_by_key(family);
        found.map_or_else(String::new, |family| family.title(self.words.lang()).to_owned())
    }
}

/// The competence of a question: that of its test, but for a campaign, which has several.
fn competence(test: &Attempt, shelf: &Shelf, family: i64) -> String {
    let family = shelf.release.family_by_key(family).filter(|_| test.tubes.is_some());
    let code = family.and_then(|family| family.id().split('-').next());
    code.unwrap_or(&test.competence).to_owned()
}
