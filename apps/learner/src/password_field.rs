//! What is said of a new password that is refused.

use rules::account::Refusal;
use web::Words;

/// The sentence for a refused password.
pub fn sentence(words: Words, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => words.say("password-error-empty"),
        Refusal::TooLong => words.say("password-error-long"),
        Refusal::CommonPassword => words.say("password-error-common"),
        Refusal::WeakPassword | Refusal::NotAnAddress => words.say("password-error-weak"),
    }
}
