//! What reading a file gave, as it is kept with the import.

use formats::{Reading, SkipReason};
use rules::class_list::{Change, Step};
use serde::{Deserialize, Serialize};

/// The report of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How many people there are of each kind.
    pub count: Count,
    /// Why the file is refused.
    pub faults: Vec<Fault>,
    /// How many faults were found beyond those listed.
    pub further_faults: usize,
    /// Values that were not recognised.
    pub warnings: Vec<Warning>,
}

/// How many people there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// New people.
    pub added: usize,
    /// People who change class.
    pub moved: usize,
    /// People of whom something else changes.
    pub changed: usize,
    /// People who were disabled and are there again.
    pub back: usize,
    /// People of whom nothing changes.
    pub unchanged: usize,
    /// People who are not in the file.
    pub disabled: usize,
    /// People of the file who are not imported.
    pub skipped: usize,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The kind of fault, such as `FIELD_REQUIRED`.
    pub code: String,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The column or element.
    pub field: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// What would have been right.
    pub expected: Vec<String>,
}

impl From<&formats::Fault> for Fault {
    fn from(fault: &formats::Fault) -> Self {
        Self {
            code: fault.code.as_str().to_owned(),
            line: fault.line,
            field: fault.field.clone(),
            value: fault.value.clone(),
            expected: fault.expected.clone(),
        }
    }
}

/// A value that was not recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The line.
    pub line: u64,
    /// The column.
    pub field: String,
    /// What stands there.
    pub value: String,
}

impl Report {
    /// The report of a reading, and of what it changes.
    pub(super) fn of(reading: &Reading, steps: &[Step]) -> Self {
        let mut count = Count { skipped: reading.skipped.len(), ..Count::default() };
        for step in steps {
            let place = match step.change {
                Change::Added => &mut count.added,
                Change::Moved(_) => &mut count.moved,
                Change::Changed(_) => &mut count.changed,
                Change::Back(_) => &mut count.back,
                Change::Unchanged => &mut count.unchanged,
                Change::Disabled => &mut count.disabled,
            };
            *place += 1;
        }
        let warning = |warning: &formats::Warning| Warning {
            line: warning.line,
            field: warning.field.clone(),
            value: warning.value.clone(),
        };
        Self {
            count,
            faults: reading.faults.iter().map(Fault::from).collect(),
            further_faults: reading.further_faults,
            warnings: reading.warnings.iter().map(warning).collect(),
        }
    }

    /// The report as an import keeps it; an empty one when its days are over.
    #[must_use]
    pub fn kept(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// The name of a reason for leaving somebody aside.
pub(super) const fn skip_name(why: SkipReason) -> &'static str {
    match why {
        SkipReason::Left => "left",
        SkipReason::NoNationalNumber => "no-national-number",
        SkipReason::NoClass => "no-class",
        SkipReason::OtherLevel => "other-level",
        SkipReason::OtherSchool => "other-school",
    }
}
