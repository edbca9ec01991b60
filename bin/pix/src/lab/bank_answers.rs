//! Answers beside the bank that they were given to: every item's parameters are known.

use super::reading::{Answered, FileError, Sheet, answered, parameters};
use clap::Args;
use measure::calibration::Responses;
use measure::irt::{ItemIndex, Parameters, Response};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What is read.
#[derive(Debug, Args)]
pub struct Files {
    /// The answers: person,item,response; or person,responses; or person and a column per item. Gzipped or not.
    pub file: PathBuf,
    /// The calibrated items: item, alpha, delta, as `pix lab calibrate --out` writes them.
    #[arg(long)]
    pub items: PathBuf,
    /// Leaves answers to items out that are not among the calibrated ones, instead of refusing them.
    #[arg(long)]
    pub known_only: bool,
}

/// Answers to items of known parameters.
pub struct BankAnswers {
    /// Who answered what.
    pub answered: Answered,
    /// The parameters, in the order of the items.
    pub parameters: Vec<Parameters>,
    /// The items left out.
    pub unknown: Vec<String>,
}

/// Reads both files; the sheet of the answers too, whose columns may tell more.
///
/// # Errors
/// A sentence that names the file, the line or the item.
pub fn read(files: &Files) -> Result<(Sheet, BankAnswers), String> {
    let told = |error: FileError| error.to_string();
    let items = Sheet::read(&files.items).map_err(told)?;
    let sheet = Sheet::read(&files.file).map_err(told)?;
    let answers = beside(answered(&sheet).map_err(told)?, &known(&items).map_err(told)?);
    match answers.unknown.first() {
        Some(item) if !files.known_only || answers.parameters.is_empty() => {
            Err(unknown(&files.file, &files.items, item, answers.unknown.len()))
        }
        _ => Ok((sheet, answers)),
    }
}

/// The parameters by name. Shares of guesses are refused: the curves of this room's tests of persons have none.
fn known(items: &Sheet) -> Result<HashMap<String, Parameters>, FileError> {
    let known = parameters(items)?.into_iter().collect();
    if let Some(column) = items.find("guessing") {
        for row in items.rows.iter().filter(|row| !items.text(row, column).is_empty()) {
            let guessing = items.number(row, column)?;
            if guessing.abs() > 0.0 {
                let expected = "0: calibrate with two parameters";
                let problem = items.odd(column, items.text(row, column), expected);
                return Err(items.refuse(Some(row.line), problem));
            }
        }
    }
    Ok(known)
}

fn unknown(file: &Path, items: &Path, item: &str, count: usize) -> String {
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    format!(
        "{}: answers to {item}{more}, not in {}: calibrate what is missing, or leave its answers out with --known-only",
        file.display(),
        items.display()
    )
}

/// Puts answers and parameters together; answers to other items are left out.
fn beside(answered: Answered, known: &HashMap<String, Parameters>) -> BankAnswers {
    let (mut names, mut found, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    let mut places: Vec<Option<ItemIndex>> = Vec::new();
    for name in answered.responses.names() {
        let Some(parameters) = known.get(name) else {
            unknown.push(name.clone());
            places.push(None);
            continue;
        };
        places.push(ItemIndex::try_from(names.len()).ok());
        names.push(name.clone());
        found.push(*parameters);
    }
    let whole = BankAnswers { answered, parameters: found, unknown };
    if whole.unknown.is_empty() {
        return whole;
    }
    let place = |answer: Response| {
        let item = places.get(answer.item as usize).copied().flatten()?;
        Some(Response { item, right: answer.right })
    };
    let responses = &whole.answered.responses;
    let row = |(person, group): (usize, &u32)| {
        (*group, responses.of(person).into_iter().filter_map(place).collect::<Vec<_>>())
    };
    let rows: Vec<(u32, Vec<Response>)> = responses.groups().iter().enumerate().map(row).collect();
    match Responses::by_person(names, rows) {
        Ok(responses) => BankAnswers { answered: Answered { responses, ..whole.answered }, ..whole },
        // No item is left: whoever reads this refuses it.
        Err(_) => BankAnswers { parameters: Vec::new(), ..whole },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(answers: &str, items: &str) -> BankAnswers {
        let sheet = |text: &str| Sheet::parse("FILE", text).expect("a sheet");
        beside(answered(&sheet(answers)).expect("answers"), &known(&sheet(items)).expect("items"))
    }

    #[test]
    fn items_are_found_by_name() {
        let read = of("person,A,B,C\nP,1,0,1\nQ,,1,0\n", "item,alpha,delta\nC,2,1\nB,1,0\n");
        assert_eq!(read.unknown, ["A"]);
        assert_eq!(read.answered.responses.names(), ["B", "C"]);
        let expected = [(1.0, 0.0), (2.0, 1.0)];
        let found: Vec<(f64, f64)> =
            read.parameters.iter().map(|item| (item.discrimination, item.difficulty)).collect();
        assert_eq!(found, expected);
        let answer = |item, right| Response { item, right };
        assert_eq!(read.answered.responses.of(0), [answer(0, false), answer(1, true)]);
        assert_eq!(read.answered.persons, ["P", "Q"]);
        assert!(of("person,A\nP,1\n", "item,alpha,delta\nB,1,0\n").parameters.is_empty());
    }

    #[test]
    fn what_cannot_be_judged_is_refused() {
        let check = |items: &str, expected: &str| {
            let error =
                known(&Sheet::parse("ITEMS", items).expect("a sheet")).expect_err("refused").to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(
            "item,alpha,delta,guessing\nA,1,0,0\nB,1,0,0.2\n",
            "ITEMS, line 3: guessing is \"0.2\": expected 0",
        );
        check("item,alpha,delta,guessing\nA,1,0,x\n", "line 2: guessing is \"x\": expected a number");
        check("item,alpha\nA,1\n", "expected one named delta");
        let told = unknown(Path::new("a.csv"), Path::new("i.csv"), "A", 3);
        assert!(told.contains("a.csv: answers to A and 2 more, not in i.csv"), "{told}");
    }
}
