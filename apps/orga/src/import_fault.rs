//! What is wrong with a file, in words: what happened, and what to do.

use jobs::learner_import::Fault;
use web::Words;
use web::numbers::size;

/// The words for a kind of fault, and for its remedy.
pub fn words_of(code: &str) -> (&'static str, &'static str) {
    match code {
        "ENCODING_NOT_SUPPORTED" => ("import-fault-encoding", "import-remedy-encoding"),
        "BAD_CSV_FORMAT" => ("import-fault-csv", "import-remedy-csv"),
        "HEADER_REQUIRED" => ("import-fault-header", "import-remedy-header"),
        "HEADER_UNKNOWN" => ("import-fault-header-unknown", "import-remedy-header-unknown"),
        "FIELD_REQUIRED" => ("import-fault-required", "import-remedy-required"),
        "FIELD_MIN_LENGTH" => ("import-fault-short", "import-remedy-short"),
        "FIELD_MAX_LENGTH" => ("import-fault-long", "import-remedy-long"),
        "FIELD_LENGTH" => ("import-fault-length", "import-remedy-length"),
        "FIELD_DATE_FORMAT" => ("import-fault-date", "import-remedy-date"),
        "FIELD_EMAIL_FORMAT" => ("import-fault-email", "import-remedy-email"),
        "FIELD_BAD_VALUES" => ("import-fault-values", "import-remedy-values"),
        "STUDENT_NUMBER_FORMAT" => ("import-fault-number", "import-remedy-number"),
        "STUDENT_NUMBER_UNIQUE" => ("import-fault-number-twice", "import-remedy-number-twice"),
        "IDENTIFIER_UNIQUE" => ("import-fault-identifier-twice", "import-remedy-identifier-twice"),
        "PROPERTY_NOT_UNIQ" => ("import-fault-twice", "import-remedy-twice"),
        "INSEE_CODE_INVALID" => ("import-fault-insee", "import-remedy-insee"),
        "UAI_MISMATCHED" => ("import-fault-uai", "import-remedy-uai"),
        "INE_REQUIRED" => ("import-fault-ine", "import-remedy-ine"),
        "INE_UNIQUE" => ("import-fault-ine-twice", "import-remedy-ine-twice"),
        "SEX_CODE_REQUIRED" => ("import-fault-sex", "import-remedy-sex"),
        "BIRTHDATE_REQUIRED" => ("import-fault-birth", "import-remedy-birth"),
        "INVALID_BIRTHDATE_FORMAT" => ("import-fault-birth-format", "import-remedy-birth-format"),
        "BIRTH_CITY_CODE_REQUIRED_FOR_FRENCH_STUDENT" => {
            ("import-fault-birth-city", "import-remedy-birth-city")
        }
        "EMPTY" => ("import-fault-empty", "import-remedy-empty"),
        "INVALID_FILE" => ("import-fault-file", "import-remedy-file"),
        "INVALID_FILE_EXTENSION" => ("import-fault-ending", "import-remedy-ending"),
        "PAYLOAD_TOO_LARGE" => ("import-fault-large", "import-remedy-large"),
        _ => ("import-fault-other", "import-remedy-other"),
    }
}

/// What would have been right, as people read it; empty when the sentence says it.
pub fn expected(words: Words, fault: &Fault) -> String {
    let bytes = fault.expected.first().and_then(|most| most.parse().ok());
    match bytes.filter(|_| fault.code == "PAYLOAD_TOO_LARGE") {
        Some(most) => words.with("import-at-most", &[("size", size(words.lang(), most).into())]),
        None => fault.expected.join(", "),
    }
}

/// A fault in one line of text.
pub fn sentence(words: Words, fault: &Fault) -> String {
    let (what, remedy) = words_of(&fault.code);
    let expected = expected(words, fault);
    let expected = match expected.as_str() {
        "" => String::new(),
        _ => format!(" {}", words.with("import-expected-is", &[("what", expected.as_str().into())])),
    };
    format!("{}{expected} {}", words.say(what), words.say(remedy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::lang::Lang;

    /// Every kind that a reader of files knows.
    const CODES: [&str; 27] = [
        "ENCODING_NOT_SUPPORTED",
        "BAD_CSV_FORMAT",
        "HEADER_REQUIRED",
        "HEADER_UNKNOWN",
        "FIELD_REQUIRED",
        "FIELD_MIN_LENGTH",
        "FIELD_MAX_LENGTH",
        "FIELD_LENGTH",
        "FIELD_DATE_FORMAT",
        "FIELD_EMAIL_FORMAT",
        "FIELD_BAD_VALUES",
        "STUDENT_NUMBER_FORMAT",
        "STUDENT_NUMBER_UNIQUE",
        "IDENTIFIER_UNIQUE",
        "PROPERTY_NOT_UNIQ",
        "INSEE_CODE_INVALID",
        "UAI_MISMATCHED",
        "INE_REQUIRED",
        "INE_UNIQUE",
        "SEX_CODE_REQUIRED",
        "BIRTHDATE_REQUIRED",
        "INVALID_BIRTHDATE_FORMAT",
        "BIRTH_CITY_CODE_REQUIRED_FOR_FRENCH_STUDENT",
        "EMPTY",
        "INVALID_FILE",
        "INVALID_FILE_EXTENSION",
        "PAYLOAD_TOO_LARGE",
    ];

    #[test]
    fn each_kind_of_fault_has_a_sentence_and_a_remedy() {
        for code in CODES {
            let fault = Fault { code: code.to_owned(), expected: vec!["12".to_owned()], ..Fault::default() };
            for lang in [Lang::Fr, Lang::En] {
                let said = sentence(Words::of(lang), &fault);
                assert!(said.contains("12") && !said.contains('⟦'), "{said}");
            }
            assert_ne!(words_of(code), words_of("ANOTHER"), "{code}");
        }
        assert_eq!(words_of("ANOTHER"), ("import-fault-other", "import-remedy-other"));
    }
}
