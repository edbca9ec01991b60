//! `GET /ready`: whether this node can serve now; a balancer sends nobody to a node that says no.

use axum::extract::State;
use axum::http::StatusCode;
use std::time::Duration;
use store::{migration, release};
use web::house::House;

/// A database that needs longer cannot serve people.
const PATIENCE: Duration = Duration::from_secs(1);

/// Tells whether the database answers, has our schema, and holds the bank that new attempts pin.
pub async fn show(State(house): State<House>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, hindrance(&house)).await {
        Ok(Ok(None)) => (StatusCode::OK, "ready"),
        Ok(Ok(Some(why))) => (StatusCode::SERVICE_UNAVAILABLE, why),
        Ok(Err(error)) if !error.is_passing() => {
            (StatusCode::SERVICE_UNAVAILABLE, "the database is not one of this program")
        }
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}

async fn hindrance(house: &House) -> store::Result<Option<&'static str>> {
    if !migration::is_complete(&house.db).await? {
        return Ok(Some("migrations are pending"));
    }
    let bank = house.bank.present().release.id();
    let kept = release::list(&house.db).await?.iter().any(|id| id == bank);
    Ok((!kept).then_some("the bank is not in the database"))
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that meets the unexpected fails")]
mod tests {
    use super::*;
    use crate::trial::house;
    use store::{Db, trial};

    async fn check(house: &House, status: StatusCode, body: &str) {
        assert_eq!(show(State(house.clone())).await, (status, body));
    }

    #[tokio::test]
    async fn ready_means_schema_and_bank() {
        trial::each(async |db| {
            let house = house(db, "http://pix.example");
            check(&house, StatusCode::SERVICE_UNAVAILABLE, "the bank is not in the database").await;
            let mut tx = house.db.begin().await.expect("a transaction");
            let id = house.bank.present().release.id();
            release::put(&mut tx, id, b"archive", trial::NOW).await.expect("a release");
            tx.commit().await.expect("kept");
            check(&house, StatusCode::OK, "ready").await;
            house.db.close().await;
            if !house.db.is_embedded() {
                check(&house, StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").await;
            }
        })
        .await;
    }

    #[tokio::test]
    async fn a_database_without_our_schema_is_not_ready() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("pix.db").display());
        let house = house(Db::open(&url).await.expect("a database"), "http://pix.example");
        check(&house, StatusCode::SERVICE_UNAVAILABLE, "the database is not one of this program").await;
    }
}
