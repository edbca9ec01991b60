//! Releases of the bank: immutable archives, kept as long as an attempt pins them.

use crate::db::{On, Result, Tx, q, record};

record! {
    struct Archive {
        archive: Vec<u8>,
    }
}

record! {
    struct Name {
        id: String,
    }
}

/// Keeps a release; one that is there already stays as it is (its id is the hash of its files).
pub async fn put(tx: &mut Tx, id: &str, archive: &[u8], now: i64) -> Result<()> {
    q("INSERT INTO release (id, archive, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(archive)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(())
}

/// Reads a release's archive.
pub async fn find(on: impl Into<On<'_>>, id: &str) -> Result<Option<Vec<u8>>> {
    let found: Option<Archive> = q("SELECT archive FROM release WHERE id = $1").bind(id).one(on).await?;
    Ok(found.map(|release| release.archive))
}

/// Lists the ids of the releases kept, the newest first (at most 1,000).
pub async fn list(on: impl Into<On<'_>>) -> Result<Vec<String>> {
    let names: Vec<Name> =
        q("SELECT id FROM release ORDER BY created_at DESC, id LIMIT 1000").all(on).await?;
    Ok(names.into_iter().map(|name| name.id).collect())
}
