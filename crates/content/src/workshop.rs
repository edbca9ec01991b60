//! The script engine: what generators may do, how long, and with which library.

use std::sync::Arc;

use rhai::{AST, CallFnOptions, Dynamic, Engine, EvalAltResult, Map, ParseError, Position, Scope};

use crate::lang::Lang;
use crate::library::Library;
use crate::lists::Lists;
use crate::natives::{self, Misuse};
use crate::problem::Problem;
use crate::random::Random;
use crate::source::Source;

/// A generator is stopped after this many operations.
const MAX_OPERATIONS: u64 = 200_000;
const MAX_CALL_LEVELS: usize = 24;
const MAX_TEXT: usize = 200_000;
const MAX_LIST: usize = 10_000;
const MAX_MAP: usize = 500;

/// One engine for all families, and the library of which each script gets the files it needs.
pub(crate) struct Workshop {
    engine: Engine,
    library: Library,
}

/// Why one run of a script gave nothing.
#[derive(Debug)]
pub(crate) enum RunError {
    /// The script threw: this draw is degenerate, draw again.
    Refused { why: String, line: usize },
    /// The script is wrong or exceeded its limits. The line is that of the call in the family.
    Broken { message: String, line: usize },
}

impl Workshop {
    /// Prepares the engine and compiles the library.
    pub fn open(source: &Source) -> (Self, Vec<Problem>) {
        let (lists, mut problems) = Lists::read(source);
        let engine = engine(&Arc::new(lists));
        let mut library = Library::default();
        for (path, bytes) in source.iter() {
            if !(path.starts_with("library/") && path.ends_with(".rhai")) {
                continue;
            }
            let text = String::from_utf8_lossy(bytes);
            match engine.compile(&text) {
                Ok(ast) => library.add(&ast, &text),
                Err(error) => problems.push(Problem::new(path, line(error.position()), told(&error))),
            }
        }
        (Self { engine, library }, problems)
    }

    /// Compiles a generator together with what it needs of the library; the error has the line inside the script.
    pub fn compile(&self, script: &str) -> Result<AST, (usize, String)> {
        let ast = self.engine.compile(script).map_err(|error| {
            let position = error.position();
            (line(position), reserved(script, position).unwrap_or_else(|| told(&error)))
        })?;
        let generate =
            |function: rhai::ScriptFnMetadata<'_>| function.name == "generate" && function.params.len() == 2;
        if !ast.iter_functions().any(generate) {
            return Err((1, "the generator must define fn generate(r, lang)".to_owned()));
        }
        Ok(self.library.needed_by(script).merge(&ast.clone_functions_only()))
    }

    /// Runs `generate(r, lang)` once.
    pub fn run(&self, script: &AST, random: &Random, lang: Lang) -> Result<Map, RunError> {
        let options = CallFnOptions::new().eval_ast(false);
        let arguments = (random.clone(), lang.code());
        let mut scope = Scope::new();
        self.engine
            .call_fn_with_options::<Dynamic>(options, &mut scope, script, "generate", arguments)
            .map_err(|error| run_error(&error))
            .and_then(|value| {
                let kind = value.type_name();
                value.try_cast::<Map>().ok_or_else(|| RunError::Broken {
                    message: format!("generate returned {kind}, expected a map #{{ … }}"),
                    line: 1,
                })
            })
    }
}

/// An engine that can compute and nothing else.
fn engine(lists: &Arc<Lists>) -> Engine {
    let mut engine = Engine::new();
    engine.set_max_operations(MAX_OPERATIONS);
    engine.set_max_call_levels(MAX_CALL_LEVELS);
    engine.set_max_string_size(MAX_TEXT);
    engine.set_max_array_size(MAX_LIST);
    engine.set_max_map_size(MAX_MAP);
    engine.set_max_expr_depths(64, 48);
    // A generator runs for a moment: keeping its texts for a next time costs more than it saves.
    engine.set_max_strings_interned(0);
    engine.set_strict_variables(true);
    for forbidden in ["eval", "print", "debug", "sleep"] {
        engine.disable_symbol(forbidden);
    }
    engine.on_print(|_| {}).on_debug(|_, _, _| {});
    natives::register(&mut engine, lists);
    engine
}

/// Tells a throw from a fault, with the outermost line known: that of the family rather than the library.
fn run_error(error: &EvalAltResult) -> RunError {
    let at = outermost(error);
    match error.unwrap_inner() {
        EvalAltResult::ErrorRuntime(value, _) => match value.clone().try_cast::<Misuse>() {
            Some(Misuse(message)) => RunError::Broken { message, line: at },
            None => RunError::Refused { why: value.to_string(), line: at },
        },
        EvalAltResult::ErrorDataRace(..) => RunError::Broken {
            message:
                "a closure uses the variable its own list function is called on; put what it needs into \
                      another variable first"
                    .to_owned(),
            line: at,
        },
        inner => {
            let mut inner = inner.to_string();
            if let Some(end) = inner.rfind(" (line ") {
                inner.truncate(end);
            }
            RunError::Broken { message: inner, line: at }
        }
    }
}

/// The first line met from the outside in.
fn outermost(error: &EvalAltResult) -> usize {
    match (error, error.position().line()) {
        (_, Some(line)) => line,
        (EvalAltResult::ErrorInFunctionCall(_, _, inner, _), None) => outermost(inner),
        (_, None) => 1,
    }
}

fn line(position: Position) -> usize {
    position.line().unwrap_or(1)
}

/// Says why a key of a map cannot be read when it is a word of the language, such as `break` or `in`.
fn reserved(script: &str, position: Position) -> Option<String> {
    let line = script.lines().nth(position.line()?.checked_sub(1)?)?;
    let rest: String = line.chars().skip(position.position()?.checked_sub(1)?).collect();
    let end = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_'))?;
    let (word, after) = rest.split_at_checked(end)?;
    let key = !word.is_empty() && after.trim_start().starts_with(':');
    key.then(|| {
        format!(
            "{word} is a word of the scripts' language: as a key, write it \"{word}\" between quotation marks"
        )
    })
}

/// A parse error without its position, which the problem carries already.
fn told(error: &ParseError) -> String {
    error.err_type().to_string()
}
