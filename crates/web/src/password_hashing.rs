//! Passwords are hashed with argon2id (19 MiB, 2 passes, 1 lane: OWASP's first choice), on blocking threads, a few
//! at a time: forty sign-ins in the same second queue here instead of slowing down those who answer questions.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;

/// Checked against when the account does not exist, so that both refusals take the same time.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash_now("nobody has this password").ok());

/// More people than this do not wait for their turn: whoever comes then is asked to come back.
const WAITING_ROOM: usize = 256;

/// Why a password was neither hashed nor checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashingFailed {
    /// The machine lacks memory, or the program is stopping.
    #[error("the password could not be hashed; nothing was changed; try again in a moment")]
    Broken,
    /// Too many wait already: one more would wait too long, and ten thousand would take all the memory.
    #[error("too many passwords wait to be checked; nothing was changed; try again in a moment")]
    Crowded,
}

/// Hashes and checks passwords, a bounded number at a time.
#[derive(Debug, Clone)]
pub struct PasswordHashing {
    places: Arc<Semaphore>,
    room: Arc<Semaphore>,
}

impl PasswordHashing {
    /// Allows `at_once` hashings at the same time.
    #[must_use]
    pub fn new(at_once: usize) -> Self {
        Self::with_room(at_once, WAITING_ROOM)
    }

    /// Allows `at_once` hashings at the same time, and so many people to wait for one.
    #[must_use]
    pub fn with_room(at_once: usize, waiting: usize) -> Self {
        let room = Semaphore::new(at_once + waiting);
        Self { places: Arc::new(Semaphore::new(at_once)), room: Arc::new(room) }
    }

    /// Hashes a password with a new random salt, as a PHC string.
    ///
    /// # Errors
    /// [`HashingFailed`].
    pub async fn hash(&self, password: &str) -> Result<String, HashingFailed> {
        let password = password.to_owned();
        self.blocking(move || hash_now(&password)).await?
    }

    /// Tells whether a password is the one of a PHC string; without a string, takes the same time and says no.
    ///
    /// # Errors
    /// [`HashingFailed`].
    pub async fn matches(&self, password: &str, phc: Option<String>) -> Result<bool, HashingFailed> {
        let password = password.to_owned();
        self.blocking(move || {
            let known = phc.is_some();
            let Some(phc) = phc.or_else(|| NOBODY.clone()) else { return false };
            let Ok(hash) = PasswordHash::new(&phc) else { return false };
            Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && known
        })
        .await
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let seat = Arc::clone(&self.room).try_acquire_owned().map_err(|_| HashingFailed::Crowded)?;
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| HashingFailed::Broken)?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop((place, seat));
            done
        })
        .await
        .map_err(|_| HashingFailed::Broken)
    }
}

fn hash_now(password: &str) -> Result<String, HashingFailed> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|_| HashingFailed::Broken)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_only() {
        let hashing = PasswordHashing::new(2);
        let phc = hashing.hash("Tournesol9").await.expect("hashes");
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        for (password, phc, expected) in [
            ("Tournesol9", Some(phc.clone()), true),
            ("tournesol9", Some(phc), false),
            ("nobody has this password", None, false),
            ("Tournesol9", Some("not a hash".to_owned()), false),
        ] {
            assert_eq!(hashing.matches(password, phc).await.expect("checks"), expected, "{password}");
        }
    }

    #[tokio::test]
    async fn whoever_finds_the_room_full_is_told_at_once() {
        let hashing = PasswordHashing::with_room(1, 1);
        let [one, two, three] = ["a", "b", "c"].map(|password| hashing.matches(password, None));
        let (one, two, three) = tokio::join!(one, two, three);
        assert_eq!((one, two, three), (Ok(false), Ok(false), Err(HashingFailed::Crowded)));
        assert_eq!(hashing.matches("d", None).await, Ok(false), "later there is room again");
    }
}
