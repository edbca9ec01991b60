//! What a generator returned, as plain data, and the reading of it with messages that say where.

use std::collections::BTreeMap;
use std::fmt;

use rhai::{Array, Dynamic, ImmutableString, Map};

use crate::lang::Lang;
use crate::natives::decimal;

/// A value of a script, detached from the engine.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Nothing,
    Truth(bool),
    Whole(i64),
    Real(f64),
    Text(ImmutableString),
    List(Vec<Value>),
    Map(BTreeMap<ImmutableString, Value>),
    /// A function, a range or another thing that is no data; its type is kept for messages.
    Other(&'static str),
}

impl Value {
    /// Copies a script's value.
    pub fn from_script(value: Dynamic) -> Self {
        let value = value.flatten();
        if let Ok(whole) = value.as_int() {
            Self::Whole(whole)
        } else if value.is_string() {
            value.into_immutable_string().map_or(Self::Other("text"), Self::Text)
        } else if value.is_array() {
            let items = value.try_cast::<Array>().unwrap_or_default();
            Self::List(items.into_iter().map(Self::from_script).collect())
        } else if value.is_map() {
            Self::from_map(value.try_cast::<Map>().unwrap_or_default())
        } else if let Ok(real) = value.as_float() {
            Self::Real(real)
        } else if let Ok(truth) = value.as_bool() {
            Self::Truth(truth)
        } else if let Ok(letter) = value.as_char() {
            Self::Text(letter.to_string().into())
        } else if value.is_unit() {
            Self::Nothing
        } else {
            Self::Other("a function, a range or another thing that is no data")
        }
    }

    /// Copies a script's map.
    pub fn from_map(map: Map) -> Self {
        Self::Map(
            map.into_iter().map(|(key, value)| (key.as_str().into(), Self::from_script(value))).collect(),
        )
    }

    /// The value as a person reads it, if it is a text, a number or a truth.
    pub fn display(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.to_string()),
            Self::Whole(whole) => Some(whole.to_string()),
            Self::Real(real) => Some(decimal(lang, *real)),
            _ => None,
        }
    }

    /// What kind of value this is, for messages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Truth(_) => "true or false",
            Self::Whole(_) => "a whole number",
            Self::Real(_) => "a number with decimals",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
            Self::Other(kind) => kind,
        }
    }
}

/// Where a value stands in what the generator returned: `files[1].entries[0].path`.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Top,
    Key(&'a Self, &'a str),
    Index(&'a Self, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Top => f.write_str("the generator's map"),
            Place::Key(Place::Top, key) => f.write_str(key),
            Place::Key(above, key) => write!(f, "{above}.{key}"),
            Place::Index(above, index) => write!(f, "{above}[{index}]"),
        }
    }
}

/// A message about what the generator returned.
pub(crate) type Shape<T> = Result<T, String>;

/// A value with its place.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub value: &'a Value,
    pub place: Place<'a>,
}

impl<'a> At<'a> {
    pub const fn top(value: &'a Value) -> Self {
        Self { value, place: Place::Top }
    }

    /// The message that another kind of value was expected here.
    pub fn expected<T>(&self, what: &str) -> Shape<T> {
        let written = match self.value {
            Value::Text(text) => format!("the text {:?}", text.as_str()),
            Value::Whole(whole) => format!("the number {whole}"),
            other => other.kind().to_owned(),
        };
        Err(format!("{}: found {written}, expected {what}", self.place))
    }

    /// A key that may be missing.
    pub fn maybe<'b>(&'b self, key: &'b str) -> Option<At<'b>> {
        let Value::Map(map) = self.value else { return None };
        let value = map.get(key).filter(|value| **value != Value::Nothing)?;
        Some(At { value, place: Place::Key(&self.place, key) })
    }

    /// A key that must be there.
    pub fn key<'b>(&'b self, key: &'b str) -> Shape<At<'b>> {
        self.map()?;
        self.maybe(key).ok_or_else(|| format!("{}: the key {key:?} is missing", self.place))
    }

    pub fn map(&self) -> Shape<&'a BTreeMap<ImmutableString, Value>> {
        match self.value {
            Value::Map(map) => Ok(map),
            _ => self.expected("a map #{ … }"),
        }
    }

    /// Refuses keys that mean nothing here.
    pub fn only(&self, known: &[&str]) -> Shape<()> {
        match self.map()?.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(format!("{}: unknown key {key:?}, expected {}", self.place, known.join(", "))),
            None => Ok(()),
        }
    }

    /// Each entry of a map.
    pub fn entries<'b>(&'b self) -> Shape<impl Iterator<Item = (&'b str, At<'b>)>> {
        let place = &self.place;
        let map = self.map()?;
        Ok(map.iter().map(move |(key, value)| (key.as_str(), At { value, place: Place::Key(place, key) })))
    }

    /// Reads each element of a list.
    pub fn each<T>(&self, read: impl FnMut(At<'_>) -> Shape<T>) -> Shape<Vec<T>> {
        let Value::List(list) = self.value else { return self.expected("a list [ … ]") };
        let at = |(index, value)| At { value, place: Place::Index(&self.place, index) };
        list.iter().enumerate().map(at).map(read).collect()
    }

    /// Reads each element of a list, or the value itself where a single one is meant.
    pub fn each_or_one<T>(&self, mut read: impl FnMut(At<'_>) -> Shape<T>) -> Shape<Vec<T>> {
        if matches!(self.value, Value::List(_)) { self.each(read) } else { read(*self).map(|one| vec![one]) }
    }

    pub fn text(&self) -> Shape<String> {
        match self.value {
            Value::Text(text) => Ok(text.to_string()),
            _ => self.expected("a text"),
        }
    }

    /// A text or a number, shown in a language.
    pub fn shown(&self, lang: Lang) -> Shape<String> {
        self.value.display(lang).map_or_else(|| self.expected("a text or a number"), Ok)
    }

    pub fn texts(&self) -> Shape<Vec<String>> {
        self.each(|item| item.text())
    }

    pub fn truth(&self) -> Shape<bool> {
        match self.value {
            Value::Truth(truth) => Ok(*truth),
            _ => self.expected("true or false"),
        }
    }

    /// A whole number from `low` to `high`.
    pub fn whole(&self, low: i64, high: i64) -> Shape<i64> {
        match self.value {
            Value::Whole(whole) if (low..=high).contains(whole) => Ok(*whole),
            _ => self.expected(&format!("a whole number from {low} to {high}")),
        }
    }

    /// An optional text under a key.
    pub fn text_of(&self, key: &str) -> Shape<Option<String>> {
        self.maybe(key).map(|at| at.text()).transpose()
    }

    /// An optional truth under a key; false when missing.
    pub fn flag(&self, key: &str) -> Shape<bool> {
        self.maybe(key).map_or(Ok(false), |at| at.truth())
    }
}
