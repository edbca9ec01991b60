use crate::roll::labels;
use crate::sup::UNRECOGNISED;
use crate::username::username;
use crate::{FaultCode, Key, Learner, Limits, Reading, SkipReason, fregata, onde, siecle, sup};
use rules::reconciliation::{Line, NotFound, find};

const SCHOOL: &str = "0999901Z";

const SIECLE: &[u8] = include_bytes!("../../samples/siecle.xml");
const SIECLE_BROKEN: &[u8] = include_bytes!("../../samples/siecle_broken_uai.xml");
const ONDE: &[u8] = include_bytes!("../../samples/onde.csv");
const ONDE_BROKEN: &[u8] = include_bytes!("../../samples/onde_broken_level.csv");
const SUP: &[u8] = include_bytes!("../../samples/sup.csv");
const SUP_BROKEN: &[u8] = include_bytes!("../../samples/sup_broken_three_fields.csv");
const FREGATA: &[u8] = include_bytes!("../../samples/fregata.csv");
const FREGATA_BROKEN: &[u8] = include_bytes!("../../samples/fregata_broken_city_code.csv");

fn read_siecle() -> Reading {
    siecle::read(SIECLE, SCHOOL, &Limits::default())
}

fn read_onde(bytes: &[u8]) -> Reading {
    onde::read(bytes, onde::OtherLevels::Refused, &Limits::default())
}

/// Who is called so.
fn named<'r>(reading: &'r Reading, last_name: &str) -> &'r Learner {
    reading.learners.iter().find(|learner| learner.last_name == last_name).unwrap()
}

#[test]
fn each_file_gives_what_its_readme_says() {
    let limits = Limits::default();
    let check = |reading: Reading, learners: usize, skipped: usize, warnings: usize| {
        let told = (reading.learners.len(), reading.skipped.len(), reading.warnings.len());
        assert_eq!((told, reading.faults), ((learners, skipped, warnings), Vec::new()));
    };
    check(read_siecle(), 25, 4, 0);
    check(read_onde(ONDE), 20, 0, 0);
    check(sup::read(SUP, &limits), 12, 0, 2);
    check(fregata::read(FREGATA, &limits), 12, 0, 0);
}

#[test]
fn each_broken_file_is_refused_whole() {
    use FaultCode::{FieldBadValues, FieldDateFormat, FieldEmailFormat, FieldRequired, UaiMismatched};
    let limits = Limits::default();
    let check = |reading: Reading, expected: &[(FaultCode, Option<u64>, &str)]| {
        let found: Vec<_> = reading
            .faults
            .iter()
            .map(|fault| (fault.code, fault.line, fault.field.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!((found.as_slice(), reading.learners.len(), reading.further_faults), (expected, 0, 0));
    };
    let other = siecle::read(SIECLE_BROKEN, SCHOOL, &limits);
    assert_eq!(other.faults[0].value.as_deref(), Some("0999902A"));
    assert_eq!(other.faults[0].expected, [SCHOOL]);
    check(other, &[(UaiMismatched, None, "UAJ")]);
    check(
        read_onde(ONDE_BROKEN),
        &[(FieldBadValues, Some(12), "Cycle"), (FieldBadValues, Some(12), "Niveau")],
    );
    check(
        sup::read(SUP_BROKEN, &limits),
        &[
            (FieldEmailFormat, Some(3), "Email"),
            (FieldDateFormat, Some(7), "Date de naissance (jj/mm/aaaa)"),
            (FieldRequired, Some(8), "Nom de famille"),
        ],
    );
    check(fregata::read(FREGATA_BROKEN, &limits), &[(FieldRequired, Some(5), "Code commune naissance**")]);
}

#[test]
fn possible_values_are_told() {
    let reading = read_onde(ONDE_BROKEN);
    let told: Vec<_> =
        reading.faults.iter().map(|fault| (fault.value.as_deref(), fault.expected.clone())).collect();
    assert_eq!(told[0], (Some("CYCLE II"), vec!["CYCLE III".to_owned()]));
    assert_eq!(told[1], (Some("CE2"), vec!["CM1".to_owned(), "CM2".to_owned()]));
}

#[test]
fn pupils_of_another_level_can_be_left_aside() {
    let reading = onde::read(ONDE_BROKEN, onde::OtherLevels::LeftAside, &Limits::default());
    let told: Vec<_> = reading.skipped.iter().map(|told| (told.line, told.who.as_str(), told.why)).collect();
    assert_eq!((reading.learners.len(), told), (20, vec![(12, "PETIT Nina", SkipReason::OtherLevel)]));
}

#[test]
fn traps_of_the_register_of_secondary_schools() {
    let reading = read_siecle();
    let in_class = |class: &str| {
        reading.learners.iter().filter(|learner| learner.class.as_deref() == Some(class)).count()
    };
    assert_eq!((in_class("6A"), in_class("6B")), (13, 12));
    let told: Vec<_> = reading.skipped.iter().map(|told| (told.who.as_str(), told.why)).collect();
    assert_eq!(
        told,
        [
            ("PARTIE Louna", SkipReason::Left),
            ("PASARRIVE Milo", SkipReason::NoNationalNumber),
            ("INACTIVE Jade", SkipReason::NoClass),
            ("SANSCLASSE Adam", SkipReason::NoClass),
        ]
    );
    for name in ["BŒUFGRAS", "KOVAŠ", "SAINT-ŸVES", "N'GUESSAN", "DA SILVA QUINTELA", "DELACROIX-FONTY"] {
        named(&reading, name);
    }
    let first = named(&reading, "BARBEZIEUX");
    assert_eq!((first.line, first.key.clone()), (11, Some(Key::National("990000101BH".to_owned()))));
    assert_eq!((first.groups.as_slice(), first.class.as_deref()), (&["6LV1AN".to_owned()][..], Some("6A")));
    assert_eq!(first.mef.as_deref(), Some("10010012110"));
    assert_eq!(named(&reading, "LE GOFF").usual_name.as_deref(), Some("MARTIN"));
    let birth = |name: &str| {
        let birth = named(&reading, name).birth.clone();
        [birth.department, birth.city_code, birth.city, birth.country].map(Option::unwrap_or_default)
    };
    assert_eq!(birth("CHÂTEAUVERT"), ["2A", "2A004", "", "100"]);
    assert_eq!(birth("ROUX"), ["974", "97411", "", "100"]);
    assert_eq!(birth("WEBER"), ["", "", "TRÈVES", "109"]);
    let emmas = reading.learners.iter().filter(|learner| learner.first_name == "Emma");
    let days: Vec<_> = emmas.filter_map(|learner| learner.birth_date).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2014-05-03", "2014-10-23"]);
}

/// Somebody's names as they are compared.
fn line(learner: &Learner) -> Line<'_> {
    let Learner { first_name, second_name, third_name, last_name, usual_name, .. } = learner;
    Line {
        first_names: [Some(first_name), second_name.as_deref(), third_name.as_deref()],
        last_names: [Some(last_name), usual_name.as_deref()],
    }
}

#[test]
fn traps_of_reconciliation() {
    let reading = read_siecle();
    let found = |first_name: &str, last_name: &str, day: &str| {
        let day = day.parse().ok();
        let born: Vec<&Learner> =
            reading.learners.iter().filter(|learner| learner.birth_date == day).collect();
        let lines: Vec<Line<'_>> = born.iter().map(|learner| line(learner)).collect();
        find((first_name, last_name), &lines).map(|place| born[place])
    };
    let check = |first_name: &str, last_name: &str, day: &str, expected: Result<(&str, &str), NotFound>| {
        let found = found(first_name, last_name, day);
        let found = found.map(|learner| (learner.first_name.as_str(), learner.last_name.as_str()));
        assert_eq!(found, expected, "{first_name} {last_name} {day}");
    };
    check("Ilyes", "Benhaddou", "2014-09-02", Ok(("Ilyès", "BENHADDOU")));
    check("Elie", "Le Goff", "2014-02-09", Ok(("Yanis", "LE GOFF")));
    check("Yanis", "Martin", "2014-02-09", Ok(("Yanis", "LE GOFF")));
    check("Emma", "Martin", "2014-05-03", Ok(("Emma", "MARTIN")));
    check("Lea", "Garigue", "2014-12-12", Ok(("Léa", "GARRIGUE")));
    check("Emma", "Martin", "2014-05-04", Err(NotFound::Nobody));
    assert_eq!(found("Emma", "Martin", "2014-05-03").unwrap().second_name, None);
    let lea = found("Lea", "Garigue", "2014-12-12").unwrap();
    assert_eq!(username(&lea.first_name, &lea.last_name, lea.birth_date.unwrap()), "lea.garrigue1212");
}

#[test]
fn traps_of_the_register_of_primary_schools() {
    let reading = read_onde(ONDE);
    let class = |name: &str| -> Vec<&Learner> {
        reading.learners.iter().filter(|learner| learner.class.as_deref() == Some(name)).collect()
    };
    let (two_levels, one_level) = (class("CM1-CM2 Mme Ferrand"), class("CM2 M. Lasserre"));
    assert_eq!((two_levels.len(), one_level.len()), (10, 10));
    let levels = two_levels.iter().filter(|learner| learner.level.as_deref() == Some("CM1")).count();
    assert_eq!(levels, 5);
    let shown: Vec<String> = labels(&two_levels).iter().map(crate::roll::Label::names).collect();
    assert_eq!(shown[2..4], ["Emma BLANCHE.", "Emma BLANCHA."]);
    assert_eq!(shown[0], "Lola");
    let camilles: Vec<_> =
        labels(&one_level).into_iter().filter(|label| label.first_name == "Camille").collect();
    let days: Vec<_> =
        camilles.iter().filter_map(|label| label.birth_date).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2015-07-14", "2015-07-30"]);
    for (first, last) in
        [("Éloïse", "CAZENAVE"), ("Siobhan", "O'CONNOR"), ("Basile", "PINÇON"), ("Noé", "ESTÈVE")]
    {
        assert_eq!(named(&reading, last).first_name, first);
    }
    // Columns of its own are tolerated, and not kept.
    assert_eq!(
        (&named(&reading, "FERREIRA").usual_name, &named(&reading, "FERREIRA").extra),
        (&None, &vec![])
    );
}

#[test]
fn traps_of_the_list_of_a_university() {
    let reading = sup::read(SUP, &Limits::default());
    let student = |number: &str| {
        let key = Some(Key::Student(number.to_owned()));
        reading.learners.iter().find(|learner| learner.key == key).unwrap()
    };
    let licence = "Diplôme National de Licence contrôlé par l'Etat";
    assert_eq!(student("22500104").diploma.as_deref(), Some(licence));
    assert_eq!(student("2250_0106").diploma.as_deref(), Some(UNRECOGNISED));
    assert_eq!(student("22500111").scheme.as_deref(), Some(UNRECOGNISED));
    let told: Vec<_> =
        reading.warnings.iter().map(|told| (told.line, told.field.as_str(), told.value.as_str())).collect();
    assert_eq!(told, [(7, "Diplôme", "Licence LEA parcours commerce"), (12, "Régime", "Alternance choisie")]);
    let elsa = student("22500105");
    assert_eq!(elsa.birth_date, Some(jiff::civil::date(2005, 8, 30)));
    assert_eq!((elsa.groups.as_slice(), elsa.line), (&["Groupe A".to_owned()][..], 6));
    assert_eq!(student("FC-2025-12").last_name, "L'HARIDON");
}

#[test]
fn traps_of_the_register_of_agricultural_schools() {
    let reading = fregata::read(FREGATA, &Limits::default());
    let classes: std::collections::BTreeSet<_> =
        reading.learners.iter().filter_map(|learner| learner.class.as_deref()).collect();
    assert_eq!(classes.into_iter().collect::<Vec<_>>(), ["2GT1", "CAPA 2", "TCGEA"]);
    assert_eq!(named(&reading, "JUNCA").birth_date, Some(jiff::civil::date(2008, 2, 29)));
    let birth = |name: &str| {
        let birth = named(&reading, name).birth.clone();
        [birth.department, birth.city_code, birth.city, birth.country].map(Option::unwrap_or_default)
    };
    assert_eq!(birth("ETCHART"), ["2B", "2B033", "", "100"]);
    assert_eq!(birth("GOYENECHE"), ["974", "97411", "", "100"]);
    assert_eq!(birth("CAMARA"), ["99", "", "CONAKRY", "330"]);
    assert_eq!(named(&reading, "ETCHART").first_name, "Élodie");
    assert_eq!(named(&reading, "FAURE").status, Some(crate::Status::Apprentice));
}

#[test]
fn a_list_is_the_same_in_any_letters() {
    let limits = Limits::default();
    let plain = fregata::read(FREGATA, &limits);
    let (text, ..) = encoding_rs::WINDOWS_1252.decode(FREGATA);
    let marked = format!("\u{FEFF}{text}");
    let macintosh = encoding_rs::MACINTOSH.encode(&text).0;
    let latin = encoding_rs::ISO_8859_15.encode(&text).0;
    for bytes in [text.as_bytes(), marked.as_bytes(), &macintosh, &latin] {
        assert_eq!(fregata::read(bytes, &limits), plain);
    }
    let (register, ..) = encoding_rs::ISO_8859_15.decode(SIECLE);
    let register = register.replace("encoding=\"ISO-8859-15\"", "");
    assert_eq!(siecle::read(register.as_bytes(), SCHOOL, &limits), read_siecle());
}

#[test]
fn a_national_number_stands_once() {
    let (register, ..) = encoding_rs::ISO_8859_15.decode(SIECLE);
    let register = register.replace("ISO-8859-15", "UTF-8");
    let check = |twice: &str, expected: &[(FaultCode, Option<u64>)]| {
        let changed = register.replace(twice, "990000101bh");
        let reading = siecle::read(changed.as_bytes(), SCHOOL, &Limits::default());
        let told: Vec<_> = reading.faults.iter().map(|fault| (fault.code, fault.line)).collect();
        assert_eq!(told, expected, "{twice}");
    };
    check("990000102AJ", &[(FaultCode::IneUnique, Some(28))]);
    // Who has left does not count.
    check("990000201BD", &[]);
}
