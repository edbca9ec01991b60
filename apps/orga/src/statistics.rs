//! What an organisation's learners do and reach over a school year, in all its campaigns together.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Html;
use rules::snapshot::Snapshot;
use rules::statistics::{Levels, SchoolYear};
use store::statistics::{self, Class, Day, Scope, Sent};
use web::house::House;
use web::moment::{day_code, day_start};
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::statistics_page::{self, Statistics};

/// Older years are not offered.
const YEARS: usize = 10;

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The school year.
    pub year: SchoolYear,
    /// A class; everybody when empty.
    pub division: String,
}

impl Asked {
    /// Reads an address; what it does not understand is left out, and a year that is not offered is the present one.
    fn read(query: &HashMap<String, String>, years: &[SchoolYear]) -> Option<Self> {
        let text = |name: &str| query.get(name).map_or("", |text| text.trim());
        let number = text("year").parse::<u16>().ok();
        let year = years.iter().find(|year| Some(year.number()) == number).or(years.first())?;
        let division = text("division").chars().filter(|sign| !sign.is_control()).collect();
        Some(Self { year: *year, division })
    }

    fn scope(&self, member: &Member) -> Scope<'_> {
        Scope {
            organisation: member.organisation.id,
            from: day_start(&self.year.first_day()).unwrap_or(0),
            until: day_start(&self.year.day_after()).unwrap_or(i64::MAX),
            division: &self.division,
        }
    }
}

/// A school year of an organisation: three statements, whatever happened in it.
pub struct Gathered {
    /// What the address asks for.
    pub asked: Asked,
    /// The years that can be asked for, the newest first.
    pub years: Vec<SchoolYear>,
    /// The classes and how many of each take part.
    pub classes: Vec<Class>,
    /// The days on which something was begun or sent.
    pub days: Vec<Day>,
    /// What people reached.
    pub levels: Levels,
    /// Whether there are more results than are looked at.
    pub newest_only: bool,
}

/// How many take part: of the class that is asked for, or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakingPart {
    /// How many are on the present list.
    pub learners: i64,
    /// How many of them began or sent something.
    pub begun: i64,
    /// How many of them sent something.
    pub sent: i64,
}

impl Gathered {
    /// What an address asks for.
    pub async fn load(
        house: &House,
        member: &Member,
        query: &HashMap<String, String>,
    ) -> Result<Self, Refusal> {
        let years = years(member.organisation.created_at, house.clock.now());
        let asked = Asked::read(query, &years).ok_or(Refusal::NotFound)?;
        let scope = asked.scope(member);
        let classes = statistics::classes(&house.db, scope).await?;
        let days = statistics::days(&house.db, scope).await?;
        let sent = statistics::sent(&house.db, scope).await?;
        let newest_only = i64::try_from(sent.len()).is_ok_and(|count| count >= statistics::MOST);
        let levels = tokio::task::spawn_blocking(move || gathered(sent)).await;
        let levels = levels.map_err(|error| Refusal::defect(&error))?;
        Ok(Self { asked, years, classes, days, levels, newest_only })
    }

    /// How many take part.
    pub fn taking_part(&self) -> TakingPart {
        let division = self.asked.division.as_str();
        let counted = self.classes.iter().filter(|class| division.is_empty() || class.division == division);
        counted.fold(TakingPart::default(), |sum, class| TakingPart {
            learners: sum.learners + class.learners,
            begun: sum.begun + class.begun,
            sent: sum.sent + class.sent,
        })
    }

    /// How many tries began, and how many were sent.
    pub fn tries(&self) -> (i64, i64) {
        self.days.iter().fold((0, 0), |(begun, sent), day| (begun + day.begun, sent + day.sent))
    }
}

/// `GET /orga/statistics?year=2026&division=6A`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let gathered = Gathered::load(&house, &member, &query).await?;
    let words = member.frame.words();
    let framework = house.bank.present().release.framework();
    let body = statistics_page::page(&Statistics { words, framework, gathered: &gathered });
    Ok(Sheet::new(words.say("statistics-title"), body).within("statistics").render(&house, &member))
}

/// The school years from one instant to another, the newest first.
fn years(from: i64, until: i64) -> Vec<SchoolYear> {
    let number = |at| SchoolYear::of_day(&day_code(at)).map_or(0, SchoolYear::number);
    let (first, last) = (number(from), number(until));
    (first.min(last)..=last).rev().filter_map(SchoolYear::beginning_in).take(YEARS).collect()
}

/// What people reached: of each, the newest results first.
fn gathered(mut sent: Vec<Sent>) -> Levels {
    sent.sort_by_key(|one| one.account_id);
    let mut levels = Levels::default();
    for person in sent.chunk_by(|one, next| one.account_id == next.account_id) {
        levels.add(person.iter().filter_map(|one| Snapshot::decode(&one.snapshot)));
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR_MS: i64 = 365 * 86_400_000;
    /// 2 November 2026.
    const NOW: i64 = 1_793_590_400_000;

    #[test]
    fn years_are_offered_since_the_beginning() {
        let offered =
            |from, until| years(from, until).into_iter().map(SchoolYear::number).collect::<Vec<_>>();
        for (from, until, expected) in
            [(NOW, NOW, vec![2026]), (NOW - YEAR_MS, NOW, vec![2026, 2025]), (NOW + YEAR_MS, NOW, vec![2026])]
        {
            assert_eq!(offered(from, until), expected, "{from} {until}");
        }
        assert_eq!(offered(0, NOW).len(), YEARS);
    }

    #[test]
    fn an_address_is_read_kindly() {
        let offered = years(NOW - YEAR_MS, NOW);
        for (query, year, division) in [
            (vec![], 2026, ""),
            (vec![("year", "2025"), ("division", " 6A ")], 2025, "6A"),
            (vec![("year", "1999")], 2026, ""),
            (vec![("year", "x")], 2026, ""),
        ] {
            let query = query.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            let asked = Asked::read(&query, &offered).expect("years");
            assert_eq!((asked.year.number(), asked.division.as_str()), (year, division), "{query:?}");
        }
        assert_eq!(Asked::read(&HashMap::new(), &[]), None);
    }
}
