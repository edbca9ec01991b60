//! Pages that every app shares.

pub mod components;
pub mod error;
