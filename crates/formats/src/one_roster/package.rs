//! The archive: its tables by their names, and its manifest.

use std::collections::HashMap;

use crate::archive::Archive;
use crate::encoding::{Encoding, text_of_table};
use crate::fault::{Fault, FaultCode, Faults};
use crate::field::Fields;
use crate::table::{Column, Shape, Table};

const MANIFEST: &str = "manifest.csv";
const MANIFEST_COLUMNS: [Column<'_>; 2] = [Column::required("propertyName"), Column::required("value")];
/// The tables that have to be whole: who is not in them is taken for having left.
const WHOLE: [&str; 6] =
    ["file.users", "file.orgs", "file.roles", "file.classes", "file.enrollments", "file.demographics"];

/// The most lines of a table for each learner that is possible: parents, roles and classes make many.
const ROWS_PER_LEARNER: usize = 12;

/// An archive of tables.
pub(super) struct Package<'b> {
    archive: Archive<'b>,
    places: HashMap<String, usize>,
}

impl<'b> Package<'b> {
    /// Opens an archive, and refuses one that tells only what has changed since the last.
    pub fn open(archive: Archive<'b>) -> Result<Self, Faults> {
        // The tables should stand at the root; people who pack a folder put them one floor lower.
        let base = |name: String| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let places = archive.visible().into_iter().map(|(place, name)| (base(name), place)).collect();
        let mut package = Self { archive, places };
        let mut faults = Faults::default();
        package.each(MANIFEST, &MANIFEST_COLUMNS, &mut faults, |fields| {
            let (property, mode) = (fields.row.cell("propertyName"), fields.row.cell("value"));
            if WHOLE.contains(&property) && mode.eq_ignore_ascii_case("delta") {
                let fault = Fault::new(FaultCode::FieldBadValues).line(fields.row.line).field(property);
                fields.refuse(fault.value(mode).expected(["bulk", "absent"]));
            }
            Ok(())
        })?;
        if faults.is_empty() { Ok(package) } else { Err(faults) }
    }

    /// Says whether a table is there.
    pub fn has(&self, file: &str) -> bool {
        self.places.contains_key(file)
    }

    /// Refuses an archive without a table.
    pub fn require(&self, file: &str) -> Result<(), Fault> {
        if self.has(file) {
            return Ok(());
        }
        Err(Fault::new(FaultCode::InvalidFile).field(file).expected([file]))
    }

    /// Meets the lines of a table, if it is there. Faults tell which table they are of.
    pub fn each(
        &mut self,
        file: &str,
        columns: &[Column<'_>],
        faults: &mut Faults,
        mut meet: impl FnMut(&mut Fields<'_>) -> Result<(), Faults>,
    ) -> Result<(), Faults> {
        let Some(place) = self.places.get(file) else { return Ok(()) };
        let bytes = self.archive.bytes(*place)?;
        let mut own = Faults::default();
        let most = self.archive.limits().learners.saturating_mul(ROWS_PER_LEARNER);
        lines(&bytes, columns, most, &mut own, &mut meet).map_err(|found| within(file, found))?;
        let own = within(file, own);
        own.listed.into_iter().for_each(|fault| faults.push(fault));
        faults.further += own.further;
        Ok(())
    }
}

fn lines(
    bytes: &[u8],
    columns: &[Column<'_>],
    most: usize,
    faults: &mut Faults,
    meet: &mut impl FnMut(&mut Fields<'_>) -> Result<(), Faults>,
) -> Result<(), Faults> {
    let text = text_of_table(bytes, &[Encoding::Utf8], columns, ',')?;
    let mut table = Table::open(&text, &Shape { columns, delimiter: ',', others_allowed: true })?;
    let mut rows = 0;
    while let Some(row) = table.row(faults) {
        rows += 1;
        if rows > most {
            return Err(Fault::new(FaultCode::PayloadTooLarge).expected([most]).into());
        }
        meet(&mut Fields { row: &row, faults })?;
    }
    Ok(())
}

fn within(file: &str, mut faults: Faults) -> Faults {
    for fault in &mut faults.listed {
        fault.field = Some(match &fault.field {
            Some(field) => format!("{file}: {field}"),
            None => file.to_owned(),
        });
    }
    faults
}
