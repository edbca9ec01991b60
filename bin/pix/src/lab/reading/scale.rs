//! A scale: `min,max,from,to`, an interval of ability and its pix in each line, in order and without gap.

use super::{FileError, Sheet};
use measure::certification::Scale;

/// Reads a scale.
///
/// # Errors
/// [`FileError`], naming the interval and its line.
pub fn scale(sheet: &Sheet) -> Result<Scale, FileError> {
    let columns = [sheet.column("min")?, sheet.column("max")?];
    let (from, to) = (sheet.column("from")?, sheet.column("to")?);
    let (mut bounds, mut pix): (Vec<f64>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut end: Option<(f64, u32)> = None;
    for (place, row) in sheet.rows.iter().enumerate() {
        let [min, max] = columns.map(|column| sheet.number(row, column));
        let (min, max, first, last) = (min?, max?, sheet.whole(row, from)?, sheet.whole(row, to)?);
        let refuse =
            |problem: String| Err(sheet.refuse(Some(row.line), format!("interval {place} {problem}")));
        if min >= max || first >= last {
            return refuse(format!(
                "goes from ability {min} to {max} and from {first} to {last} pix: expected both to increase"
            ));
        }
        match end {
            Some((end, _)) if min < end => {
                return refuse(format!("begins at ability {min}, inside the one before: expected {end}"));
            }
            Some((end, _)) if min > end => {
                return refuse(format!("begins at ability {min}, after a gap: expected {end}"));
            }
            Some((_, pix)) if first != pix => {
                return refuse(format!("begins at {first} pix: expected {pix}, where the one before ends"));
            }
            _ => {}
        }
        bounds.push(min);
        pix.push(first);
        end = Some((max, last));
    }
    let (max, last) = end.unwrap_or_default();
    bounds.push(max);
    pix.push(last);
    Scale::new(&bounds, &pix).map_err(|error| sheet.refuse(None, error.to_string()))
}
