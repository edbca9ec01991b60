//! Why a file is refused: every fault that was found, where it is and what was expected there.

/// The most faults of a file that are listed; the others are only counted.
pub const MOST_FAULTS: usize = 1_000;
/// As many characters of a faulty value are repeated.
const LONGEST_VALUE: usize = 80;

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultCode {
    /// The letters of the file cannot be told, or are not among those its format accepts.
    EncodingNotSupported,
    /// The cells of a line are not separated as they should.
    BadCsvFormat,
    /// A column is missing.
    HeaderRequired,
    /// A column is unknown to a format that knows all of its own.
    HeaderUnknown,
    /// A cell that has to be filled is empty.
    FieldRequired,
    /// A text is too short.
    FieldMinLength,
    /// A text is too long.
    FieldMaxLength,
    /// A text has not the one length that is possible.
    FieldLength,
    /// A date is not written as expected, or does not exist.
    FieldDateFormat,
    /// An e-mail address is not one.
    FieldEmailFormat,
    /// A value is not among those that are possible.
    FieldBadValues,
    /// A student number holds something else than letters, digits, `_` and `-`.
    StudentNumberFormat,
    /// A student number stands twice in the file.
    StudentNumberUnique,
    /// A pupil's identifier stands twice in the file.
    IdentifierUnique,
    /// What makes a person unique in a generic file stands twice in it.
    PropertyNotUniq,
    /// A code of a city or of a country is not one.
    InseeCodeInvalid,
    /// The file is the one of another school.
    UaiMismatched,
    /// A pupil has no national number.
    IneRequired,
    /// A national number stands twice in the file.
    IneUnique,
    /// A pupil's sex is missing.
    SexCodeRequired,
    /// A pupil's birth date is missing.
    BirthdateRequired,
    /// A pupil's birth date is not written as expected, or does not exist.
    InvalidBirthdateFormat,
    /// The code of the city is missing for a pupil who was born in France.
    BirthCityCodeRequiredForFrenchStudent,
    /// There is nobody in the file.
    Empty,
    /// The file is not of its format, or is broken.
    InvalidFile,
    /// The name of the file has not an ending of its format.
    InvalidFileExtension,
    /// The file is too large, or becomes so when it is unpacked.
    PayloadTooLarge,
}

impl FaultCode {
    /// The code as other programs know it, such as `FIELD_REQUIRED`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EncodingNotSupported => "ENCODING_NOT_SUPPORTED",
            Self::BadCsvFormat => "BAD_CSV_FORMAT",
            Self::HeaderRequired => "HEADER_REQUIRED",
            Self::HeaderUnknown => "HEADER_UNKNOWN",
            Self::FieldRequired => "FIELD_REQUIRED",
            Self::FieldMinLength => "FIELD_MIN_LENGTH",
            Self::FieldMaxLength => "FIELD_MAX_LENGTH",
            Self::FieldLength => "FIELD_LENGTH",
            Self::FieldDateFormat => "FIELD_DATE_FORMAT",
            Self::FieldEmailFormat => "FIELD_EMAIL_FORMAT",
            Self::FieldBadValues => "FIELD_BAD_VALUES",
            Self::StudentNumberFormat => "STUDENT_NUMBER_FORMAT",
            Self::StudentNumberUnique => "STUDENT_NUMBER_UNIQUE",
            Self::IdentifierUnique => "IDENTIFIER_UNIQUE",
            Self::PropertyNotUniq => "PROPERTY_NOT_UNIQ",
            Self::InseeCodeInvalid => "INSEE_CODE_INVALID",
            Self::UaiMismatched => "UAI_MISMATCHED",
            Self::IneRequired => "INE_REQUIRED",
            Self::IneUnique => "INE_UNIQUE",
            Self::SexCodeRequired => "SEX_CODE_REQUIRED",
            Self::BirthdateRequired => "BIRTHDATE_REQUIRED",
            Self::InvalidBirthdateFormat => "INVALID_BIRTHDATE_FORMAT",
            Self::BirthCityCodeRequiredForFrenchStudent => "BIRTH_CITY_CODE_REQUIRED_FOR_FRENCH_STUDENT",
            Self::Empty => "EMPTY",
            Self::InvalidFile => "INVALID_FILE",
            Self::InvalidFileExtension => "INVALID_FILE_EXTENSION",
            Self::PayloadTooLarge => "PAYLOAD_TOO_LARGE",
        }
    }
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault it is.
    pub code: FaultCode,
    /// The line as a text editor counts it, from 1; nothing when the whole file is meant.
    pub line: Option<u64>,
    /// The column or element, as the file names it; in an archive the entry stands before it, `users.csv: role`.
    pub field: Option<String>,
    /// What stands there, cut when it is long.
    pub value: Option<String>,
    /// What would have been right: the possible values, a pattern such as `jj/mm/aaaa`, a bound.
    pub expected: Vec<String>,
}

impl Fault {
    pub(crate) const fn new(code: FaultCode) -> Self {
        Self { code, line: None, field: None, value: None, expected: Vec::new() }
    }

    pub(crate) const fn line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    pub(crate) fn field(mut self, field: &str) -> Self {
        self.field = Some(beginning(field));
        self
    }

    /// An empty value tells nothing and is left out.
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.value = Some(beginning(value)).filter(|value| !value.is_empty());
        self
    }

    pub(crate) fn expected<E: ToString>(mut self, expected: impl IntoIterator<Item = E>) -> Self {
        self.expected = expected.into_iter().map(|possible| possible.to_string()).collect();
        self
    }
}

fn beginning(text: &str) -> String {
    text.trim().chars().take(LONGEST_VALUE).collect()
}

/// The faults found so far: at most [`MOST_FAULTS`] of them, and how many more.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Faults {
    pub listed: Vec<Fault>,
    pub further: usize,
}

impl Faults {
    pub const fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    pub fn push(&mut self, fault: Fault) {
        if self.listed.len() < MOST_FAULTS {
            self.listed.push(fault);
        } else {
            self.further = self.further.saturating_add(1);
        }
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self { listed: vec![fault], further: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_that_other_programs_know() {
        for (code, expected) in [
            (FaultCode::EncodingNotSupported, "ENCODING_NOT_SUPPORTED"),
            (FaultCode::FieldBadValues, "FIELD_BAD_VALUES"),
            (FaultCode::IneRequired, "INE_REQUIRED"),
            (FaultCode::PropertyNotUniq, "PROPERTY_NOT_UNIQ"),
            (FaultCode::BirthCityCodeRequiredForFrenchStudent, "BIRTH_CITY_CODE_REQUIRED_FOR_FRENCH_STUDENT"),
        ] {
            assert_eq!(code.as_str(), expected);
        }
    }

    #[test]
    fn faults_are_bounded_then_counted() {
        let mut faults = Faults::default();
        for line in 1..=1_234 {
            faults.push(Fault::new(FaultCode::FieldRequired).line(line));
        }
        assert_eq!((faults.listed.len(), faults.further), (MOST_FAULTS, 234));
        assert_eq!(faults.listed.last().and_then(|fault| fault.line), Some(1_000));
    }

    #[test]
    fn a_fault_repeats_the_beginning_of_a_value() {
        let fault = Fault::new(FaultCode::FieldMaxLength).value(&"é".repeat(500));
        assert_eq!(fault.value.map(|value| value.chars().count()), Some(LONGEST_VALUE));
        assert_eq!(Fault::new(FaultCode::FieldRequired).value("  ").value, None);
    }
}
