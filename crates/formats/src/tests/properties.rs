use proptest::prelude::*;

use crate::archive::packed;
use crate::generic::Config;
use crate::{Encoding, Limits, Reading, fregata, generic, onde, one_roster, siecle, sup};

const SCHOOL: &str = "0999901Z";
const SAMPLES: [&[u8]; 4] = [
    include_bytes!("../../samples/siecle.xml"),
    include_bytes!("../../samples/fregata.csv"),
    include_bytes!("../../samples/sup.csv"),
    include_bytes!("../../samples/onde.csv"),
];

/// What every reader makes of some bytes.
fn readings(bytes: &[u8]) -> Vec<Reading> {
    let limits = Limits { bytes: 1 << 20, unpacked_bytes: 1 << 20, ..Limits::default() };
    let config = Config {
        accepted_encodings: Encoding::ALL.to_vec(),
        headers: Vec::new(),
        unicity_columns: vec!["Nom".to_owned()],
        reconciliation_columns: Vec::new(),
        displayable_columns: Vec::new(),
    };
    let tables = packed(&[("orgs.csv", bytes), ("users.csv", bytes), ("manifest.csv", bytes)]);
    vec![
        siecle::read(bytes, SCHOOL, &limits),
        siecle::read(&packed(&[("a.xml", bytes)]), SCHOOL, &limits),
        fregata::read(bytes, &limits),
        sup::read(bytes, &limits),
        onde::read(bytes, onde::OtherLevels::LeftAside, &limits),
        generic::read(bytes, &config, &limits),
        one_roster::read(bytes, SCHOOL, &limits),
        one_roster::read(&tables, SCHOOL, &limits),
    ]
}

/// Either people or faults: never both, never neither.
fn is_whole(reading: &Reading) -> bool {
    reading.learners.is_empty() == reading.is_refused()
}

/// Pieces of the files of all formats.
const PIECES: [&str; 37] = [
    "<",
    ">",
    "/>",
    "</",
    "<BEE_ELEVES>",
    "</BEE_ELEVES>",
    "<PARAMETRES>",
    "<UAJ>0999901Z</UAJ>",
    "<DONNEES>",
    "<ELEVES>",
    "<ELEVE ELEVE_ID=\"1\">",
    "</ELEVE>",
    "<PRENOM>",
    "&amp;",
    "&#x0;",
    "&",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<!--",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>",
    "\u{FEFF}",
    "Nom élève",
    "INE",
    "Cycle",
    ";",
    ",",
    "\"",
    "\r",
    "\n",
    "\t",
    "12/12/2014",
    "é",
    "Œ",
    "\0",
    "sourcedId",
    "identifier",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned), "\\PC{0,5}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(readings(&bytes).iter().all(is_whole));
    }

    #[test]
    fn no_pieces_of_formats_break_a_reader(pieces in prop::collection::vec(piece(), 0..60)) {
        prop_assert!(readings(pieces.concat().as_bytes()).iter().all(is_whole));
    }

    #[test]
    fn no_damage_to_a_file_breaks_a_reader(
        sample in prop::sample::select(SAMPLES.to_vec()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = sample.to_vec();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        prop_assert!(readings(&bytes).iter().all(is_whole));
        bytes.truncate(cut.index(sample.len()));
        prop_assert!(readings(&bytes).iter().all(is_whole));
    }

    #[test]
    fn no_damage_to_an_archive_breaks_a_reader(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let [register, ..] = SAMPLES;
        let mut bytes = packed(&[("a.xml", register)]);
        let place = place.index(bytes.len());
        bytes[place] = byte;
        prop_assert!(is_whole(&siecle::read(&bytes, SCHOOL, &Limits::default())));
    }
}
