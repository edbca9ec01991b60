//! The functions of Rust that generators may call, beside the library written in their own language.

mod dates;
mod source;
mod text;

pub(crate) use dates::date_text;
pub(crate) use text::{decimal, unaccented};

use std::sync::Arc;

use rhai::{Dynamic, Engine, EvalAltResult, Position};

use crate::lang::Lang;
use crate::lists::Lists;

/// What a native function answers when its arguments make no sense: the script stops with this message.
type Answer<T> = Result<T, Box<EvalAltResult>>;

/// Adds every native function to an engine.
pub(crate) fn register(engine: &mut Engine, lists: &Arc<Lists>) {
    source::register(engine, lists);
    text::register(engine);
    dates::register(engine);
}

/// A call that makes no sense, told apart from a `throw` of the script, which means "draw again".
#[derive(Clone, Debug)]
pub(crate) struct Misuse(pub String);

/// An error of a script; unlike a `throw`, it is never retried.
fn wrong(message: impl Into<String>) -> Box<EvalAltResult> {
    EvalAltResult::ErrorRuntime(Dynamic::from(Misuse(message.into())), Position::NONE).into()
}

/// The language a script passes on.
fn language(code: &str) -> Answer<Lang> {
    Lang::parse(code).ok_or_else(|| wrong(format!("{code:?} is no language: expected \"fr\" or \"en\"")))
}
