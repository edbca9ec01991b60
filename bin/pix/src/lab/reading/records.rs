//! Answers one by one, in the order of their lines, with the time each took where a column `seconds` tells it.

use super::sheet::Row;
use super::{Answered, FileError, Sheet};
use measure::calibration::Answer;
use std::cmp::Ordering;
use std::collections::HashMap;

/// An answer and its line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record {
    /// Who answered what.
    pub answer: Answer,
    /// How long it took, where that is told.
    pub seconds: Option<f64>,
    /// The line of the file.
    pub line: u64,
}

/// Reads the lines `person,item,response` again, whose answers are known; those to other items are left out.
///
/// # Errors
/// [`FileError`] for another shape, or a time that is none.
pub fn records(sheet: &Sheet, answered: &Answered) -> Result<Vec<Record>, FileError> {
    let [person, item, response] = ["person", "item", "response"].map(|name| sheet.column(name));
    let (person, item, response, seconds) = (person?, item?, response?, sheet.find("seconds"));
    let places = |names: &'_ [String]| -> HashMap<String, u32> {
        (0..).zip(names).map(|(place, name)| (name.clone(), place)).collect()
    };
    let (persons, items) = (places(&answered.persons), places(answered.responses.names()));
    let mut found = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let places = persons.get(sheet.text(row, person)).zip(items.get(sheet.text(row, item)));
        let Some((person, item)) = places else { continue };
        let answer = Answer { person: *person, item: *item, right: sheet.text(row, response) == "1" };
        let seconds = seconds.map_or(Ok(None), |column| time(sheet, row, column))?;
        found.push(Record { answer, seconds, line: row.line });
    }
    Ok(found)
}

fn time(sheet: &Sheet, row: &Row, column: usize) -> Result<Option<f64>, FileError> {
    let given = sheet.text(row, column);
    if given.is_empty() {
        return Ok(None);
    }
    let seconds = sheet.number(row, column)?;
    if seconds > 0.0 {
        return Ok(Some(seconds));
    }
    Err(sheet.refuse(Some(row.line), sheet.odd(column, given, "seconds, above 0, or nothing")))
}

/// Whether the lines are in the order of time, where a column `time` tells it: numbers, or dates written from the year
/// on.
///
/// # Errors
/// [`FileError`] at the first line that is before the one above it.
pub fn ordered(sheet: &Sheet) -> Result<(), FileError> {
    let Some(column) = sheet.find("time") else { return Ok(()) };
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    for (above, row) in sheet.rows.iter().zip(sheet.rows.iter().skip(1)) {
        let (before, now) = (sheet.text(above, column), sheet.text(row, column));
        let order = match number(before).zip(number(now)) {
            Some((before, now)) => before.total_cmp(&now),
            None => before.cmp(now),
        };
        if order == Ordering::Greater {
            let expected = format!("{before} or later, as the lines go with time: sort the file");
            return Err(sheet.refuse(Some(row.line), sheet.odd(column, now, &expected)));
        }
    }
    Ok(())
}
