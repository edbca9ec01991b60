//! The outbox, the jobs, the audit and the releases.

use super::someone;
use crate::account::Creation;
use crate::audit::{self, Entry};
use crate::job::{self, Job};
use crate::outbox::{self, Mail};
use crate::trial::{self, NOW};
use crate::{AuditId, Db, JobId, MailId, release};

fn a_job(number: u64) -> Job {
    Job {
        id: JobId::new(NOW, number),
        kind: "count".to_owned(),
        payload: number.to_string(),
        run_at: NOW,
        tries: 0,
    }
}

fn a_mail(number: u64) -> Mail {
    Mail {
        id: MailId::new(NOW, number),
        recipient: someone(number).email.unwrap(),
        subject: "Bonjour".to_owned(),
        body: "Un lien.".to_owned(),
        created_at: NOW,
        tries: 0,
    }
}

async fn queue(db: &Db, jobs: impl IntoIterator<Item = Job>) {
    let mut tx = db.begin().await.unwrap();
    for job in jobs {
        assert_eq!(job::enqueue(&mut tx, &job).await.unwrap(), Creation::Created);
    }
    tx.commit().await.unwrap();
}

async fn lease(db: &Db, now: i64, limit: i64) -> Vec<Job> {
    let mut tx = db.begin().await.unwrap();
    let jobs = job::lease(&mut tx, now, now + 100, limit).await.unwrap();
    tx.commit().await.unwrap();
    jobs
}

async fn check_job(db: Db) {
    queue(&db, [a_job(1), Job { run_at: NOW + 50, ..a_job(2) }]).await;
    let mut tx = db.begin().await.unwrap();
    let same = Job { payload: "1".to_owned(), ..a_job(3) };
    assert_eq!(job::enqueue(&mut tx, &same).await.unwrap(), Creation::Taken, "it waits already");
    drop(tx);
    assert_eq!(lease(&db, NOW - 1, 9).await, [], "not due");
    let first = lease(&db, NOW, 9).await.remove(0);
    assert_eq!(first, Job { tries: 1, ..a_job(1) });
    assert_eq!(lease(&db, NOW + 49, 9).await, [], "leased");
    assert_eq!(lease(&db, NOW + 50, 9).await, [Job { run_at: NOW + 50, tries: 1, ..a_job(2) }]);
    let again = lease(&db, NOW + 100, 9).await.remove(0);
    assert_eq!(again, Job { tries: 2, ..a_job(1) }, "the deadline has passed");
    let mut tx = db.begin().await.unwrap();
    assert!(!job::done(&mut tx, &first, NOW).await.unwrap(), "the first lease is over");
    assert!(!job::failed(&mut tx, &first, "late", NOW).await.unwrap());
    assert!(job::failed(&mut tx, &again, "no network", NOW + 500).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(lease(&db, NOW + 499, 1).await, [Job { run_at: NOW + 50, tries: 2, ..a_job(2) }]);
    let third = lease(&db, NOW + 500, 9).await.remove(0);
    let mut tx = db.begin().await.unwrap();
    assert!(job::done(&mut tx, &third, NOW + 501).await.unwrap());
    assert!(!job::done(&mut tx, &third, NOW + 501).await.unwrap(), "done already");
    assert_eq!(
        job::enqueue(&mut tx, &same).await.unwrap(),
        Creation::Created,
        "what is done may be queued anew"
    );
    assert_eq!(job::sweep(&mut tx, NOW + 502, 9).await.unwrap(), 1);
}

#[tokio::test]
async fn jobs_are_leased_until_done() {
    trial::each(check_job).await;
}

async fn check_workers(db: Db) {
    queue(&db, (0..40).map(a_job)).await;
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..2 {
        let db = db.clone();
        workers.spawn(async move {
            let mut mine = Vec::new();
            loop {
                let jobs = lease(&db, NOW, 3).await;
                if jobs.is_empty() {
                    return mine;
                }
                mine.extend(jobs.into_iter().map(|job| job.id));
            }
        });
    }
    let mut leased: Vec<JobId> = workers.join_all().await.into_iter().flatten().collect();
    leased.sort_unstable();
    let mut expected: Vec<JobId> = (0..40).map(|number| a_job(number).id).collect();
    expected.sort_unstable();
    assert_eq!(leased, expected, "each job went to one worker");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_never_have_the_same_job() {
    trial::each(check_workers).await;
}

async fn mails(db: &Db, now: i64) -> Vec<Mail> {
    let mut tx = db.begin().await.unwrap();
    let mails = outbox::lease(&mut tx, now, now + 100, 10).await.unwrap();
    tx.commit().await.unwrap();
    mails
}

async fn check_outbox(db: Db) {
    let mut tx = db.begin().await.unwrap();
    outbox::put(&mut tx, &a_mail(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.begin().await.unwrap();
    outbox::put(&mut tx, &a_mail(2)).await.unwrap();
    drop(tx);
    let first = mails(&db, NOW).await.remove(0);
    assert_eq!(first, Mail { tries: 1, ..a_mail(1) }, "only what was committed is sent");
    assert_eq!(mails(&db, NOW + 99).await, []);
    let again = mails(&db, NOW + 100).await.remove(0);
    let mut tx = db.begin().await.unwrap();
    assert!(!outbox::sent(&mut tx, &first, NOW).await.unwrap(), "the first lease is over");
    assert!(outbox::failed(&mut tx, &again, "refused", NOW + 1_000).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(mails(&db, NOW + 999).await, []);
    let third = mails(&db, NOW + 1_000).await.remove(0);
    assert_eq!((third.tries, third.body.as_str()), (3, "Un lien."));
    let mut tx = db.begin().await.unwrap();
    assert!(outbox::sent(&mut tx, &third, NOW + 1_001).await.unwrap());
    assert!(!outbox::sent(&mut tx, &third, NOW + 1_001).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(mails(&db, i64::MAX - 100).await, [], "sent once");
    let mut tx = db.begin().await.unwrap();
    outbox::put(&mut tx, &a_mail(3)).await.unwrap();
    let hopeless = outbox::lease(&mut tx, NOW, NOW, 10).await.unwrap().remove(0);
    assert!(outbox::give_up(&mut tx, &hopeless, "no such address").await.unwrap());
    assert_eq!(outbox::lease(&mut tx, NOW + 1_000_000, NOW, 10).await.unwrap(), [], "given up");
    assert_eq!(outbox::sweep(&mut tx, NOW + 1, 9).await.unwrap(), 2);
}

#[tokio::test]
async fn mails_are_leased_until_sent() {
    trial::each(check_outbox).await;
}

async fn check_audit(db: Db) {
    let entry = |number: u64, subject: &str| Entry {
        id: AuditId::new(NOW, number),
        at: NOW,
        actor: "pix doctor".to_owned(),
        action: "unblock".to_owned(),
        subject: subject.to_owned(),
        detail: "{}".to_owned(),
    };
    let mut tx = db.begin().await.unwrap();
    for line in [entry(1, "a"), entry(2, "b"), entry(3, "a")] {
        audit::record(&mut tx, &line).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(audit::of_subject(&db, "a", None, 9).await.unwrap(), [entry(3, "a"), entry(1, "a")]);
    assert_eq!(audit::of_subject(&db, "a", Some(entry(3, "a").id), 9).await.unwrap(), [entry(1, "a")]);
}

#[tokio::test]
async fn the_audit_is_read_by_subject() {
    trial::each(check_audit).await;
}

async fn check_release(db: Db) {
    let mut tx = db.begin().await.unwrap();
    release::put(&mut tx, "r1", b"one", NOW).await.unwrap();
    release::put(&mut tx, "r2", b"two", NOW + 1).await.unwrap();
    release::put(&mut tx, "r1", b"changed", NOW + 2).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        release::find(&db, "r1").await.unwrap().as_deref(),
        Some(&b"one"[..]),
        "a release never changes"
    );
    assert_eq!(release::find(&db, "r3").await.unwrap(), None);
    assert_eq!(release::list(&db).await.unwrap(), ["r2", "r1"]);
}

#[tokio::test]
async fn releases_never_change() {
    trial::each(check_release).await;
}

async fn check_waiting(db: Db) {
    let count = async |before| outbox::waiting(&db, before).await.unwrap();
    let counted = |waiting, late, given_up| outbox::Waiting { waiting, late, given_up };
    assert_eq!(count(NOW + 1).await, counted(0, 0, 0));
    let mut tx = db.begin().await.unwrap();
    for number in 1..=4 {
        outbox::put(&mut tx, &a_mail(number)).await.unwrap();
    }
    let leased = outbox::lease(&mut tx, NOW, NOW + 100, 2).await.unwrap();
    assert!(outbox::sent(&mut tx, &leased[0], NOW).await.unwrap());
    assert!(outbox::give_up(&mut tx, &leased[1], "no such box").await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(count(NOW).await, counted(2, 0, 1), "written now is not late");
    assert_eq!(count(NOW + 1).await, counted(2, 2, 1));
}

#[tokio::test]
async fn waiting_mails_are_counted() {
    trial::each(check_waiting).await;
}
