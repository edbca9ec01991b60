//! What the database keeps of a secret token: its SHA-256, never the token.

use sha2::{Digest, Sha256};

use crate::db::{Bind, Column, Value};

/// The SHA-256 of a token of 256 random bits (a session's cookie, a link in a mail).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// Hashes a token as its holder presents it.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    /// A short name that tells one token from another in a page, and opens nothing.
    #[must_use]
    pub fn mark(&self) -> String {
        Sha256::digest(self.0).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Bind for TokenHash {
    const NULL: Value = Value::Bytes(None);
    fn bind(self) -> Value {
        Value::Bytes(Some(self.0.to_vec()))
    }
}

impl Column for TokenHash {
    fn read(value: Value) -> Option<Self> {
        let bytes = Vec::<u8>::read(value)?;
        Some(Self(bytes.try_into().ok()?))
    }
}
