//! The pieces every page is made of, one noun per file. They only draw what they are given.
//!
//! A piece with many options is a struct that renders itself inside `html!`; a piece with few is a function.

pub mod answer;
pub mod banner;
pub mod breadcrumb;
pub mod button;
pub mod card;
pub mod choice;
pub mod code;
pub mod compare;
pub mod competence;
pub mod confirm;
pub mod countdown;
pub mod domain;
pub mod download;
pub mod empty;
pub mod error_summary;
pub mod exhibit;
pub mod field;
pub mod filters;
pub mod focus_watch;
pub mod fold;
pub mod honeycomb;
pub mod icon;
pub mod meter;
pub mod order;
pub mod pagination;
pub mod password;
pub mod place_lots;
pub mod prose;
pub mod qr_code;
pub mod ring;
pub mod select;
pub mod sorting;
pub mod stats;
pub mod status;
pub mod tag;
pub mod thread;
pub mod toast;
pub mod tutorial;

#[cfg(test)]
mod tests;
