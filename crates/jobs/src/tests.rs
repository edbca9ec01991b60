//! The worker, on both engines, with files and with a mail server that answers as told.

mod certifiability;
mod leavers;
mod server;
mod teams;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use server::MailServer;
use store::job::{self, Job};
use store::outbox::{self, Mail};
use store::trial::{self, NOW};
use store::{Db, JobId, MailId};
use tempfile::TempDir;

use crate::{MailError, Mailer, Worker, work};

const DAY_MS: i64 = 86_400_000;
/// From the beginning of a trial, at 3:33:20, to two o'clock.
const TO_NIGHT_MS: i64 = DAY_MS - (3_600 + 33 * 60 + 20) * 1_000;

/// A worker whose time stands still until it is moved.
struct Scene {
    db: Db,
    worker: Worker,
    now: Arc<AtomicI64>,
    folder: TempDir,
}

fn scene(db: Db, mailer: Option<Mailer>) -> Scene {
    let (folder, now) = (tempfile::tempdir().unwrap(), Arc::new(AtomicI64::new(NOW)));
    let hand = now.clone();
    let worker = Worker {
        db: db.clone(),
        mailer: mailer.unwrap_or_else(|| Mailer::files(folder.path().join("mails"))),
        clock: Arc::new(move || hand.load(Ordering::Relaxed)),
        // A state of one byte says it itself.
        certifier: Arc::new(|state| state.first().map(|byte| *byte == b'y')),
        rest: Duration::from_millis(1),
    };
    Scene { db, worker, now, folder }
}

impl Scene {
    fn mails(&self) -> Vec<String> {
        let Ok(files) = std::fs::read_dir(self.folder.path().join("mails")) else { return Vec::new() };
        let mut texts: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        texts.sort();
        texts.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }

    fn wait(&self, ms: i64) {
        self.now.fetch_add(ms, Ordering::Relaxed);
    }

    async fn steps(&self) -> usize {
        let mut steps = 0;
        while self.worker.step().await.unwrap() {
            steps += 1;
        }
        steps
    }
}

fn a_mail(number: u64) -> Mail {
    Mail {
        id: MailId::new(NOW, number),
        recipient: format!("zoe{number}@example.org"),
        subject: "Votre compte est créé".to_owned(),
        body: format!("Bonjour,\nvoici le lien n° {number}."),
        created_at: NOW,
        tries: 0,
    }
}

async fn post(db: &Db, mails: impl IntoIterator<Item = Mail>) {
    let mut tx = db.begin().await.unwrap();
    for mail in mails {
        outbox::put(&mut tx, &mail).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The jobs that wait, with their time and how often they were tried, without taking them.
async fn waiting(db: &Db) -> Vec<(String, i64, i64)> {
    let mut tx = db.begin().await.unwrap();
    let far = i64::MAX - 1;
    let jobs = job::lease(&mut tx, far, far, 99).await.unwrap();
    tx.rollback().await.unwrap();
    let mut jobs: Vec<_> = jobs.into_iter().map(|job| (job.kind, job.run_at - NOW, job.tries - 1)).collect();
    jobs.sort();
    jobs
}

async fn check_files(db: Db) {
    let scene = scene(db, None);
    post(&scene.db, [a_mail(1), a_mail(2)]).await;
    assert_eq!(scene.steps().await, 2);
    let texts = scene.mails();
    assert_eq!(
        texts[0],
        "To: zoe1@example.org\nSubject: Votre compte est créé\n\nBonjour,\nvoici le lien n° 1.\n"
    );
    assert!(texts.len() == 2 && texts[1].contains("n° 2"), "{texts:?}");
    scene.wait(40 * DAY_MS);
    assert_eq!((scene.steps().await, scene.mails().len()), (0, 2), "once");
}

#[tokio::test]
async fn mails_become_files() {
    trial::each(check_files).await;
}

async fn check_backoff(db: Db) {
    let scene = scene(db, None);
    let obstacle = scene.folder.path().join("mails");
    std::fs::write(&obstacle, "a file where the folder should be").unwrap();
    post(&scene.db, [a_mail(1)]).await;
    for pause in [10_000, 20_000, 40_000] {
        assert_eq!(scene.steps().await, 1, "it is tried, and fails");
        scene.wait(pause - 1);
        assert_eq!(scene.steps().await, 0, "{pause} ms have not passed");
        scene.wait(1);
    }
    std::fs::remove_file(obstacle).unwrap();
    assert_eq!((scene.steps().await, scene.mails().len()), (1, 1), "in the end it leaves");
}

#[tokio::test]
async fn a_mail_that_cannot_leave_waits_longer_each_time() {
    trial::each(check_backoff).await;
}

async fn check_end(db: Db) {
    let scene = scene(db, None);
    std::fs::write(scene.folder.path().join("mails"), "in the way").unwrap();
    post(&scene.db, [a_mail(1)]).await;
    let mut tries = 0;
    while tries < 99 && scene.steps().await > 0 {
        tries += 1;
        scene.wait(3_600_000);
    }
    assert_eq!(tries, 30, "then it is given up");
}

#[tokio::test]
async fn a_mail_that_never_leaves_is_given_up() {
    trial::each(check_end).await;
}

async fn check_smtp(db: Db) {
    let server = MailServer::start("250 taken").await;
    let scene = scene(db, Some(Mailer::smtp(&server.url, "Pix <no-reply@pix.example>").unwrap()));
    post(&scene.db, [a_mail(1)]).await;
    assert_eq!(scene.steps().await, 1);
    let heard = server.heard();
    for line in [
        "MAIL FROM:<no-reply@pix.example>",
        "RCPT TO:<zoe1@example.org>",
        "Date: Mon, 02 Nov 2026 03:33:20 +0000",
        "Message-ID: <",
    ] {
        assert!(heard.contains(line), "{line} is missing in {heard}");
    }
    scene.wait(DAY_MS);
    assert_eq!(scene.steps().await, 0, "sent once");
}

#[tokio::test]
async fn mails_go_to_a_server() {
    trial::each(check_smtp).await;
}

#[tokio::test]
async fn a_server_that_refuses() {
    let cases = [
        ("550 no such person here: zoe1@example.org", true),
        ("451 come back later, zoe1@example.org", false),
    ];
    for (reply, end) in cases {
        let server = MailServer::start(reply).await;
        let mailer = Mailer::smtp(&server.url, "no-reply@pix.example").unwrap();
        let error = mailer.deliver(&a_mail(1)).await.unwrap_err();
        assert_eq!(error.is_final(), end, "{reply}: {error}");
        assert!(error.to_string().contains(&reply[..3]) && !error.to_string().contains("zoe"), "{error}");
    }
    let nobody = Mailer::smtp("smtp://127.0.0.1:1", "no-reply@pix.example").unwrap();
    assert_eq!(nobody.deliver(&a_mail(1)).await, Err(MailError::Later("none".to_owned())));
    let odd = Mail { recipient: "nobody".to_owned(), ..a_mail(1) };
    assert_eq!(nobody.deliver(&odd).await, Err(MailError::Address));
}

#[test]
fn settings_that_are_not_a_server() {
    for (url, sender, error) in [
        ("http://mail.example", "no-reply@pix.example", MailError::Server),
        ("mail", "no-reply@pix.example", MailError::Server),
        ("smtp://mail.example", "nobody", MailError::Address),
    ] {
        assert_eq!(Mailer::smtp(url, sender).err(), Some(error), "{url} {sender}");
    }
}

async fn check_final(db: Db) {
    let server = MailServer::start("550 no").await;
    let scene = scene(db, Some(Mailer::smtp(&server.url, "no-reply@pix.example").unwrap()));
    post(&scene.db, [a_mail(1)]).await;
    assert_eq!(scene.steps().await, 1);
    scene.wait(DAY_MS);
    assert_eq!(scene.steps().await, 0, "a refusal for good is not tried again");
}

#[tokio::test]
async fn a_refusal_for_good_is_final() {
    trial::each(check_final).await;
}

async fn check_sweep(db: Db) {
    let scene = scene(db, None);
    for _ in 0..2 {
        work::schedule(&scene.db, NOW).await.unwrap();
    }
    let at = |name: &str, after| (name.to_owned(), after, 0);
    let scheduled = waiting(&scene.db).await;
    assert_eq!(scheduled, [at("certifiability", 0), at("sweep", 0)], "scheduled once");
    post(&scene.db, [a_mail(1)]).await;
    assert_eq!(scene.steps().await, 2, "the mail and the sweep, then the certifiability");
    let again = waiting(&scene.db).await;
    assert_eq!(again, [at("certifiability", TO_NIGHT_MS), at("sweep", DAY_MS)], "tomorrow again");
    scene.wait(31 * DAY_MS);
    assert_eq!(scene.steps().await, 2);
    let mut tx = scene.db.begin().await.unwrap();
    assert_eq!(outbox::sweep(&mut tx, i64::MAX, 9).await.unwrap(), 0, "the old mail is gone");
    assert_eq!(
        job::sweep(&mut tx, i64::MAX, 9).await.unwrap(),
        2,
        "of the two jobs that were done twice, one time is recent"
    );
}

#[tokio::test]
async fn what_is_over_is_removed_every_day() {
    trial::each(check_sweep).await;
}

async fn check_unknown(db: Db) {
    let scene = scene(db, None);
    let job = Job {
        id: JobId::new(NOW, 1),
        kind: "dance".to_owned(),
        payload: String::new(),
        run_at: NOW,
        tries: 0,
    };
    let mut tx = scene.db.begin().await.unwrap();
    job::enqueue(&mut tx, &job).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(scene.steps().await, 1);
    assert_eq!(
        waiting(&scene.db).await,
        [("dance".to_owned(), 10_000, 1)],
        "it waits for a program that knows it"
    );
}

#[tokio::test]
async fn a_job_of_a_newer_program_waits() {
    trial::each(check_unknown).await;
}

async fn check_run(db: Db) {
    let Scene { db, worker, folder, .. } = scene(db, None);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let working = tokio::spawn(worker.run(async move {
        stopped.await.unwrap();
    }));
    post(&db, [a_mail(1)]).await;
    let file = folder.path().join(format!("mails/{:019}.txt", a_mail(1).id.number()));
    while !file.exists() {
        assert!(!working.is_finished());
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    stop.send(()).unwrap();
    working.await.unwrap();
    post(&db, [a_mail(2)]).await;
    let mut tx = db.begin().await.unwrap();
    let left: Vec<MailId> =
        outbox::lease(&mut tx, i64::MAX - 1, i64::MAX, 9).await.unwrap().iter().map(|mail| mail.id).collect();
    assert_eq!(left, [a_mail(2).id], "the first was noted as sent before the worker stopped");
}

#[tokio::test]
async fn the_worker_finishes_what_it_does_and_stops() {
    trial::each(check_run).await;
}
