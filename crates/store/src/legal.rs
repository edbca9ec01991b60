//! Which version of which legal document a person accepted, and when.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;

/// The terms of use, by their name in the database.
pub const TERMS: &str = "terms";
/// The page on personal data: "accepted" means that the news of its change was seen.
pub const PRIVACY: &str = "privacy";

/// A version of a legal document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document<'a> {
    /// Which document: [`TERMS`] or [`PRIVACY`].
    pub name: &'a str,
    /// Its version, as the document itself says.
    pub version: &'a str,
}

/// The versions that hold today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// The version of the terms of use, which a person must accept.
    pub terms: String,
    /// The version of the page on personal data, of which a person is told.
    pub privacy: String,
}

impl InForce {
    /// The terms of use in force.
    #[must_use]
    pub fn terms(&self) -> Document<'_> {
        Document { name: TERMS, version: &self.terms }
    }

    /// The page on personal data in force.
    #[must_use]
    pub fn privacy(&self) -> Document<'_> {
        Document { name: PRIVACY, version: &self.privacy }
    }
}

record! {
    /// That a person accepted a version of a document.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Acceptance {
        /// Which document.
        document: String,
        /// Which version of it.
        version: String,
        /// When.
        accepted_at: i64,
    }
}

/// Notes an acceptance; the first instant stays.
pub async fn accept(tx: &mut Tx, account: AccountId, document: Document<'_>, now: i64) -> Result<()> {
    q("INSERT INTO legal_acceptance (account_id, document, version, accepted_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING")
    .bind(account)
    .bind(document.name)
    .bind(document.version)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

/// Notes that everything in force was accepted, as when an account is made.
pub async fn accept_all(tx: &mut Tx, account: AccountId, in_force: &InForce, now: i64) -> Result<()> {
    let (terms, privacy) = (in_force.terms(), in_force.privacy());
    q("INSERT INTO legal_acceptance (account_id, document, version, accepted_at)
        VALUES ($1, $3, $4, $2), ($1, $5, $6, $2) ON CONFLICT DO NOTHING")
    .bind(account)
    .bind(now)
    .bind(terms.name)
    .bind(terms.version)
    .bind(privacy.name)
    .bind(privacy.version)
    .exec(tx)
    .await?;
    Ok(())
}

/// Lists what a person accepted, the newest first (at most 100).
pub async fn acceptances(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Acceptance>> {
    q("SELECT document, version, accepted_at FROM legal_acceptance
        WHERE account_id = $1 ORDER BY accepted_at DESC, document, version LIMIT 100")
    .bind(account)
    .all(on)
    .await
}
