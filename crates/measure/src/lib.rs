//! The room that measures people: what an answer teaches about a learner, which question comes
//! next, and what all of it is worth.
//!
//! Everything here is arithmetic on values that are handed in. The room never reads a clock, draws
//! a random number, opens a file or talks to the database: instants are milliseconds given by the
//! caller, and chance is a seed given by the caller, so that the same inputs give the same measure
//! for ever.
//!
//! - [`ability`]: what answers say about a person's ability, and how surely.
//! - [`calibration`]: items, groups and abilities from answers.
//! - [`certification`]: the adaptive test that certifies.
//! - [`fit`]: whether items and persons behave as the model says.
//! - [`irt`]: items, banks and the model that the engines share.
//! - [`placement`]: competence tests and campaigns, pix and levels.
//! - [`reference`]: the adaptive certification of the reference platform, to compare with it.
//! - [`simulation`]: people who do not exist take the certification.
//! - [`study`]: a whole study of the engines, with its figures.

pub mod ability;
pub mod calibration;
pub mod certification;
pub mod fit;
pub mod irt;
pub mod placement;
pub mod reference;
pub mod simulation;
pub mod study;
