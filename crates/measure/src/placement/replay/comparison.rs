//! The differences found inside one case.

use std::fmt::Debug;

/// What was expected and what was computed, for the parts of a case that differ.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    expected: Vec<String>,
    got: Vec<String>,
}

impl Comparison {
    /// Compares one part of the case.
    pub fn same<T: PartialEq + Debug>(&mut self, part: &str, expected: &T, got: &T) {
        if expected != got {
            self.differs(part, &format!("{expected:?}"), &format!("{got:?}"));
        }
    }

    /// Compares two numbers that may carry binary rounding.
    pub fn close(&mut self, part: &str, expected: f64, got: f64) {
        let tolerance = 1e-9 * expected.abs().max(1.0);
        // Written so that a value that is not a number differs.
        let close = (expected - got).abs() <= tolerance;
        if !close {
            self.differs(part, &expected.to_string(), &got.to_string());
        }
    }

    /// Records a difference found otherwise.
    pub fn differs(&mut self, part: &str, expected: &str, got: &str) {
        self.expected.push(format!("{part}: {expected}"));
        self.got.push(format!("{part}: {got}"));
    }

    /// All differences as (expected, got), if there are any.
    pub fn difference(self) -> Option<(String, String)> {
        (!self.expected.is_empty()).then(|| (self.expected.join("; "), self.got.join("; ")))
    }
}
