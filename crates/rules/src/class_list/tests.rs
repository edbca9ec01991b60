//! Comparing lists: one by one, then by their properties.

use super::*;
use proptest::prelude::*;
use std::slice::from_ref;

fn pupil(key: &str, first_name: &str, division: &str) -> Line {
    Line::new(key)
        .with(Field::LastName, Some("GARRIGUE"))
        .with(Field::FirstName, Some(first_name))
        .with(Field::Division, Some(division))
}

fn known(line: Line) -> Known {
    Known { line, disabled: false }
}

#[test]
fn each_person_has_one_step() {
    let lea = pupil("ine:1", "Léa", "6A");
    let gone = Known { line: lea.clone(), disabled: true };
    let check = |present: &[Known], newer: &[Line], absent: Absent, expected: &[(&str, &[Field])]| {
        let steps = compare(present, newer, absent);
        let seen: Vec<_> = steps.iter().map(|step| (step.change.name(), step.change.fields())).collect();
        assert_eq!(seen, expected, "{present:?} then {newer:?}");
    };
    let all = Absent::Disabled;
    check(&[], &[], all, &[]);
    check(&[], from_ref(&lea), all, &[("added", &[])]);
    check(&[known(lea.clone())], from_ref(&lea), all, &[("unchanged", &[])]);
    let renamed = pupil("ine:1", "Léane", "6A");
    check(&[known(lea.clone())], from_ref(&renamed), all, &[("changed", &[Field::FirstName])]);
    let moved = pupil("ine:1", "Léa", "6B");
    check(&[known(lea.clone())], &[moved], all, &[("moved", &[Field::Division])]);
    let both = pupil("ine:1", "Léane", "6B");
    check(&[known(lea.clone())], &[both], all, &[("moved", &[Field::FirstName, Field::Division])]);
    check(from_ref(&gone), from_ref(&lea), all, &[("back", &[])]);
    check(from_ref(&gone), &[renamed], all, &[("back", &[Field::FirstName])]);
    let unnamed = Line::new("ine:1").with(Field::LastName, Some("GARRIGUE"));
    let fewer: &[Field] = &[Field::FirstName, Field::Division];
    check(&[known(lea.clone())], &[unnamed], all, &[("moved", fewer)]);
    check(&[known(lea.clone())], &[], all, &[("disabled", &[])]);
    check(&[known(lea.clone())], &[], Absent::Kept, &[]);
    check(&[gone], &[], all, &[]);
    check(&[known(pupil("account:1", "Tom", ""))], &[lea], all, &[("added", &[])]);
}

#[test]
fn fields_have_names_of_their_own() {
    for field in Field::ALL {
        assert_eq!(Field::named(field.name()), Some(field));
    }
    assert_eq!(Field::named("password"), None);
}

/// What confirming does to a list.
fn applied(present: &[Known], newer: &[Line], steps: &[Step]) -> Vec<Known> {
    let mut list = present.to_vec();
    for step in steps {
        match (step.known, step.told) {
            (Some(place), Some(told)) => list[place] = known(newer[told].clone()),
            (Some(place), None) => list[place].disabled = true,
            (None, Some(told)) => list.push(known(newer[told].clone())),
            (None, None) => panic!("a step of nobody"),
        }
    }
    list
}

/// What undoing does to it, from what each step knew before.
fn undone(list: &[Known], present: &[Known], steps: &[Step]) -> Vec<Known> {
    let added = steps.iter().filter(|step| step.change == Change::Added).count();
    let mut list = list[..list.len() - added].to_vec();
    for place in steps.iter().filter_map(|step| step.known) {
        list[place] = present[place].clone();
    }
    list
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    proptest::collection::btree_map(0u8..20, (0u8..3, 0u8..3), 0..20).prop_map(|people| {
        let line = |(key, (name, class)): (u8, (u8, u8))| {
            let kind = if key % 7 == 0 { "account" } else { "ine" };
            pupil(&format!("{kind}:{key}"), &format!("Léa {name}"), &format!("6{class}"))
        };
        people.into_iter().map(line).collect()
    })
}

fn list() -> impl Strategy<Value = Vec<Known>> {
    (lines(), proptest::collection::vec(any::<bool>(), 20)).prop_map(|(lines, disabled)| {
        lines.into_iter().zip(disabled).map(|(line, disabled)| Known { line, disabled }).collect()
    })
}

proptest! {
    #[test]
    fn applying_then_undoing_gives_the_list_back(present in list(), newer in lines()) {
        let steps = compare(&present, &newer, Absent::Disabled);
        let after = applied(&present, &newer, &steps);
        prop_assert_eq!(undone(&after, &present, &steps), present);
    }

    #[test]
    fn the_same_file_again_changes_nothing(present in list(), newer in lines()) {
        let after = applied(&present, &newer, &compare(&present, &newer, Absent::Disabled));
        let again = compare(&after, &newer, Absent::Disabled);
        prop_assert!(again.iter().all(|step| step.change == Change::Unchanged), "{again:?}");
    }

    #[test]
    fn afterwards_the_list_is_the_file(present in list(), newer in lines()) {
        let after = applied(&present, &newer, &compare(&present, &newer, Absent::Disabled));
        let mut active: Vec<_> =
            after.iter().filter(|known| !known.disabled && known.line.is_of_a_file()).collect();
        let mut file: Vec<_> = newer.iter().filter(|line| line.is_of_a_file()).collect();
        active.sort_by(|one, other| one.line.key.cmp(&other.line.key));
        file.sort_by(|one, other| one.key.cmp(&other.key));
        prop_assert_eq!(active.iter().map(|known| &known.line).collect::<Vec<_>>(), file);
    }
}
