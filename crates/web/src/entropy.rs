//! The program's only source of chance, given to whoever needs it: ids, secret tokens, seeds of attempts.

/// Gives random bytes of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entropy;

/// The operating system gives no random bytes: nothing secret can be made.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the system gives no random bytes; nothing was changed; try again in a moment")]
pub struct NoEntropy;

impl Entropy {
    /// A number of 64 random bits.
    ///
    /// # Errors
    /// [`NoEntropy`].
    pub fn number(self) -> Result<u64, NoEntropy> {
        self.bytes::<8>().map(u64::from_le_bytes)
    }

    /// A secret token of 256 bits, as text that fits in a cookie or a link.
    ///
    /// # Errors
    /// [`NoEntropy`].
    pub fn token(self) -> Result<String, NoEntropy> {
        self.bytes::<32>().map(|bytes| data_encoding::BASE64URL_NOPAD.encode(&bytes))
    }

    fn bytes<const N: usize>(self) -> Result<[u8; N], NoEntropy> {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).map_err(|_| NoEntropy)?;
        Ok(bytes)
    }
}
