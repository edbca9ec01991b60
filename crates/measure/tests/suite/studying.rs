//! A small study: the same seed gives the same study, what is known to hold shows in it, and odd plans are refused.

use measure::certification::{Counts, Pool, Version};
use measure::irt::Bank;
use measure::simulation::{Behaviour, Close, Engine, Figures, Population, bank, design, examine};
use measure::study::{Plan, Study, json};
use std::sync::OnceLock;

const PLAN: Plan = Plan { seed: 5, examinees: 100, settling: 300, persons: 600, learners: 4, questions: 32 };

fn study() -> &'static Study {
    static STUDY: OnceLock<Study> = OnceLock::new();
    STUDY.get_or_init(|| Study::run(&PLAN, &bank(500, 1).unwrap(), 2, |_| ()).unwrap())
}

#[test]
fn threads_change_nothing() {
    let alone = Study::run(&PLAN, &bank(500, 1).unwrap(), 1, |_| ()).unwrap();
    assert_eq!(json(&alone), json(study()));
}

#[test]
fn what_is_known_to_hold_shows() {
    let [free, constrained, reference] = study().certification.as_slice() else { panic!("three tests") };
    assert!(free.figures.rmse < reference.figures.rmse && free.figures.rmse < constrained.figures.rmse);
    assert!(constrained.exposure.most < reference.exposure.most);
    assert!(constrained.exposure.unused < free.exposure.unused);
    assert!(constrained.exposure.overlap < reference.exposure.overlap);
    for test in &study().certification {
        assert!((0.85..=1.0).contains(&test.figures.cover), "{}: {}", test.name, test.figures.cover);
        assert_eq!(test.confusion.people().iter().sum::<u32>(), 100, "{}", test.name);
        assert_eq!(test.figures.strata.iter().map(|stratum| stratum.people).sum::<usize>(), 100);
        let asked: f64 = test.exposure.rates.iter().sum();
        assert!((asked - 32.0).abs() < 1e-9, "{}: {asked}", test.name);
    }
    let [honest, honest_reference, rest @ ..] = study().robustness.as_slice() else { panic!("rows") };
    assert_eq!((&honest.figures, &honest_reference.figures), (&constrained.figures, &reference.figures));
    assert!(rest.iter().all(|row| row.figures.rmse > 0.9 * honest.figures.rmse));
    assert!(study().fit.logistic.1 > study().fit.logistic.0);
    assert!(study().fit.lz.1 > study().fit.lz.0);
    let [random, adaptive] = study().calibration.as_slice() else { panic!("two calibrations") };
    assert!(random.converged && random.found.difficulty.correlation > 0.8, "{random:?}");
    assert!(adaptive.converged && adaptive.items < 500, "{adaptive:?}");
}

#[test]
fn criteria_hardly_differ_and_odd_items_are_told() {
    let rows = &study().criteria;
    assert_eq!(rows.len(), 10);
    for (test, rows) in study().certification.iter().zip(rows.chunks(5)) {
        let [first, others @ ..] = rows else { panic!("five criteria") };
        assert_eq!((first.test, Some(first.rmse)), (test.name, test.figures.expected_rmse));
        assert!(first.difference.abs() < 1e-12 && first.difference_error < 1e-12);
        for other in others {
            assert!(other.difference.abs() < 0.05 && other.difference_error > 0.0, "{other:?}");
            assert!(test.name.contains("no rule") || other.most < 0.8, "{other:?}");
        }
    }
    // So few persons: what is left in peace shows, and drift one item at a time.
    let odd = &study().odd_items;
    assert!(odd.score_fit.0 < 0.15 && odd.score_fit_adjusted.0 < 0.03 && odd.defined > 0.9, "{odd:?}");
    assert!(odd.drift.0 < 0.12 && odd.drift.1 > odd.drift.0 && odd.drift_adjusted.0 < 0.03, "{odd:?}");
    let ((scale, shift), (true_scale, true_shift)) = odd.link;
    assert!((scale - true_scale).abs() < 0.25 && (shift - true_shift).abs() < 0.25, "{odd:?}");
    let leaving: Vec<_> = study().placement.iter().filter(|one| one.leave > 0.0).collect();
    assert_eq!(leaving.len(), 4);
    assert!(study().placement.iter().all(|one| one.leave > 0.0 || one.row.left.is_none()));
}

#[test]
fn plans_that_make_no_sense_are_refused() {
    let check = |plan: Plan, bank: &Bank, expected: &str| {
        let error = Study::run(&plan, bank, 1, |_| ()).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    let enough = bank(500, 1).unwrap();
    check(Plan { examinees: 0, ..PLAN }, &enough, "0 examinees");
    check(Plan { learners: 0, ..PLAN }, &enough, "0 learners");
    check(Plan { questions: 0, ..PLAN }, &enough, "0 questions");
    check(Plan { questions: 20, ..PLAN }, &enough, "owed 32 questions");
    check(PLAN, &bank(20, 1).unwrap(), "no item left");
}

#[test]
fn who_leaves_early_has_no_score_and_who_leaves_late_has_one() {
    let bank = bank(300, 1).unwrap();
    let version =
        Version::new(Pool::plain(bank.clone()).unwrap(), design::free(32, design::scale().unwrap()).unwrap());
    let version = version.unwrap();
    let compat = measure::reference::Engine::new(&bank, design::reference(32)).unwrap();
    let scale = design::scale().unwrap();
    let behaviour = Behaviour { leave: 0.05, ..Behaviour::default() };
    let people = Population::new(9, behaviour).unwrap().draw(100);
    let mut left = None;
    for engine in [Engine::Best(&version), Engine::Reference(&bank, &compat, &scale)] {
        let cohort = examine(&engine, &people, None, 1);
        for test in &cohort.taken {
            let expected = match test.close {
                Close::Complete => test.asked.len() == 32 && test.scored,
                Close::Left => test.asked.len() < 32 && test.scored == (test.asked.len() >= 20),
                Close::Exhausted => false,
            };
            assert!(expected, "{:?} after {}, scored: {}", test.close, test.asked.len(), test.scored);
        }
        let figures = Figures::new(&cohort).unwrap();
        assert!(figures.left > 60 && figures.unscored > 30 && figures.unscored < figures.left, "{figures:?}");
        // People leave when they leave, whoever asks.
        assert_eq!(*left.get_or_insert(figures.left), figures.left);
    }
}

#[test]
fn control_holds_for_people_side_by_side() {
    let bank = bank(500, 1).unwrap();
    let settings = design::constrained(32, design::scale().unwrap()).unwrap();
    let version = Version::new(Pool::plain(bank).unwrap(), settings).unwrap();
    let people = Population::new(2, Behaviour::default()).unwrap().draw(100);
    let run = |threads| {
        let mut counts = Counts::new(design::limits().unwrap(), 500);
        let cohort = examine(&Engine::Best(&version), &people, Some(&mut counts), threads);
        (cohort, counts)
    };
    assert_eq!(run(1), run(3));
}
