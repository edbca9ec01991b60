//! The people of a campaign of [`super`]: their lines of the class list, and what they did.

use super::{BADGES, MOST, STAGES, Scene};
use content::Release;
use grade::Status;
use rules::attempt::{Graded, Pins, begin, record};
use rules::learner_state::{LearnerState, Run};
use rules::placement::Placement;
use rules::search_text::search_text;
use rules::snapshot::Snapshot;
use rules::subjects::{SEVERAL, Subjects};
use rules::syllabus::Syllabus;
use rules::{badge, stage};
use store::account::{self, Account};
use store::attempt::{Attempt, CAMPAIGN};
use store::campaign::Campaign;
use store::learner::Learner;
use store::participation::{self, End, Participation, Sent};
use store::{AccountId, AttemptId, Db, LearnerId, ParticipationId, Tx, learner, state};

/// People of a class.
const CLASS: usize = 30;
/// Tests that are really taken; people share them.
const TESTS: usize = 120;
/// What learners know lies between nothing and this level.
const HIGHEST_LEVEL: usize = 6;
const MINUTE_MS: i64 = 60_000;
/// People begin within so many minutes, three weeks.
const MINUTES: usize = 21 * 24 * 60;
const FIRST_NAMES: [&str; 23] = [
    "Adèle", "Bilal", "Chloé", "Djibril", "Élise", "Fatou", "Gaspard", "Hugo", "Inès", "Jade", "Kenza",
    "Léo", "Maëlys", "Noé", "Océane", "Paul", "Quentin", "Rania", "Sacha", "Tiago", "Ugo", "Victoire",
    "Yanis",
];
const LAST_NAMES: [&str; 29] = [
    "Aubry",
    "Benali",
    "Costa",
    "Diallo",
    "Evrard",
    "Fontaine",
    "Garnier",
    "Haddad",
    "Imbert",
    "Jacquet",
    "Klein",
    "Lefèvre",
    "Moreau",
    "N’Diaye",
    "Olivier",
    "Petit",
    "Quéré",
    "Roussel",
    "Silva",
    "Traoré",
    "Urban",
    "Vidal",
    "Weber",
    "Xavier",
    "Yilmaz",
    "Zerbib",
    "Le Goff",
    "De Sousa",
    "Saint-Martin",
];

/// A test that was taken: what was known in the middle of it, and what is sent at its end.
struct Test {
    half: LearnerState,
    sent: Sent,
}

/// The people of a campaign.
pub struct Crowd {
    campaign: Campaign,
    release: String,
    tests: Vec<Test>,
    /// When the first of them begins.
    first: i64,
}

impl Crowd {
    /// Nobody is written yet.
    pub fn of(scene: &Scene<'_>, campaign: Campaign) -> Self {
        let subjects = Subjects::parse(&campaign.tubes).unwrap_or_default();
        let syllabus = subjects.syllabus(scene.release);
        let first = campaign.created_at - MINUTE_MS * i64::try_from(MINUTES).unwrap_or(0);
        let taken = |number| {
            let (half, end) = take(scene.release, &syllabus, number, first);
            let snapshot = Snapshot::of(&subjects, scene.release, &end.knowledge);
            Test { half, sent: sent(&snapshot, &campaign.code) }
        };
        let tests = (0..TESTS).map(taken).collect();
        Self { tests, campaign, release: scene.release.id().to_owned(), first }
    }

    /// Writes the people with these numbers.
    pub async fn write(&self, db: &Db, numbers: std::ops::Range<usize>) -> store::Result<()> {
        let mut tx = db.begin().await?;
        for number in numbers {
            let line = self.line(number);
            self.person(&mut tx, &line).await?;
            self.tries(&mut tx, &line, number).await?;
        }
        tx.commit().await
    }

    /// The line of the class list.
    fn line(&self, number: usize) -> Learner {
        let (first, last) = (pick(&FIRST_NAMES, number), pick(&LAST_NAMES, spread(number)));
        let (at, chance, class) = (self.campaign.created_at, number as u64, number / CLASS);
        Learner {
            key: format!("ine:{number:09}ES"),
            national_number: Some(format!("{number:09}ES")),
            account_id: Some(AccountId::new(at, chance)),
            sought: search_text(&format!("{last} {first}")),
            birth_date: Some(format!("{}-{:02}-{:02}", 2010 + class % 4, 1 + number % 12, 1 + number % 28)),
            division: Some(format!("{}e {}", 6 - class % 4, 1 + class / 4)),
            ..Learner::new(self.campaign.organisation_id, LearnerId::new(at, chance), (first, last), at)
        }
    }

    async fn person(&self, tx: &mut Tx, line: &Learner) -> store::Result<()> {
        if let Some(account) = line.account_id {
            let account = Account::new(account, &line.first_name, &line.last_name, line.created_at);
            account::create(tx, &account).await?;
        }
        learner::add(tx, line).await?;
        Ok(())
    }

    /// One person in ten is in the middle of the test, one in twenty has sent two.
    async fn tries(&self, tx: &mut Tx, line: &Learner, number: usize) -> store::Result<()> {
        let minutes = i64::try_from(spread(number) % MINUTES).unwrap_or(0);
        let started = self.first + minutes * MINUTE_MS;
        let (Some(account), Some(test)) = (line.account_id, self.test(number)) else { return Ok(()) };
        let begun = |chance: u64| Participation {
            learner_id: Some(line.id),
            ..Participation::new(
                self.campaign.id,
                ParticipationId::new(self.campaign.created_at, chance),
                account,
                started,
            )
        };
        let ended = |begun: Participation, test: &Test| {
            let (participation, at) = (begun.id, started + 40 * MINUTE_MS);
            begun.ended(End { participation, at, sent: Some(test.sent.clone()), lessons: None })
        };
        if number.is_multiple_of(10) {
            return self.under_way(tx, begun(number as u64), test).await;
        }
        let first = ended(begun(number as u64), test);
        participation::start(tx, &first).await?;
        if let (1, Some(second)) = (number % 20, self.test(number + 1)) {
            participation::supersede(tx, first.id).await?;
            participation::start(tx, &ended(begun((MOST + number) as u64), second)).await?;
        }
        Ok(())
    }

    /// A try whose test goes on: with its state, which pages read, and without its answers, which they do not.
    async fn under_way(&self, tx: &mut Tx, begun: Participation, test: &Test) -> store::Result<()> {
        let attempt = Attempt {
            account_id: begun.account_id,
            id: AttemptId::from_number(begun.id.number()),
            competence: CAMPAIGN.to_owned(),
            tubes: Some(self.campaign.tubes.clone()),
            framework: "crcn".to_owned(),
            release_id: self.release.clone(),
            algorithm: Placement::Reference.algorithm().to_owned(),
            scoring: Placement::Reference.scoring().to_owned(),
            seed: 0,
            improving: false,
            afresh: false,
            started_at: begun.started_at,
        };
        let mut half = test.half.clone();
        half.runs.iter_mut().for_each(|run| run.attempt = attempt.id.number());
        store::attempt::start(tx, &attempt).await?;
        state::save(tx, attempt.account_id, &attempt.framework, 0, &half.encode(), begun.started_at).await?;
        participation::start(tx, &Participation { attempt_id: Some(attempt.id), ..begun }).await?;
        Ok(())
    }

    fn test(&self, number: usize) -> Option<&Test> {
        self.tests.get(spread(number) % TESTS)
    }
}

/// Takes a test as somebody who knows everything up to a level, but for a slip or a lucky guess now and then; gives what
/// is known in the middle and at the end.
fn take(release: &Release, syllabus: &Syllabus, number: usize, at: i64) -> (LearnerState, LearnerState) {
    let pins = Pins {
        id: 1,
        competence: SEVERAL,
        placement: Placement::Reference,
        seed: i64::try_from(spread(number)).unwrap_or(0),
        improving: false,
        afresh: false,
        started_at: at,
    };
    let mut state = begin(LearnerState::default(), syllabus, &pins);
    let mut past = Vec::new();
    while let Some(family) = state.run(pins.id).and_then(Run::asked) {
        let level = release.family_by_key(family).map_or(usize::MAX, |family| family.skill().level().into());
        let odd = spread(number * TESTS + past.len()).is_multiple_of(8);
        let status = if (level <= number % (HIGHEST_LEVEL + 1)) == odd { Status::Ko } else { Status::Ok };
        past.push(state.clone());
        state = record(state, syllabus, &pins, Graded { status, at, timed: false });
    }
    let middle = past.len() / 2;
    (past.into_iter().nth(middle).unwrap_or_else(|| state.clone()), state)
}

fn sent(snapshot: &Snapshot, code: &str) -> Sent {
    let mastery = snapshot.mastery(|_| true);
    let earned = BADGES.iter().filter(|(_, _, criteria)| {
        badge::criteria(criteria).is_ok_and(|criteria| badge::obtained(snapshot, &criteria))
    });
    Sent {
        skills: Some(mastery.skills.into()),
        validated: Some(mastery.validated.into()),
        snapshot: snapshot.encode(),
        badges: Some(earned.fold(" ".to_owned(), |keys, (key, ..)| format!("{keys}{key}-{code} "))),
        stage: stage::reached(mastery.percent(), &STAGES).map(i64::from),
        ..Sent::default()
    }
}

/// A number that looks like chance and is not.
fn spread(number: usize) -> usize {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33
}

fn pick<'a>(names: &[&'a str], number: usize) -> &'a str {
    names.get(number % names.len()).copied().unwrap_or_default()
}
