//! What the report says of the fixture.

use content::{Release, Source, report};

use crate::{edited, fixture};

#[test]
fn an_answer_that_never_changes_and_stands_elsewhere_is_told() {
    let fixed = edited("1.2/a/3-text.md", "answer: [code, code + \"X\"]", "answer: [\"Grenadine\", code]");
    for (source, expected) in [
        (edited("1.2/a/4-number.md", "Que trouvez-vous ?", "Que dit la grenadine ?"), 0),
        (fixed.clone(), 0),
        (shown(fixed, "Que dit la grenadine ?"), 1),
    ] {
        let told = report::of(&Release::build(&source).expect("a sound bank")).leaks;
        assert_eq!(told.len(), expected, "{told:?}");
    }
}

/// The fixture's number family asks this.
fn shown(mut source: Source, question: &str) -> Source {
    let file = "1.2/a/4-number.md";
    let text = String::from_utf8_lossy(source.get(file).expect("the family")).into_owned();
    source.insert(file, text.replacen("Que trouvez-vous ?", question, 1));
    source
}

#[test]
fn the_report_counts_the_fixture() {
    let release = Release::build(&fixture()).expect("a sound bank");
    let report = report::of(&release);
    let counts = &report.counts;
    assert_eq!((counts.families, report.failed, report.drawn), (10, 0, 80));
    assert_eq!(counts.tubes.get("1.2-a"), Some(&[1, 2, 1, 1, 1, 1, 1, 2]));
    for shared in [&counts.answers, &counts.kinds, &counts.modes] {
        assert_eq!(shared.values().sum::<usize>(), 10, "{shared:?}");
    }
    assert!(counts.access.values().all(|reach| reach.iter().sum::<usize>() == 10), "{:?}", counts.access);
    assert_eq!(report.ease.len(), 8);
    assert_eq!(report.priors.len(), 8);
    assert!(report.hardest.is_sorted_by(|a, b| a.1 <= b.1), "{:?}", report.hardest);
    assert!(report.nearest.is_sorted_by(|a, b| a.likeness >= b.likeness), "{:?}", report.nearest);
}
