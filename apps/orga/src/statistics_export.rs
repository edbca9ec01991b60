//! The statistics of a school year as one table for spreadsheets: a line for each figure of the page.

use axum::extract::{Query, State};
use axum::response::Response;
use content::Framework;
use formats::cell::Cell;
use formats::csv_export::CsvExport;
use rules::positioning::Position;
use std::collections::HashMap;
use std::io;
use web::Words;
use web::house::House;
use web::moment::day_code;
use web::refusal::Refusal;
use web::visit::Member;
use web::words::key;

use crate::statistics::{Gathered, TakingPart};
use crate::statistics_months_page::of_year;
use crate::statistics_page::year_name;
use crate::table_download::{attachment, csv};

/// `GET /orga/statistics/export?year=2026&division=6A`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let gathered = Gathered::load(&house, &member, &query).await?;
    let lines = lines(member.frame.words(), house.bank.present().release.framework(), &gathered);
    let table = table(member.frame.words(), &gathered, &lines).map_err(|error| Refusal::defect(&error))?;
    let (year, day) = (gathered.asked.year.number(), day_code(house.clock.now()));
    let name = attachment(&member.organisation.name, |name| format!("Statistiques-{name}-{year}-{day}.csv"));
    Ok(csv(name, table))
}

/// A line of the table: what its figures are about, and those that there are.
#[derive(Debug, Clone, Default, PartialEq)]
struct Line {
    /// Its kind: a key.
    kind: &'static str,
    /// Its name; nothing of all together.
    name: String,
    /// People of the list.
    people: Option<TakingPart>,
    /// Tries begun and sent.
    tries: Option<(i64, i64)>,
    /// How many people have a result.
    asked: Option<u32>,
    /// The level reached and the highest asked.
    level: Option<Position>,
}

/// Every figure: all together, the months, the classes, the domains and competences of which something was asked.
fn lines(words: Words, framework: &Framework, gathered: &Gathered) -> Vec<Line> {
    let people = Some(gathered.levels.people()).filter(|people| *people > 0);
    let all = Line {
        kind: key("statistics-csv-all"),
        people: Some(gathered.taking_part()),
        tries: Some(gathered.tries()),
        asked: people,
        level: people.map(|_| gathered.levels.several(|_| true)),
        ..Line::default()
    };
    let months = of_year(gathered.asked.year, &gathered.days).into_iter().map(|month| Line {
        kind: key("statistics-month"),
        name: month.code,
        tries: Some((month.begun, month.sent)),
        ..Line::default()
    });
    let classes = gathered.classes.iter().map(|class| Line {
        kind: key("orga-division"),
        name: match class.division.as_str() {
            "" => words.say("certifiability-no-division").to_owned(),
            name => name.to_owned(),
        },
        people: Some(TakingPart { learners: class.learners, begun: class.begun, sent: class.sent }),
        ..Line::default()
    });
    let levels = levels(words, framework, gathered);
    std::iter::once(all).chain(months).chain(classes).chain(levels).collect()
}

fn levels(words: Words, framework: &Framework, gathered: &Gathered) -> Vec<Line> {
    let known: Vec<_> = (0u16..)
        .zip(&framework.competences)
        .filter_map(|(index, competence)| Some((index, competence, gathered.levels.competence(index)?)))
        .collect();
    let domains = framework.domains.iter().filter_map(|domain| {
        let own: Vec<u16> = known
            .iter()
            .filter(|(_, competence, _)| competence.code.starts_with(&domain.code))
            .map(|(index, ..)| *index)
            .collect();
        (!own.is_empty()).then(|| Line {
            kind: key("statistics-domain"),
            name: domain.name.get(words.lang()).clone(),
            level: Some(gathered.levels.several(|index| own.contains(&index))),
            ..Line::default()
        })
    });
    let competences = known.iter().map(|(_, competence, standing)| Line {
        kind: key("statistics-competence"),
        name: competence.name.get(words.lang()).clone(),
        asked: Some(standing.people),
        level: Some(standing.position),
        ..Line::default()
    });
    domains.chain(competences).collect()
}

fn table(words: Words, gathered: &Gathered, lines: &[Line]) -> io::Result<Vec<u8>> {
    let mut table = CsvExport::new(Vec::new())?;
    let year = year_name(gathered.asked.year);
    let division = match gathered.asked.division.as_str() {
        "" => words.say("learners-every-division"),
        name => name,
    };
    table.row(HEAD.map(|name| Cell::Text(words.say(name))))?;
    let whole = |number: Option<i64>| number.map_or(Cell::Empty, Cell::Whole);
    let tenths =
        |level: Option<u32>| level.map_or(Cell::Empty, |level| Cell::Decimal(f64::from(level) / 10.0, 1));
    for line in lines {
        table.row([
            Cell::Text(&year),
            Cell::Text(division),
            Cell::Text(words.say(line.kind)),
            Cell::Text(&line.name),
            whole(line.people.map(|people| people.learners)),
            whole(line.people.map(|people| people.begun)),
            whole(line.people.map(|people| people.sent)),
            whole(line.tries.map(|(begun, _)| begun)),
            whole(line.tries.map(|(_, sent)| sent)),
            whole(line.asked.map(i64::from)),
            tenths(line.level.map(|level| level.reached)),
            tenths(line.level.map(|level| level.reachable)),
        ])?;
    }
    table.finish()
}

/// The names of the columns: keys.
const HEAD: [&str; 12] = [
    key("statistics-year"),
    key("statistics-csv-who"),
    key("statistics-csv-kind"),
    key("statistics-csv-name"),
    key("statistics-learners"),
    key("statistics-took-part"),
    key("statistics-sent"),
    key("statistics-csv-begun"),
    key("statistics-csv-sent"),
    key("statistics-csv-asked"),
    key("statistics-level"),
    key("statistics-csv-top"),
];
