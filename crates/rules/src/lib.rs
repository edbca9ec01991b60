//! What may happen: accounts, attempts, the learner's state, results.
//!
//! Every function here is a decision: it is told what is known and returns an outcome or a refusal. It knows no
//! clock, no random source, no database and no page.

pub mod account;
pub mod allowance;
pub mod answer_text;
pub mod attempt;
pub mod erasure;
pub mod learner_state;
pub mod legal;
pub mod placement;
pub mod rebuild;
pub mod reset;
pub mod standing;
pub mod syllabus;
pub mod tallying;
pub mod temporary_password;
pub mod under_way;
pub mod verdict_number;
