//! What is rationed: so much at once, then one after the other, counted once whoever asks and on whichever node.

use crate::trial::{self, NOW};
use crate::{Db, TokenHash, allowance};

const EVERY: i64 = 1000;
const AT_ONCE: i64 = 3;

async fn spend(db: &Db, bucket: &str, now: i64) -> bool {
    let mut tx = db.begin().await.unwrap();
    let bucket = TokenHash::of(bucket);
    let allowed = allowance::spend(&mut tx, bucket, now, EVERY, AT_ONCE * EVERY).await.unwrap();
    tx.commit().await.unwrap();
    allowed
}

#[tokio::test]
async fn so_many_at_once_then_one_by_one() {
    trial::each(async |db| {
        for (after, allowed) in [
            (0, true),
            (0, true),
            (0, true),
            (0, false),
            (999, false),
            (1000, true),
            (1000, false),
            (1999, false),
            (3000, true),
            (3000, true),
            (3000, false),
            (100_000, true),
            (100_000, true),
            (100_000, true),
            (100_000, false),
            // The clock was set back: nothing is held against anybody.
            (0, true),
            (0, true),
            (0, true),
            (0, false),
        ] {
            let asked = allowance::is_used_up(&db, TokenHash::of("one"), NOW + after, EVERY, AT_ONCE * EVERY);
            assert_eq!(asked.await.unwrap(), !allowed, "asked at {after}");
            assert_eq!(spend(&db, "one", NOW + after).await, allowed, "at {after}");
        }
        assert!(spend(&db, "another", NOW).await, "each bucket has its own");
    })
    .await;
}

#[tokio::test]
async fn what_is_given_back_can_be_used_again() {
    trial::each(async |db| {
        for _ in 0..AT_ONCE {
            assert!(spend(&db, "one", NOW).await);
        }
        let mut tx = db.begin().await.unwrap();
        allowance::give_back(&mut tx, TokenHash::of("one"), EVERY).await.unwrap();
        tx.commit().await.unwrap();
        assert!(spend(&db, "one", NOW).await);
        assert!(!spend(&db, "one", NOW).await);
    })
    .await;
}

#[tokio::test]
async fn many_at_the_same_moment_get_no_more() {
    trial::each(async |db| {
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let db = db.clone();
            asking.spawn(async move { spend(&db, "one", NOW).await });
        }
        let allowed = asking.join_all().await.into_iter().filter(|allowed| *allowed).count();
        assert_eq!(allowed, 3);
    })
    .await;
}

#[tokio::test]
async fn buckets_that_are_whole_again_are_removed() {
    trial::each(async |db| {
        for (bucket, at) in [("old", NOW), ("older", NOW - 5000), ("new", NOW + 5000)] {
            assert!(spend(&db, bucket, at).await);
        }
        let mut tx = db.begin().await.unwrap();
        assert_eq!(allowance::sweep(&mut tx, NOW + EVERY + 1, 1).await.unwrap(), 1, "at most so many");
        assert_eq!(allowance::sweep(&mut tx, NOW + EVERY + 1, 10).await.unwrap(), 1);
        assert_eq!(allowance::sweep(&mut tx, NOW + EVERY + 1, 10).await.unwrap(), 0);
        tx.commit().await.unwrap();
    })
    .await;
}
