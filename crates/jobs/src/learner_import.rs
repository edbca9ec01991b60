//! The job that reads a file of learners: what is wrong with it, or what it would change.
//!
//! Reading and comparing need no database ([`read`], [`Compared`]): `pix import` does the same with a file at hand.

mod line;
mod report;

use formats::{Limits, Reading, generic, onde, one_roster, siecle, sup};
use rules::class_list::{Absent, Change, Line, Step};
use serde_json::{Map, Value, json};
use store::job::{self, Job};
use store::learner::Learner;
use store::learner_import::{self as import, PORTION, State, Waiting};
use store::{Db, Error, ImportId, LearnerId, Result, learner_list};

use crate::worker::Clock;

pub use report::{Count, Fault, Report, Warning};

/// How a file is read, and what becomes of those who are not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The register of a secondary school.
    Siecle,
    /// The register of an agricultural school.
    Fregata,
    /// Students who come in addition to the others.
    Sup,
    /// All the students there are.
    SupWhole,
    /// The register of a primary school, of the two levels that are imported.
    Onde,
    /// The same of the whole school: the other levels are left aside.
    OndeWhole,
    /// A table with the columns of [`generic_config`].
    Generic,
    /// The tables of OneRoster.
    OneRoster,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] = [
        Self::Siecle,
        Self::Fregata,
        Self::Sup,
        Self::SupWhole,
        Self::Onde,
        Self::OndeWhole,
        Self::Generic,
        Self::OneRoster,
    ];

    /// Its name in the database and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Siecle => "siecle",
            Self::Fregata => "fregata",
            Self::Sup => "sup",
            Self::SupWhole => "sup-whole",
            Self::Onde => "onde",
            Self::OndeWhole => "onde-whole",
            Self::Generic => "generic",
            Self::OneRoster => "one-roster",
        }
    }

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// How its files are named and read.
    #[must_use]
    pub const fn file(self) -> formats::Format {
        match self {
            Self::Siecle => formats::Format::Siecle,
            Self::Fregata => formats::Format::Fregata,
            Self::Sup | Self::SupWhole => formats::Format::Sup,
            Self::Onde | Self::OndeWhole => formats::Format::Onde,
            Self::Generic => formats::Format::Generic,
            Self::OneRoster => formats::Format::OneRoster,
        }
    }

    /// The most bytes of a file: 20 MB for registers of secondary schools and archives, 10 MB for tables.
    #[must_use]
    pub const fn largest(self) -> u64 {
        match self {
            Self::Siecle | Self::OneRoster => 20_000_000,
            _ => 10_000_000,
        }
    }

    const fn absent(self) -> Absent {
        if matches!(self, Self::Sup) { Absent::Kept } else { Absent::Disabled }
    }
}

/// The columns of a table for schools whose register has no format of its own.
#[must_use]
pub fn generic_config() -> generic::Config {
    use generic::{Header, Kind, Property};
    let header = |name: &str, property, kind, required| Header {
        name: name.to_owned(),
        property: Some(property),
        required,
        kind,
        expected_values: Vec::new(),
    };
    let names = ["Nom apprenant", "Prénom apprenant", "Date de naissance"];
    let day = Kind::Date(generic::DayStyle::DayFirst);
    generic::Config {
        accepted_encodings: vec![formats::Encoding::Utf8, formats::Encoding::Windows1252],
        headers: vec![
            header("Nom apprenant", Property::LastName, Kind::Text, true),
            header("Prénom apprenant", Property::FirstName, Kind::Text, true),
            header("Classe", Property::Class, Kind::Text, true),
            header("Date de naissance", Property::BirthDate, day, true),
        ],
        unicity_columns: names.map(str::to_owned).to_vec(),
        reconciliation_columns: names.map(str::to_owned).to_vec(),
        displayable_columns: vec!["Classe".to_owned()],
    }
}

/// Reads a file; `school` is the number that some formats must name.
#[must_use]
pub fn read(format: Format, bytes: &[u8], school: &str) -> Reading {
    let limits = Limits { bytes: format.largest(), ..Limits::default() };
    match format {
        Format::Siecle => siecle::read(bytes, school, &limits),
        Format::Fregata => formats::fregata::read(bytes, &limits),
        Format::Sup | Format::SupWhole => sup::read(bytes, &limits),
        Format::Onde => onde::read(bytes, onde::OtherLevels::Refused, &limits),
        Format::OndeWhole => onde::read(bytes, onde::OtherLevels::LeftAside, &limits),
        Format::Generic => generic::read(bytes, &generic_config(), &limits),
        Format::OneRoster => one_roster::read(bytes, school, &limits),
    }
}

/// What a file that was read would change in a list.
pub struct Compared<'a> {
    reading: &'a Reading,
    present: &'a [Learner],
    told: Vec<Line>,
    steps: Vec<Step>,
}

impl<'a> Compared<'a> {
    /// Compares a reading with the present list.
    #[must_use]
    pub fn of(format: Format, reading: &'a Reading, present: &'a [Learner]) -> Self {
        let known: Vec<_> = present.iter().map(line::known).collect();
        let told: Vec<Line> = reading.learners.iter().map(line::told).collect();
        let steps = rules::class_list::compare(&known, &told, format.absent());
        Self { reading, present, told, steps }
    }

    /// Counts, faults and warnings.
    #[must_use]
    pub fn report(&self) -> Report {
        Report::of(self.reading, &self.steps)
    }

    /// Each change as the store notes it, made when it is asked for: those of a large school would fill the memory. New
    /// people get the ids of `new_id`, told their place among the changes.
    pub fn changes(&self, new_id: impl Fn(u64) -> LearnerId) -> impl Iterator<Item = Value> {
        let changed = self.steps.iter().filter(|step| step.change != Change::Unchanged);
        let changes = changed.zip(0..).map(move |(step, place)| {
            let before = step.known.and_then(|place| self.present.get(place));
            let after =
                step.told.and_then(|place| Some((self.told.get(place)?, self.reading.learners.get(place)?)));
            change(step, before.map_or_else(|| new_id(place), |known| known.id), before, after)
        });
        let skipped = self.reading.skipped.iter().map(skipped);
        changes.chain(skipped).enumerate().map(|(place, mut change)| {
            if let Some(change) = change.as_object_mut() {
                change.insert("position".to_owned(), json!(place));
            }
            change
        })
    }
}

fn change(
    step: &Step,
    id: LearnerId,
    before: Option<&Learner>,
    after: Option<(&Line, &formats::Learner)>,
) -> Value {
    let known = before.map(line::known);
    // Who is missing stays as they were, but for being disabled.
    let line = after.map(|(line, _)| line).or(known.as_ref().map(|known| &known.line));
    let fields: Vec<&str> = step.change.fields().iter().map(|field| field.name()).collect();
    let mut change = Map::new();
    change.insert("kind".to_owned(), json!(step.change.name()));
    change.insert("learner".to_owned(), json!(id.number()));
    change.insert("why".to_owned(), json!(fields.join(" ")));
    change.insert("name".to_owned(), json!(line.map(Line::name).unwrap_or_default()));
    change.insert(
        "division".to_owned(),
        json!(line.and_then(|line| line.get(rules::class_list::Field::Division))),
    );
    if let Some((_, told)) = after {
        change.insert("line".to_owned(), json!(told.line));
    }
    if let (Some(known), Some(before)) = (&known, before) {
        change.insert("before".to_owned(), line::json(&known.line, before.disabled_at));
    }
    if let Some(line) = line {
        change.insert("after".to_owned(), line::json(line, None));
    }
    Value::Object(change)
}

fn skipped(skipped: &formats::Skipped) -> Value {
    let why = report::skip_name(skipped.why);
    json!({ "kind": "skipped", "line": skipped.line, "name": skipped.who, "why": why })
}

/// Reads the file of an import that waits, and keeps what that gave.
pub(crate) async fn run(db: &Db, job: &Job, clock: &Clock) -> Result<()> {
    let id = job.payload.parse().map(ImportId::from_number);
    let id = id.map_err(|_| Error::Other("the job names no import".to_owned()))?;
    let Some(waiting) = import::waiting(db, id).await? else { return finish(db, job, clock()).await };
    let Some(format) = Format::named(&waiting.format) else {
        return Err(Error::Other("this program does not know the format".to_owned()));
    };
    let present = learner_list::whole(db, waiting.organisation_id).await?;
    let now = clock();
    let new_id = move |place: u64| LearnerId::new(now, id.number().cast_unsigned().wrapping_add(place));
    let work = move || examined(format, &waiting, &present, new_id);
    let examined = tokio::task::spawn_blocking(work).await;
    let (state, report, portions) = examined.map_err(|error| Error::Other(error.to_string()))??;
    let mut tx = db.begin().await?;
    if import::read(&mut tx, id, state, &report, now).await? {
        for portion in &portions {
            import::note(&mut tx, id, portion).await?;
        }
    }
    if job::done(&mut tx, job, clock()).await? {
        tx.commit().await?;
    }
    Ok(())
}

async fn finish(db: &Db, job: &Job, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    job::done(&mut tx, job, now).await?;
    tx.commit().await
}

/// Reads and compares, and writes it all as the store keeps it.
fn examined(
    format: Format,
    waiting: &Waiting,
    present: &[Learner],
    new_id: impl Fn(u64) -> LearnerId,
) -> Result<(State, String, Vec<String>)> {
    let reading = read(format, &waiting.file, waiting.external_id.as_deref().unwrap_or_default());
    let written = |error: serde_json::Error| Error::Other(error.to_string());
    if reading.is_refused() {
        let report = serde_json::to_string(&Report::of(&reading, &[])).map_err(written)?;
        return Ok((State::Refused, report, Vec::new()));
    }
    let compared = Compared::of(format, &reading, present);
    let (mut portions, mut changes) = (Vec::new(), compared.changes(new_id).peekable());
    while changes.peek().is_some() {
        let portion: Vec<Value> = changes.by_ref().take(PORTION).collect();
        portions.push(serde_json::to_string(&portion).map_err(written)?);
    }
    Ok((State::Previewed, serde_json::to_string(&compared.report()).map_err(written)?, portions))
}
