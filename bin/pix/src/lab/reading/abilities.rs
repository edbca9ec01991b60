//! True abilities of examinees: a column `theta`.

use super::{FileError, Sheet};

/// Reads abilities.
///
/// # Errors
/// [`FileError`] for what is no number, or far beyond any ability.
pub fn abilities(sheet: &Sheet) -> Result<Vec<f64>, FileError> {
    let column = sheet.column("theta")?;
    let ability = |row| {
        let theta = sheet.number(row, column)?;
        if theta.abs() <= 20.0 {
            return Ok(theta);
        }
        Err(sheet
            .refuse(Some(row.line), sheet.odd(column, &theta.to_string(), "an ability between -20 and 20")))
    };
    sheet.rows.iter().map(ability).collect()
}
