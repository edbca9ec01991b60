//! A bank: `item,alpha,delta` and, if they are known, `competence,tube,skill`.

use super::{FileError, Sheet};
use measure::irt::{Bank, BankError, Item, Parameters};

/// Reads a bank.
///
/// # Errors
/// [`FileError`], naming the item and its line.
pub fn bank(sheet: &Sheet) -> Result<Bank, FileError> {
    let items = items(sheet)?;
    Bank::new(items).map_err(|error| {
        let named = match &error {
            BankError::Twice(item) | BankError::NotCalibrated { item, .. } => Some(item.as_str()),
            BankError::Empty | BankError::TooLarge => None,
        };
        let (column, twice) = (sheet.find("item").unwrap_or_default(), matches!(error, BankError::Twice(_)));
        let mut lines = sheet.rows.iter().filter(|row| Some(sheet.text(row, column)) == named);
        let line = if twice { lines.nth(1) } else { lines.next() }.map(|row| row.line);
        sheet.refuse(line, error.to_string())
    })
}

fn items(sheet: &Sheet) -> Result<Vec<Item>, FileError> {
    let (name, alpha, delta) = (sheet.column("item")?, sheet.column("alpha")?, sheet.column("delta")?);
    let (competence, tube, skill) = (sheet.find("competence"), sheet.find("tube"), sheet.find("skill"));
    let mut items = Vec::new();
    for (rank, row) in (0..).zip(&sheet.rows) {
        let item = sheet.text(row, name).to_owned();
        for column in [alpha, delta] {
            if sheet.text(row, column).is_empty() {
                let problem =
                    format!("{item} is not calibrated: calibrate it (pix lab calibrate) or leave it out");
                return Err(sheet.refuse(Some(row.line), problem));
            }
        }
        let place = |column: Option<usize>, otherwise: u32| {
            column.map_or(Ok(otherwise), |column| sheet.whole(row, column))
        };
        items.push(Item {
            name: item,
            parameters: Parameters {
                discrimination: sheet.number(row, alpha)?,
                difficulty: sheet.number(row, delta)?,
            },
            competence: place(competence, 0)?,
            tube: place(tube, rank)?,
            skill: place(skill, rank)?,
        });
    }
    Ok(items)
}

/// Reads the parameters of items by name, of a bank or of anchors.
///
/// # Errors
/// [`FileError`], naming the item and its line.
pub fn parameters(sheet: &Sheet) -> Result<Vec<(String, Parameters)>, FileError> {
    Ok(bank(sheet)?.items().iter().map(|item| (item.name.clone(), item.parameters)).collect())
}
