//! Many writers together: who succeeded is on disk, whole; who failed, left or was cut leaves nothing.

use std::future::Future;
use std::task::Poll;

use crate::db::{Error, Result, q, record};
use crate::trial::{self, Trial};
use crate::{Db, Tx};

const WRITERS: i64 = 64;
const ROUNDS: i64 = 8;

record! {
    struct Half {
        writer: i64,
        half: i64,
    }
}

pub(super) async fn table(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    tx.script("CREATE TABLE mark (writer BIGINT NOT NULL, half BIGINT NOT NULL, PRIMARY KEY (writer, half))")
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

pub(super) async fn mark(tx: &mut Tx, writer: i64, half: i64) -> Result<u64> {
    q("INSERT INTO mark (writer, half) VALUES ($1, $2)").bind(writer).bind(half).exec(tx).await
}

pub(super) async fn marks(db: &Db) -> Vec<(i64, i64)> {
    let halves: Vec<Half> = q("SELECT writer, half FROM mark ORDER BY writer, half").all(db).await.unwrap();
    halves.into_iter().map(|half| (half.writer, half.half)).collect()
}

/// Lets the other tasks of this thread run until they all wait.
pub(super) async fn let_others_run() {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
}

async fn write(db: &Db, writer: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    mark(&mut tx, writer, 1).await?;
    mark(&mut tx, writer, 2).await?;
    tx.commit().await
}

async fn leave(db: &Db, writer: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    mark(&mut tx, writer, 1).await?;
    drop(tx);
    Err(Error::Aborted)
}

async fn fail(db: &Db, writer: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    mark(&mut tx, writer, 1).await?;
    let refused = mark(&mut tx, writer, 1).await;
    assert!(matches!(refused, Err(Error::Unique(_))));
    assert_eq!(mark(&mut tx, writer, 2).await, Err(Error::Aborted));
    assert_eq!(tx.commit().await, Err(Error::Aborted));
    Err(Error::Aborted)
}

/// Polls a writer a few times, then drops it wherever it is: in line, at the desk, or waiting for the common commit.
async fn cut(db: &Db, writer: i64) -> Option<Result<()>> {
    let mut work = Box::pin(write(db, writer));
    let mut left = writer % 5;
    std::future::poll_fn(|context| {
        if let Poll::Ready(outcome) = work.as_mut().poll(context) {
            return Poll::Ready(Some(outcome));
        }
        left -= 1;
        if left < 0 {
            return Poll::Ready(None);
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

/// What a writer knows of its work: whether it is there.
async fn one_writer(db: Db, writer: i64) -> (i64, Option<bool>) {
    let known = match writer % 4 {
        0 | 1 => Some(write(&db, writer).await.is_ok()),
        2 if writer % 8 == 2 => Some(leave(&db, writer).await.is_ok()),
        2 => Some(fail(&db, writer).await.is_ok()),
        _ => cut(&db, writer).await.map(|outcome| outcome.is_ok()),
    };
    (writer, known)
}

async fn crowd(db: &Db) -> Vec<(i64, Option<bool>)> {
    table(db).await;
    let mut tasks = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let db = db.clone();
        tasks.spawn(async move {
            let mut known = Vec::new();
            for round in 0..ROUNDS {
                known.push(one_writer(db.clone(), round * WRITERS + writer).await);
            }
            known
        });
    }
    tasks.join_all().await.into_iter().flatten().collect()
}

async fn check_crowd(db: Db) {
    let known = crowd(&db).await;
    let there = marks(&db).await;
    let is_there = |writer: i64| match (there.contains(&(writer, 1)), there.contains(&(writer, 2))) {
        (true, true) => true,
        (false, false) => false,
        halves => panic!("half of {writer}'s work is there: {halves:?}"),
    };
    for &(writer, success) in &known {
        let found = is_there(writer);
        assert!(success.is_none_or(|success| success == found), "writer {writer}: {success:?} but {found}");
        if writer % 4 < 2 {
            assert_eq!(success, Some(true), "an undisturbed writer succeeds");
        }
    }
    assert!(known.iter().any(|(_, success)| success.is_none()), "some writers were cut");
    assert_eq!(known.len(), usize::try_from(WRITERS * ROUNDS).unwrap());
    write(&db, -1).await.unwrap();
    assert!(marks(&db).await.contains(&(-1, 2)), "the database still writes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn success_is_there_and_nothing_else_is() {
    trial::each(check_crowd).await;
}

#[tokio::test]
async fn success_is_there_on_one_thread_too() {
    trial::each(check_crowd).await;
}

async fn check_sharing() {
    let trial = Trial::sqlite().await;
    table(&trial.db).await;
    let before = trial.db.commits();
    let mut tasks = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let db = trial.db.clone();
        tasks.spawn(async move { write(&db, writer).await });
    }
    assert!(tasks.join_all().await.iter().all(Result::is_ok));
    let commits = trial.db.commits() - before;
    assert!((1..WRITERS.cast_unsigned()).contains(&commits), "{commits} commits for {WRITERS} writers");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_share_commits() {
    check_sharing().await;
}

#[tokio::test]
async fn writers_of_one_thread_share_commits() {
    check_sharing().await;
}

#[tokio::test]
async fn a_writer_alone_commits_at_once() {
    let trial = Trial::sqlite().await;
    table(&trial.db).await;
    let before = trial.db.commits();
    for writer in 0..5 {
        write(&trial.db, writer).await.unwrap();
    }
    assert_eq!(trial.db.commits() - before, 5);
}

#[tokio::test]
async fn a_batch_is_bounded() {
    let trial = Trial::sqlite().await;
    table(&trial.db).await;
    let before = trial.db.commits();
    let writers = (0..300).map(|writer| {
        let db = trial.db.clone();
        tokio::spawn(async move { write(&db, writer).await })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap().unwrap();
    }
    assert!(trial.db.commits() - before >= 3, "300 writers need three batches of 128");
}
