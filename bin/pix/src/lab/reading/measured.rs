//! Items as a calibration found them: `item,alpha,delta,alpha_error,delta_error` and, if there are guesses, `guessing`.

use super::{FileError, Sheet, bank};
use measure::calibration::Errors;
use measure::fit::Measured;

/// Reads items with their standard errors; those without are left out.
///
/// # Errors
/// [`FileError`], naming the item and its line.
pub fn measured(sheet: &Sheet) -> Result<Vec<(String, Measured)>, FileError> {
    let (alpha, delta) = (sheet.column("alpha_error")?, sheet.column("delta_error")?);
    let guessing = sheet.find("guessing");
    let mut found = Vec::new();
    for (item, row) in bank(sheet)?.items().iter().zip(&sheet.rows) {
        if sheet.text(row, alpha).is_empty() || sheet.text(row, delta).is_empty() {
            continue;
        }
        let positive = |column| {
            let error = sheet.number(row, column)?;
            if error > 0.0 {
                return Ok(error);
            }
            Err(sheet.refuse(
                Some(row.line),
                sheet.odd(column, &error.to_string(), "a standard error, above 0, or nothing"),
            ))
        };
        let (discrimination, difficulty) = (positive(alpha)?, positive(delta)?);
        let guessing = guessing.map_or(Ok(0.0), |column| sheet.number(row, column))?;
        let errors = Errors { discrimination, difficulty, guessing: 0.0 };
        found.push((item.name.clone(), Measured { parameters: item.parameters, guessing, errors }));
    }
    Ok(found)
}

/// Reads the names of items: a column `item`.
///
/// # Errors
/// [`FileError`] without such a column.
pub fn named(sheet: &Sheet) -> Result<Vec<String>, FileError> {
    let column = sheet.column("item")?;
    Ok(sheet.rows.iter().map(|row| sheet.text(row, column).to_owned()).collect())
}
