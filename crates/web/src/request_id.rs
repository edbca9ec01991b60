//! The id of a request: in the log, in a header of the reply and on the error page, so that one can be found from the
//! other.

/// Forty random bits, shown as ten digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(u64);

impl RequestId {
    /// Makes an id of random bits.
    #[must_use]
    pub const fn of(chance: u64) -> Self {
        Self(chance >> 24)
    }
}

impl std::fmt::Display for RequestId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:010x}", self.0)
    }
}
