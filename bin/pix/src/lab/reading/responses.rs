//! Answers, in one of three shapes:
//!
//! - `person,item,response`: an answer in each line;
//! - `person,responses`: a person in each line, one character per item;
//! - `person,ITEM,ITEM…`: a person in each line, a column per item.
//!
//! An answer is 1 for right and 0 for anything else; in the two last shapes nothing, or a point, is no answer. A column
//! `group` tells the group of the person, a column `session` where and when the person sat.

use super::sheet::Row;
use super::{FileError, Sheet};
use measure::calibration::{Responses, ResponsesError};
use measure::irt::Response;
use std::collections::HashMap;

/// Who answered what, with names.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The answers.
    pub responses: Responses,
    /// The names of the groups, the first being that of the first person; one without a name where none is told.
    pub groups: Vec<String>,
    /// The names of the persons.
    pub persons: Vec<String>,
    /// The session of each person, from 0; the same for all where none is told.
    pub sessions: Vec<u32>,
}

/// Reads answers.
///
/// # Errors
/// [`FileError`], naming the line, the item or the person.
pub fn answered(sheet: &Sheet) -> Result<Answered, FileError> {
    let (group, session) = (sheet.find("group"), sheet.find("session"));
    let mut gathered = Gathered { person: sheet.column("person")?, group, session, ..Gathered::default() };
    if let Some(response) = sheet.find("response") {
        gathered.lines(sheet, sheet.column("item")?, response)?;
    } else if let Some(column) = sheet.find("responses") {
        gathered.strings(sheet, column)?;
    } else {
        gathered.columns(sheet)?;
    }
    gathered.finish(sheet)
}

/// Names and their places, in the order of their first appearance.
#[derive(Debug, Default)]
struct Names {
    places: HashMap<String, u32>,
    names: Vec<String>,
}

impl Names {
    fn place(&mut self, name: &str) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.places.insert(name.to_owned(), place);
        self.names.push(name.to_owned());
        place
    }
}

#[derive(Debug, Default)]
struct Gathered {
    person: usize,
    group: Option<usize>,
    session: Option<usize>,
    items: Names,
    persons: Names,
    groups: Names,
    sessions: Names,
    rows: Vec<(u32, u32, Vec<Response>)>,
}

impl Gathered {
    /// The answers of the person of a line so far.
    fn person<'a>(&'a mut self, sheet: &Sheet, row: &Row) -> Result<&'a mut Vec<Response>, FileError> {
        let group = self.groups.place(self.group.map_or("", |column| sheet.text(row, column)));
        let session = self.sessions.place(self.session.map_or("", |column| sheet.text(row, column)));
        let name = sheet.text(row, self.person);
        let place = self.persons.place(name) as usize;
        if place == self.rows.len() {
            self.rows.push((group, session, Vec::new()));
        }
        let refuse = |of: &str| {
            let problem = format!("person {name} is in two {of}: give each person one");
            Err(sheet.refuse(Some(row.line), problem))
        };
        match self.rows.get_mut(place) {
            Some((known, ..)) if *known != group => refuse("groups"),
            Some((_, known, answers)) if *known == session => Ok(answers),
            _ => refuse("sessions"),
        }
    }

    fn lines(&mut self, sheet: &Sheet, item: usize, response: usize) -> Result<(), FileError> {
        for row in &sheet.rows {
            let item = self.items.place(sheet.text(row, item));
            let given = sheet.text(row, response);
            let right = mark(given).ok_or_else(|| {
                sheet.refuse(Some(row.line), sheet.odd(response, given, "1 for right, 0 for anything else"))
            })?;
            self.person(sheet, row)?.push(Response { item, right });
        }
        Ok(())
    }

    fn strings(&mut self, sheet: &Sheet, column: usize) -> Result<(), FileError> {
        let length = sheet.rows.first().map_or(0, |row| sheet.text(row, column).chars().count());
        for item in 0..length {
            self.items.place(&item.to_string());
        }
        for row in &sheet.rows {
            let given = sheet.text(row, column);
            let count = given.chars().count();
            if count != length {
                let problem = format!("{count} responses: expected {length}, as in the first line");
                return Err(sheet.refuse(Some(row.line), problem));
            }
            self.alone(sheet, row)?;
            let mut answers = Vec::with_capacity(length);
            for (item, mark) in (0..).zip(given.chars()) {
                match mark {
                    '0' | '1' => answers.push(Response { item, right: mark == '1' }),
                    '.' => {}
                    _ => {
                        let problem =
                            format!("response {item} is \"{mark}\": expected 1, 0, or a point for none");
                        return Err(sheet.refuse(Some(row.line), problem));
                    }
                }
            }
            *self.person(sheet, row)? = answers;
        }
        Ok(())
    }

    fn columns(&mut self, sheet: &Sheet) -> Result<(), FileError> {
        let told = [Some(self.person), self.group, self.session];
        let is_item = |place: &usize| !told.contains(&Some(*place));
        let columns: Vec<usize> = (0..sheet.names.len()).filter(is_item).collect();
        for column in &columns {
            let name = sheet.names.get(*column).map_or("", String::as_str);
            if self.items.places.contains_key(name) {
                return Err(
                    sheet.refuse(Some(1), format!("two columns are named {name}: give each item its own"))
                );
            }
            self.items.place(name);
        }
        for row in &sheet.rows {
            self.alone(sheet, row)?;
            let mut answers = Vec::with_capacity(columns.len());
            for (item, column) in (0..).zip(&columns) {
                let given = sheet.text(row, *column);
                if !matches!(given, "" | ".") {
                    let expected = "1 for right, 0 for anything else, or nothing";
                    let right = mark(given)
                        .ok_or_else(|| sheet.refuse(Some(row.line), sheet.odd(*column, given, expected)))?;
                    answers.push(Response { item, right });
                }
            }
            *self.person(sheet, row)? = answers;
        }
        Ok(())
    }

    /// Whether the person of a line is new.
    fn alone(&self, sheet: &Sheet, row: &Row) -> Result<(), FileError> {
        let name = sheet.text(row, self.person);
        if self.persons.places.contains_key(name) {
            return Err(sheet.refuse(Some(row.line), format!("person {name} comes twice: keep one line")));
        }
        Ok(())
    }

    fn finish(self, sheet: &Sheet) -> Result<Answered, FileError> {
        let persons = self.persons.names;
        let sessions = self.rows.iter().map(|(_, session, _)| *session).collect();
        let rows = self.rows.into_iter().map(|(group, _, answers)| (group, answers));
        let responses = Responses::by_person(self.items.names, rows).map_err(|error| {
            let ResponsesError::AnsweredTwice { person, item } = &error else {
                return sheet.refuse(None, error.to_string());
            };
            let name = persons.get(*person as usize).map_or("", String::as_str);
            let column = sheet.find("item").unwrap_or_default();
            let same = |row: &&Row| sheet.text(row, self.person) == name && sheet.text(row, column) == item;
            let line = sheet.rows.iter().filter(same).nth(1).map(|row| row.line);
            sheet.refuse(
                line,
                format!("person {name} answered {item} twice: keep one answer, the first as a rule"),
            )
        })?;
        Ok(Answered { responses, groups: self.groups.names, persons, sessions })
    }
}

fn mark(given: &str) -> Option<bool> {
    match given {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}
