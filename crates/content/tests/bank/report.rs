//! What the report says of the fixture.

use content::{Release, report};

use crate::fixture;

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
