//! Every kind of job. A kind has a name that stays, and may run twice with the same effect as once.

use std::time::Duration;

use store::job::{self, Job};
use store::learner_removal::PUT_BACK_WITHIN_MS;
use store::{
    Db, Error, JobId, Result, allowance, data_export, email_change, invitation, learner_removal, mail_link,
    membership, outbox, problem_report, session,
};

use crate::certifiability::{self, Certifier};
use crate::worker::Clock;
use crate::{backoff, learner_import};

/// How long a job may take: then it is stopped, and tried again later.
const DEADLINE: Duration = Duration::from_secs(5 * 60);
const DAY_MS: i64 = 24 * 3_600_000;
/// How long what is over is kept: long enough to answer a question about it.
const KEPT_MS: i64 = 30 * DAY_MS;
/// How long problems told about questions are kept: a school year, and the time to correct what they tell.
const REPORTS_KEPT_MS: i64 = 400 * DAY_MS;
/// How long it is known who was invited and who left: a year, so that a team remembers the last school year.
const TEAMS_KEPT_MS: i64 = 365 * DAY_MS;
/// How long whoever is on a list no more is remembered: three years, so that a pupil who comes back finds everything.
const LEAVERS_KEPT_MS: i64 = 3 * 365 * DAY_MS;
/// Rows removed per transaction, so that nobody waits long.
const PORTION: i64 = 500;

/// The kinds of jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Every day, removes what is over: sessions, links, mails, counts, jobs, reports, imports, invitations and
    /// memberships.
    Sweep,
    /// Reads a file of learners.
    LearnerImport,
    /// Every night, finds out who may be certified.
    Certifiability,
}

impl Kind {
    /// Every kind.
    const ALL: [Self; 3] = [Self::Sweep, Self::LearnerImport, Self::Certifiability];

    /// The name in the queue.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sweep => "sweep",
            Self::LearnerImport => store::learner_import::JOB,
            Self::Certifiability => "certifiability",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Queues the jobs that repeat themselves, unless they wait already; to call when the program starts.
pub async fn schedule(db: &Db, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    job::enqueue(&mut tx, &sweep_at(JobId::new(now, 0), now)).await?;
    job::enqueue(&mut tx, &certifiability::from_the_beginning(JobId::new(now, 1), now)).await?;
    tx.commit().await
}

/// Runs the next job that is due; tells whether there was one.
pub(crate) async fn run_next(db: &Db, clock: &Clock, certifier: &Certifier) -> Result<bool> {
    let Some(job) = take(db, clock()).await? else { return Ok(false) };
    let ran = tokio::time::timeout(DEADLINE, run(db, &job, clock, certifier)).await;
    let why = match ran {
        Ok(Ok(())) => return Ok(true),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "its deadline has passed".to_owned(),
    };
    tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, why, "a job waits for another try");
    let mut tx = db.begin().await?;
    job::failed(&mut tx, &job, &why, clock() + backoff::pause(job.tries)).await?;
    tx.commit().await?;
    Ok(true)
}

async fn take(db: &Db, now: i64) -> Result<Option<Job>> {
    let deadline = i64::try_from(DEADLINE.as_millis()).unwrap_or(i64::MAX - now);
    let mut tx = db.begin().await?;
    let job = job::lease(&mut tx, now, now + deadline, 1).await?.pop();
    tx.commit().await?;
    Ok(job)
}

async fn run(db: &Db, job: &Job, clock: &Clock, certifier: &Certifier) -> Result<()> {
    match Kind::of(&job.kind) {
        Some(Kind::Sweep) => sweep(db, job, clock()).await,
        Some(Kind::LearnerImport) => learner_import::run(db, job, clock).await,
        Some(Kind::Certifiability) => certifiability::run(db, job, clock, certifier).await,
        // A newer program may have queued it: it waits for that program.
        None => Err(Error::Other("this program does not know this kind of job".to_owned())),
    }
}

async fn sweep(db: &Db, job: &Job, now: i64) -> Result<()> {
    while portion(db, now).await? {}
    let mut tx = db.begin().await?;
    if job::done(&mut tx, job, now).await? {
        let next = JobId::new(now + DAY_MS, job.id.number().cast_unsigned());
        job::enqueue(&mut tx, &sweep_at(next, now + DAY_MS)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Removes a portion of everything; tells whether there may be more.
async fn portion(db: &Db, now: i64) -> Result<bool> {
    let old = now - KEPT_MS;
    let mut tx = db.begin().await?;
    let removed = [
        session::sweep(&mut tx, now, PORTION).await?,
        mail_link::sweep(&mut tx, old, PORTION).await?,
        email_change::sweep(&mut tx, now, PORTION).await?,
        allowance::sweep(&mut tx, now, PORTION).await?,
        data_export::sweep(&mut tx, now - DAY_MS, PORTION).await?,
        outbox::sweep(&mut tx, old, PORTION).await?,
        job::sweep(&mut tx, old, PORTION).await?,
        problem_report::sweep(&mut tx, now - REPORTS_KEPT_MS, PORTION).await?,
        store::learner_import::sweep(&mut tx, now, PORTION).await?,
        store::learner::sweep(&mut tx, now - LEAVERS_KEPT_MS, PORTION).await?,
        learner_removal::sweep(&mut tx, now - PUT_BACK_WITHIN_MS, PORTION).await?,
        invitation::sweep(&mut tx, now - TEAMS_KEPT_MS, PORTION).await?,
        membership::sweep(&mut tx, now - TEAMS_KEPT_MS, PORTION).await?,
    ];
    tx.commit().await?;
    Ok(removed.contains(&PORTION.cast_unsigned()))
}

fn sweep_at(id: JobId, run_at: i64) -> Job {
    Job { id, kind: Kind::Sweep.name().to_owned(), payload: String::new(), run_at, tries: 0 }
}
