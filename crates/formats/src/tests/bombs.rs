use crate::archive::packed;
use crate::{FaultCode, Limits, MOST_FAULTS, Reading, fregata, onde, one_roster, siecle, sup};

const SCHOOL: &str = "0999901Z";
const REGISTER: &[u8] = include_bytes!("../../samples/siecle.xml");

fn first(reading: &Reading) -> Option<FaultCode> {
    reading.faults.first().map(|fault| fault.code)
}

#[test]
fn an_archive_holds_exactly_one_document() {
    let check = |files: &[(&str, &[u8])], learners: usize, code: Option<FaultCode>| {
        let reading = siecle::read(&packed(files), SCHOOL, &Limits::default());
        let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        assert_eq!((reading.learners.len(), first(&reading)), (learners, code), "{names:?}");
    };
    check(&[("ElevesSansAdresses.xml", REGISTER)], 25, None);
    check(&[("a/Eleves.XML", REGISTER), ("__MACOSX/a/._Eleves.xml", b"?"), (".x.xml", b"?")], 25, None);
    check(&[("a.xml", REGISTER), ("b.xml", REGISTER)], 0, Some(FaultCode::InvalidFile));
    check(&[("lisez-moi.txt", b"!")], 0, Some(FaultCode::InvalidFile));
    check(&[], 0, Some(FaultCode::InvalidFile));
    check(&[("a.xml", b"")], 0, Some(FaultCode::InvalidFile));
}

#[test]
fn documents_that_mean_harm_are_refused() {
    let register = String::from_utf8_lossy(REGISTER).replace("ISO-8859-15", "UTF-8");
    let with = |before: &str, name: &str| {
        register.replacen("<BEE_ELEVES", &format!("{before}<BEE_ELEVES"), 1).replacen("PASARRIVE", name, 1)
    };
    let laughs = with("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>", "&b;");
    let elsewhere = with("<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;");
    let undefined = with("", "&a;");
    let root = register.replace("BEE_ELEVES", "ELEVES");
    let cut: String = register.chars().take(register.len() / 2).collect();
    for (document, code) in [
        (&laughs, FaultCode::InvalidFile),
        (&elsewhere, FaultCode::InvalidFile),
        (&undefined, FaultCode::InvalidFile),
        (&root, FaultCode::InvalidFile),
        (&cut, FaultCode::InvalidFile),
        (&register.replace("UAJ", "RNE"), FaultCode::UaiMismatched),
    ] {
        let reading = siecle::read(document.as_bytes(), SCHOOL, &Limits::default());
        assert_eq!((reading.learners.len(), first(&reading)), (0, Some(code)));
    }
}

#[test]
fn a_bomb_does_not_go_off() {
    let spaces = vec![b' '; 4 << 20];
    let document = [b"<BEE_ELEVES><PARAMETRES><UAJ>0999901Z", spaces.as_slice()].concat();
    let many = [b"<BEE_ELEVES>", "<a/>".repeat(1 << 20).as_bytes(), b"</BEE_ELEVES>"].concat();
    for bytes in [&document, &many] {
        let reading = siecle::read(&packed(&[("bomb.xml", bytes)]), SCHOOL, &Limits::default());
        assert_eq!(first(&reading), Some(FaultCode::PayloadTooLarge));
    }
    let users = packed(&[("orgs.csv", spaces.as_slice()), ("users.csv", b"")]);
    let reading = one_roster::read(&users, SCHOOL, &Limits::default());
    assert_eq!(first(&reading), Some(FaultCode::PayloadTooLarge));
}

#[test]
fn large_files_are_refused_before_they_are_read() {
    let limits = Limits { bytes: 1_000, ..Limits::default() };
    let long = vec![b'x'; 1_001];
    for reading in [
        siecle::read(&long, SCHOOL, &limits),
        fregata::read(&long, &limits),
        sup::read(&long, &limits),
        onde::read(&long, onde::OtherLevels::Refused, &limits),
        one_roster::read(&long, SCHOOL, &limits),
    ] {
        assert_eq!((first(&reading), reading.faults.len()), (Some(FaultCode::PayloadTooLarge), 1));
        assert_eq!(reading.faults[0].expected, ["1000"]);
    }
}

#[test]
fn people_are_bounded() {
    let limits = Limits { learners: 11, ..Limits::default() };
    for reading in [
        siecle::read(REGISTER, SCHOOL, &limits),
        fregata::read(include_bytes!("../../samples/fregata.csv"), &limits),
        sup::read(include_bytes!("../../samples/sup.csv"), &limits),
        onde::read(include_bytes!("../../samples/onde.csv"), onde::OtherLevels::Refused, &limits),
    ] {
        assert_eq!((first(&reading), reading.learners.len()), (Some(FaultCode::PayloadTooLarge), 0));
    }
    let limits = Limits { learners: 12, ..Limits::default() };
    assert_eq!(sup::read(include_bytes!("../../samples/sup.csv"), &limits).learners.len(), 12);
}

#[test]
fn a_list_of_nobody_is_refused() {
    let header = sup::columns().collect::<Vec<_>>().join(";");
    let nobody = "<BEE_ELEVES><PARAMETRES><UAJ>0999901Z</UAJ></PARAMETRES></BEE_ELEVES>";
    for reading in [
        sup::read(b"", &Limits::default()),
        sup::read(header.as_bytes(), &Limits::default()),
        sup::read(format!("{header}\n;;;;\n\n").as_bytes(), &Limits::default()),
        siecle::read(nobody.as_bytes(), SCHOOL, &Limits::default()),
    ] {
        assert_eq!(first(&reading), Some(FaultCode::Empty));
    }
}

#[test]
fn all_faults_are_told_up_to_a_thousand() {
    let header = sup::columns().collect::<Vec<_>>().join(";");
    let text = format!("{header}\n{}", ";;;;;?;;A 1;;;;;\n".repeat(1_000));
    let reading = sup::read(text.as_bytes(), &Limits::default());
    assert_eq!((reading.faults.len(), reading.further_faults), (MOST_FAULTS, 3_000));
}

#[test]
fn a_quote_that_does_not_end_is_told() {
    let text =
        String::from_utf8_lossy(include_bytes!("../../samples/sup.csv")).replacen("CORDIER", "\"CORDIER", 1);
    let reading = sup::read(text.as_bytes(), &Limits::default());
    let told: Vec<_> = reading.faults.iter().map(|fault| (fault.code, fault.line)).collect();
    assert!(told.contains(&(FaultCode::FieldMaxLength, Some(4))), "{told:?}");
}

#[test]
fn groups_of_a_pupil_are_bounded() {
    let group = |number: u32| {
        format!(
            "<STRUCTURE><CODE_STRUCTURE>G{number}</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE>"
        )
    };
    let groups: String = (0..1_000).map(group).collect();
    let register = String::from_utf8_lossy(REGISTER).replace("ISO-8859-15", "UTF-8");
    let many = register.replacen("<STRUCTURE>", &format!("{groups}<STRUCTURE>"), 1);
    let reading = siecle::read(many.as_bytes(), SCHOOL, &Limits::default());
    let first = &reading.learners[0];
    assert_eq!((first.groups.len(), first.class.as_deref()), (100, Some("6A")));
}
