//! Journeys: what people do from the first page to the last, in a real Chromium, against the real program.
//!
//! Each journey has its own program, database and browser. [`visitor`] is a person at the keyboard and mouse,
//! [`backstage`] is the only thing that knows right answers: it reads the database and draws the same questions.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails"
)]

mod accessibility;
mod answering;
mod back_button;
mod backstage;
mod browser;
mod every_page;
mod every_question;
mod every_tool_page;
mod focus_question;
mod keyboard;
mod keyboard_alone;
mod mini_web;
mod newcomer;
mod picture_choice;
mod pictures;
mod pupil;
#[path = "../site/mod.rs"]
mod site;
mod statistics;
mod teacher;
mod timed_question;
mod visitor;
mod without_javascript;
