//! Statuses, the certification of before, and what is awarded beside the core.

use measure::reference::complementary::{
    Core, EduAward, ForeignLevel, Grant, Jury, Level, Minimum, Training, V2EduLevel, double, edu_result,
    own_framework, own_referential, threshold, v2_edu_result,
};
use measure::reference::v2::composition::{ValidatedSkill, questions};
use measure::reference::v2::{
    Answer, Asked, Certification, Kept, Mark, MissingRule, Positioned, Question, kept, reproducibility,
    settled, trusted,
};
use measure::reference::{Abort, Comment, Framework, Outcome, Situation, Status, scorable};

fn question(competence: u32, answer: Answer) -> Question {
    Question { competence, dependent: false, neutralised: false, answer: Some(answer) }
}

#[test]
fn a_test_is_scored_once_when_it_is_over() {
    let check = |finalised, answers, published, expected| {
        assert_eq!(scorable(finalised, answers, 32, published), expected);
    };
    check(true, 20, false, true);
    check(false, 32, false, true);
    check(false, 31, false, false);
    check(true, 32, true, false);
}

#[test]
fn a_result_without_enough_answers_is_blank() {
    let situation = Situation {
        answers: 19,
        minimum: 20,
        maximum: 32,
        abort: None,
        fraud: false,
        cancelled: false,
        framework: Framework::Core,
        pix: Some(300),
        mesh: Some(3),
    };
    let rejected =
        |comment, pix, mesh| Outcome { status: Status::Rejected, comment: Some(comment), pix, mesh };
    assert_eq!(situation.outcome(), rejected(Comment::LackOfAnswers, None, None));
    let cheat = Situation { answers: 32, fraud: true, ..situation };
    assert_eq!(cheat.outcome(), rejected(Comment::Fraud, Some(300), Some(3)));
}

#[test]
fn every_row_of_the_table_is_applied() {
    use Kept::{Downgraded as D, Uncertified as U, Validated as V};
    let check = |row: [u8; 3], expected: [Kept; 3]| {
        let [asked, right, neutralised] = row;
        let got = [80, 70, 50].map(|rate| kept(Asked { asked, right, neutralised }, rate));
        assert_eq!(got, expected.map(Some), "{row:?}");
        let same = [100, 79, 69].map(|rate| kept(Asked { asked, right, neutralised }, rate));
        assert_eq!(same, expected.map(Some), "{row:?}");
    };
    check([3, 3, 0], [V, V, V]);
    check([3, 2, 0], [V, D, D]);
    check([3, 2, 1], [V, V, V]);
    check([3, 1, 0], [U, U, U]);
    check([3, 1, 1], [V, D, U]);
    check([3, 1, 2], [V, V, D]);
    check([2, 2, 0], [V, V, V]);
    check([2, 1, 0], [V, D, U]);
    check([2, 1, 1], [V, V, D]);
    check([1, 1, 0], [V, V, D]);
    check([3, 0, 3], [U, U, U]);
    assert_eq!(kept(Asked { asked: 1, right: 1, neutralised: 1 }, 80), None);
}

#[test]
fn what_was_not_answered_is_skipped_or_neutralised() {
    let open = Question { answer: None, ..question(0, Answer::Right) };
    let check = |question, abort, expected| assert_eq!(settled(question, abort), expected);
    check(open, None, open);
    check(open, Some(Abort::Candidate), Question { answer: Some(Answer::Wrong), ..open });
    check(open, Some(Abort::Technical), Question { neutralised: true, ..open });
    check(question(0, Answer::Right), Some(Abort::Technical), question(0, Answer::Right));
}

#[test]
fn the_rate_is_rounded_and_trust_needs_two_thirds() {
    let right = question(0, Answer::Right);
    let wrong = question(0, Answer::Wrong);
    let out = Question { neutralised: true, ..right };
    let check = |questions: &[Question], rate, trust| {
        assert_eq!((reproducibility(questions), trusted(questions)), (rate, trust));
    };
    check(&[], 0, true);
    check(&[right, right, wrong], 67, true);
    check(&[right, wrong, wrong, wrong, wrong, wrong, wrong, wrong], 13, true);
    check(&[right, out, wrong], 50, true);
    check(&[right, out, out], 100, false);
}

#[test]
fn marks_are_capped_and_few_dependent_questions_count_twice() {
    let check = |questions: &[Question], level, pix, expected: Result<(i16, u32), Asked>| {
        let certification = Certification { questions, max_level: 5 };
        let got = certification.mark(Positioned { competence: 0, level, pix });
        let expected = expected.map_err(|asked| MissingRule { competence: 0, asked });
        assert_eq!(got.map(|mark| (mark.level, mark.pix)), expected);
    };
    let right = question(0, Answer::Right);
    let dependent = |answer| Question { dependent: true, ..question(0, answer) };
    let others = [question(1, Answer::Right); 3];
    check(&[right; 3], 6, 50, Ok((5, 40)));
    check(&[right; 3], 4, 33, Ok((4, 33)));
    check(&[dependent(Answer::Right)], 3, 24, Ok((3, 24)));
    check(&[dependent(Answer::Right); 2], 3, 24, Ok((3, 24)));
    let mut partly = vec![dependent(Answer::Partly)];
    partly.extend(others);
    // 3 right of 4: a rate of 75, where 1 of 2 loses a level.
    check(&partly, 3, 24, Ok((2, 16)));
    check(&[question(0, Answer::Wrong)], 3, 24, Ok((-1, 0)));
    let odd =
        [right, Question { neutralised: true, ..right }, Question { neutralised: true, ..right }, right];
    check(&odd, 3, 24, Err(Asked { asked: 3, right: 2, neutralised: 2 }));
}

#[test]
fn the_total_is_capped_and_gives_the_status() {
    let mark = Mark { competence: 0, kept: Kept::Validated, level: 5, pix: 48 };
    let (good, bad) = ([question(0, Answer::Right); 3], [question(0, Answer::Wrong); 3]);
    let of = |questions| Certification { questions, max_level: 5 };
    assert_eq!((of(&good).total(&[mark; 16]), of(&good).total(&[mark; 2])), (640, 96));
    let out = [Question { neutralised: true, ..question(0, Answer::Right) }, question(0, Answer::Right)];
    let check = |questions: &[Question], total, abort, expected| {
        let certification = Certification { questions, max_level: 5 };
        assert_eq!(certification.status(total, abort), expected);
    };
    check(&good, 40, None, Status::Validated);
    check(&good, 0, None, Status::Rejected);
    check(&bad, 0, None, Status::Rejected);
    check(&bad, 0, Some(Abort::Technical), Status::Cancelled);
    check(&out, 40, Some(Abort::Technical), Status::Cancelled);
}

#[test]
fn the_questions_are_the_hardest_of_different_tubes_and_new_if_possible() {
    let skill = |group, tube, level, questions: &[(u64, bool)]| ValidatedSkill {
        group,
        tube,
        level,
        questions: questions.to_vec(),
    };
    let skills = [
        skill(0, 0, 5, &[(1, true), (2, false)]),
        skill(0, 0, 6, &[(3, true)]),
        skill(0, 1, 2, &[(4, false)]),
        skill(0, 2, 7, &[]),
        skill(1, 3, 8, &[(5, false)]),
        skill(0, 4, 4, &[(6, false)]),
    ];
    let check = |group, most, expected: &[u64]| assert_eq!(questions(&skills, group, most), expected);
    check(0, 3, &[3, 6, 4]);
    check(0, 4, &[3, 6, 4, 2]);
    check(1, 3, &[5]);
    check(2, 3, &[]);
}

#[test]
fn a_double_certification_needs_a_sound_core() {
    let minimum = Minimum { pix: threshold::CLEA_PIX, rate: None };
    let formerly = Minimum { rate: Some(threshold::CLEA_RATE), ..minimum };
    let core = Core { status: Status::Validated, fraud: false, pix: 70 };
    let check = |core, rate, minimum, expected| assert_eq!(double(core, rate, minimum), expected);
    check(core, None, minimum, true);
    check(Core { pix: 69, ..core }, None, minimum, false);
    check(Core { fraud: true, ..core }, None, minimum, false);
    check(Core { status: Status::Rejected, ..core }, None, minimum, false);
    check(core, Some(50), formerly, true);
    check(core, Some(49), formerly, false);
    check(core, None, formerly, false);
}

#[test]
fn a_badge_missed_can_give_the_one_below() {
    let core = Core { status: Status::Validated, fraud: false, pix: 300 };
    let badge = Minimum { pix: 300, rate: Some(threshold::DROIT_RATE) };
    let lower = Some(Minimum { pix: 200, rate: Some(threshold::LOWER_RATE) });
    let check = |core, rate, lower, expected| assert_eq!(own_referential(core, rate, badge, lower), expected);
    check(core, 75, lower, Grant::Badge);
    check(core, 74, lower, Grant::LowerBadge);
    check(Core { pix: 299, ..core }, 90, lower, Grant::LowerBadge);
    check(core, 59, lower, Grant::Nothing);
    check(Core { pix: 199, ..core }, 90, lower, Grant::Nothing);
    check(core, 74, None, Grant::Nothing);
    check(Core { fraud: true, ..core }, 90, lower, Grant::Nothing);
    check(Core { status: Status::Cancelled, ..core }, 90, lower, Grant::Nothing);
}

#[test]
fn the_mesh_is_the_result_in_a_framework_of_its_own() {
    let outcome = |mesh| Outcome { status: Status::Validated, comment: None, pix: None, mesh };
    let check = |framework, mesh, expected| assert_eq!(own_framework(framework, &outcome(mesh)), expected);
    check(Framework::Droit, Some(0), Some(Level::Independent));
    check(Framework::ProSante, Some(1), Some(Level::Confirmed));
    check(Framework::Droit, Some(2), Some(Level::Advanced));
    check(Framework::Droit, Some(3), Some(Level::Expert));
    check(Framework::Droit, Some(4), None);
    check(Framework::Droit, None, None);
    check(Framework::EduCpe, Some(2), Some(Level::Admissible));
    check(Framework::Core, Some(2), None);
    let rejected = Outcome { status: Status::Rejected, ..outcome(Some(1)) };
    assert_eq!(own_framework(Framework::Droit, &rejected), None);
}

#[test]
fn a_jury_awards_the_admissible_only() {
    let check = |platform, jury, expected| assert_eq!(edu_result(platform, jury), expected);
    let expert = Jury::Acquired(EduAward::Expert);
    check(Some(Level::Admissible), expert, expert);
    check(Some(Level::Admissible), Jury::Pending, Jury::Pending);
    check(Some(Level::Admissible), Jury::Rejected, Jury::Rejected);
    check(None, expert, Jury::Rejected);
    check(Some(Level::Expert), expert, Jury::Rejected);
}

#[test]
fn the_lower_of_platform_and_jury_was_awarded() {
    use V2EduLevel::{Advanced, Confirmed, Expert, Initiated};
    let check =
        |training, platform, jury, expected| assert_eq!(v2_edu_result(training, platform, jury), expected);
    let (initial, continuing) = (Training::Initial, Training::Continuing);
    check(continuing, Some(Advanced), Jury::Acquired(Expert), Ok(Jury::Acquired(Advanced)));
    check(continuing, Some(Expert), Jury::Acquired(Confirmed), Ok(Jury::Acquired(Confirmed)));
    check(initial, Some(Initiated), Jury::Acquired(Confirmed), Ok(Jury::Acquired(Initiated)));
    check(initial, Some(Confirmed), Jury::Pending, Ok(Jury::Pending));
    check(initial, Some(Confirmed), Jury::Rejected, Ok(Jury::Rejected));
    check(initial, None, Jury::Acquired(Confirmed), Ok(Jury::Rejected));
    check(initial, Some(Expert), Jury::Pending, Err(ForeignLevel { training: initial, level: Expert }));
    let jury = Jury::Acquired(Initiated);
    check(continuing, Some(Expert), jury, Err(ForeignLevel { training: continuing, level: Initiated }));
}
