//! Leaving: everything that leads to a person goes, what a test taught about its questions stays without a name.

use super::{a_session, a_training, an_attempt, in_force, signed_in, someone};
use crate::answer::{self, Answer};
use crate::campaign::{self, Campaign, Kind as Asked};
use crate::combined_course::{self, Course};
use crate::db::{q, record};
use crate::email_change::{self, EmailChange};
use crate::erasure::{self, Erasure};
use crate::learner::{self, Learner};
use crate::mail_link::{self, MailLink};
use crate::organisation::{self, Kind, Organisation};
use crate::outbox::{self, Mail};
use crate::participation::{self, Participation};
use crate::problem_report::{self, ProblemReport, Told};
use crate::reset::{self, Reset};
use crate::trial::{self, NOW, Trial};
use crate::{
    AccountId, AttemptId, CampaignId, CourseId, Db, LearnerId, MailId, OrganisationId, ParticipationId,
    TokenHash, account, attempt, combined_course_progress, data_export, legal, membership, session, state,
};
use crate::{ReportId, ResetId, notice, training, training_mark, tutorial_mark};

const GRAIN: i64 = 1_000_000;

record! {
    #[derive(Debug, PartialEq, Eq)]
    struct Kept {
        person: i64,
        attempt: i64,
        position: i64,
        answered_at: i64,
        status: i64,
    }
}

fn an_answer(attempt: AttemptId, position: i64) -> Answer {
    Answer {
        account_id: someone(1).id,
        attempt_id: attempt,
        position,
        family: 7,
        lang: "fr".to_owned(),
        status: 1,
        mistake: None,
        value: "tJe suis Zoé".to_owned(),
        seconds: 3,
        answered_at: NOW + position,
        page_left: position == 2,
    }
}

async fn a_mail(tx: &mut crate::Tx, number: u64, recipient: &str) {
    let mail = Mail {
        id: MailId::new(NOW, number),
        recipient: recipient.to_owned(),
        subject: "About you".to_owned(),
        body: "Hello Zoé".to_owned(),
        created_at: NOW,
        tries: 0,
    };
    outbox::put(tx, &mail).await.unwrap();
}

/// A place in a school, a line in its list, a try at one of its campaigns.
async fn at_school(tx: &mut crate::Tx, account: AccountId) {
    let school = Organisation::new(OrganisationId::new(NOW, 1), Kind::Sco, "Collège", NOW);
    assert_eq!(organisation::create(tx, &school).await, Ok(account::Creation::Created));
    membership::join(tx, school.id, account, membership::Role::Member, NOW).await.unwrap();
    let id = LearnerId::new(NOW, 1);
    let line = Learner {
        key: format!("account:{account}"),
        account_id: Some(account),
        sought: "test zoe".to_owned(),
        ..Learner::new(school.id, id, ("Zoé", "Test"), NOW)
    };
    assert_eq!(learner::add(tx, &line).await, Ok(account::Creation::Created));
    let attempt_id = Some(AttemptId::new(NOW, 1));
    let external_id = Some("zoe@example.org".to_owned());
    let own = Participation::new(CampaignId::new(NOW, 1), ParticipationId::new(NOW, 1), account, NOW);
    let own = Participation { learner_id: Some(id), attempt_id, external_id, ..own };
    assert_eq!(participation::start(tx, &own).await, Ok(account::Creation::Created));
}

/// What somebody says of a training.
async fn judge(tx: &mut crate::Tx, account: AccountId) {
    let course = a_training();
    assert_eq!(training::create(tx, &course).await, Ok(account::Creation::Created));
    training_mark::rate(tx, account, course.id, Some(true), NOW).await.unwrap();
}

/// A combined course with a lesson that stayed.
async fn follow(tx: &mut crate::Tx, account: AccountId) {
    let (id, campaign) = (CourseId::new(NOW, 1), a_campaign(tx).await);
    let course = Course {
        organisation_id: OrganisationId::new(NOW, 1),
        id,
        code: "KRSKRS234".to_owned(),
        name: "Parcours".to_owned(),
        description: String::new(),
        created_by: account,
        created_at: NOW,
        archived_at: None,
    };
    let made = combined_course::create(tx, &course, &[Some(campaign), None]).await;
    assert_eq!(made, Ok(account::Creation::Created));
    combined_course_progress::begin(tx, "KRSKRS234", account, NOW).await.unwrap();
    let lessons = [(campaign, a_training().id)];
    combined_course_progress::keep_lessons(tx, account, &lessons).await.unwrap();
    assert_eq!(combined_course_progress::steps(&mut *tx, id, account).await.unwrap().len(), 2);
}

async fn a_campaign(tx: &mut crate::Tx) -> CampaignId {
    let id = CampaignId::new(NOW, 1);
    let campaign = Campaign {
        code: "KRSKRS235".to_owned(),
        ..Campaign::new(OrganisationId::new(NOW, 1), id, Asked::Assessment, AccountId::new(NOW, 1), NOW)
    };
    assert_eq!(campaign::create(tx, &campaign).await, Ok(account::Creation::Created));
    id
}

/// Somebody who used everything there is.
async fn a_life(db: &Db) -> AccountId {
    let zoe = signed_in(db, 1).await.id;
    let other = signed_in(db, 2).await.id;
    let mut tx = db.begin().await.unwrap();
    session::open(&mut tx, &a_session("phone", zoe)).await.unwrap();
    legal::accept_all(&mut tx, zoe, &in_force(), NOW).await.unwrap();
    for (number, positions) in [(1, 1..=2), (2, 1..=1)] {
        let begun = an_attempt(zoe, number);
        attempt::start(&mut tx, &begun).await.unwrap();
        for position in positions {
            answer::append(&mut tx, &an_answer(begun.id, position)).await.unwrap();
        }
    }
    state::save(&mut tx, zoe, "crcn", 0, &[1], NOW).await.unwrap();
    let link = MailLink {
        token_hash: TokenHash::of("link"),
        account_id: zoe,
        purpose: "password-reset".to_owned(),
        created_at: NOW,
        expires_at: NOW + 9,
        used_at: None,
        email: Some("later@example.org".to_owned()),
    };
    mail_link::create(&mut tx, &link, NOW).await.unwrap();
    for (account_id, email) in [(zoe, "new@example.org"), (other, "zoe1@example.org")] {
        let (created_at, expires_at, tries) = (NOW, NOW + 9, 0);
        let email = email.to_owned();
        let code_hash = TokenHash::of("123456");
        let change = EmailChange { account_id, email, code_hash, created_at, expires_at, tries };
        email_change::put(&mut tx, &change, NOW).await.unwrap();
    }
    assert!(data_export::take(&mut tx, zoe, NOW - 10, 3, NOW).await.unwrap());
    assert!(erasure::ask(&mut tx, zoe, NOW).await.unwrap());
    let report = ProblemReport {
        id: ReportId::new(NOW, 1),
        account_id: Some(zoe),
        attempt_id: AttemptId::new(NOW, 1),
        position: 1,
        family: "1.2-a-1".to_owned(),
        lang: "fr".to_owned(),
        category: "other".to_owned(),
        text: "I am Zoé".to_owned(),
    };
    assert_eq!(problem_report::keep(&mut tx, &report, NOW - 1, 9).await.unwrap(), Told::Kept);
    tutorial_mark::save(&mut tx, zoe, "1.2-a-paths", Some(NOW)).await.unwrap();
    judge(&mut tx, zoe).await;
    notice::read(&mut tx, zoe, "welcome", NOW).await.unwrap();
    let started_again = Reset {
        account_id: zoe,
        id: ResetId::new(NOW, 1),
        framework: "crcn".to_owned(),
        competence: "1.2".to_owned(),
        reset_at: NOW,
    };
    reset::append(&mut tx, &started_again).await.unwrap();
    at_school(&mut tx, zoe).await;
    follow(&mut tx, zoe).await;
    let recipients = ["zoe1@example.org", "new@example.org", "later@example.org", "zoe2@example.org"];
    for (number, recipient) in (1..).zip(recipients) {
        a_mail(&mut tx, number, recipient).await;
    }
    tx.commit().await.unwrap();
    zoe
}

fn erasure(account: AccountId) -> Erasure<'static> {
    Erasure {
        account,
        email: Some("zoe1@example.org"),
        failed_sign_ins: 0,
        person: -5,
        grain: GRAIN,
        now: NOW + 100,
    }
}

async fn forget(db: &Db, erasure: &Erasure<'_>) -> bool {
    let mut tx = db.begin().await.unwrap();
    let done = erasure::forget(&mut tx, erasure).await.unwrap();
    tx.commit().await.unwrap();
    done
}

async fn check_forgetting(db: Db) {
    let zoe = a_life(&db).await;
    assert!(
        !forget(&db, &Erasure { failed_sign_ins: 1, ..erasure(zoe) }).await,
        "a password failed meanwhile"
    );
    assert!(account::by_email_or_username(&db, "zoe1@example.org").await.unwrap().is_some());
    assert!(forget(&db, &erasure(zoe)).await);
    assert!(!forget(&db, &erasure(zoe)).await, "once");
    let left = account::by_id(&db, zoe).await.unwrap().unwrap();
    let rounded = NOW - NOW % GRAIN;
    let empty = account::Account { active_at: None, ..account::Account::new(zoe, "", "", rounded) };
    assert_eq!(left, empty);
    assert_eq!(session::find(&db, TokenHash::of("token-1"), &in_force(), NOW).await.unwrap(), None);
    let kept: Vec<Kept> = q("SELECT person, attempt, position, answered_at, status FROM anonymous_answer
        ORDER BY attempt, position")
    .all(&db)
    .await
    .unwrap();
    let row = |attempt, position| Kept { person: -5, attempt, position, answered_at: rounded, status: 1 };
    assert_eq!(kept, [row(1, 1), row(1, 2), row(2, 1)]);
    for (recipient, mails) in
        [("zoe1@example.org", 0), ("new@example.org", 0), ("later@example.org", 0), ("zoe2@example.org", 1)]
    {
        assert_eq!(outbox::to(&db, recipient, None, 9).await.unwrap().len(), mails, "{recipient}");
    }
    let reports = problem_report::latest(&db, None, 9).await.unwrap();
    let told: Vec<_> =
        reports.iter().map(|one| (one.account_id, one.text.as_str(), one.category.as_str())).collect();
    assert_eq!(told, [(None, "", "other")]);
    let sent = participation::by_id(&db, CampaignId::new(NOW, 1), ParticipationId::new(NOW, 1))
        .await
        .unwrap()
        .unwrap();
    assert!(sent.account_id.number() < 0, "the result stays and leads to nobody: {sent:?}");
    assert_eq!((sent.learner_id, sent.attempt_id, sent.external_id), (None, None, None));
    let other = someone(2).id;
    assert!(session::find(&db, TokenHash::of("token-2"), &in_force(), NOW).await.unwrap().is_some());
    assert!(email_change::find(&db, other, NOW).await.unwrap().is_some(), "somebody else's stays");
    let mut tx = db.begin().await.unwrap();
    let again = account::create(&mut tx, &someone(3)).await;
    assert_eq!(again, Ok(account::Creation::Created));
    let same_address = account::Account { id: someone(4).id, ..someone(1) };
    assert_eq!(account::create(&mut tx, &same_address).await, Ok(account::Creation::Created));
}

#[tokio::test]
async fn a_person_is_forgotten_whole() {
    trial::each(check_forgetting).await;
}

/// A table added later, with an `account_id`, must be emptied too: this test then fails until it is.
#[tokio::test]
async fn no_table_keeps_a_row_of_somebody_who_left() {
    let trial = Trial::sqlite().await;
    let zoe = a_life(&trial.db).await;
    let file = rusqlite::Connection::open(trial.file().unwrap()).unwrap();
    let mut names = file
        .prepare(
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                WHERE m.type = 'table' AND c.name = 'account_id'",
        )
        .unwrap();
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(names.len() >= 9, "{names:?}");
    let rows = |name: &str| -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {name} WHERE account_id = ?1");
        file.query_row(&sql, [zoe.number()], |row| row.get(0)).unwrap()
    };
    for name in &names {
        assert!(rows(name) > 0, "the test fills every table of a person: {name} is missing");
    }
    assert!(forget(&trial.db, &erasure(zoe)).await);
    for name in &names {
        assert_eq!(rows(name), 0, "{name}");
    }
}

async fn check_requests(db: Db) {
    let zoe = signed_in(&db, 1).await.id;
    let mut tx = db.begin().await.unwrap();
    assert_eq!(erasure::asked(&mut tx, zoe).await.unwrap(), None);
    assert!(erasure::ask(&mut tx, zoe, NOW).await.unwrap());
    assert!(!erasure::ask(&mut tx, zoe, NOW + 5).await.unwrap());
    assert_eq!(erasure::asked(&mut tx, zoe).await.unwrap(), Some(NOW));
}

#[tokio::test]
async fn a_request_is_noted_once() {
    trial::each(check_requests).await;
}

async fn check_exports(db: Db) {
    let zoe = signed_in(&db, 1).await.id;
    let mut tx = db.begin().await.unwrap();
    for (now, expected) in
        [(0, true), (1, true), (2, false), (99, false), (100, true), (101, true), (150, false)]
    {
        let since = NOW + now - 100;
        let taken = data_export::take(&mut tx, zoe, since, 2, NOW + now).await.unwrap();
        assert_eq!(taken, expected, "at {now}");
    }
    assert_eq!(data_export::sweep(&mut tx, NOW + 100, 9).await.unwrap(), 0);
    assert_eq!(data_export::sweep(&mut tx, NOW + 101, 9).await.unwrap(), 1);
}

#[tokio::test]
async fn copies_are_counted_within_a_time() {
    trial::each(check_exports).await;
}
