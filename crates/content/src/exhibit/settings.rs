//! Settings: rows that hold a value or a switch.

use super::reading::{filled, list, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// Rows of settings under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingGroup {
    /// What they are about.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Setting>,
}

/// A row of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What is set.
    pub label: String,
    /// How it is set.
    pub state: State,
}

/// How something is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A value.
    Value(String),
    /// A switch, on or off.
    Switch(bool),
}

const GROUPS: usize = 8;
const ROWS: usize = 12;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Vec<SettingGroup>> {
    at.only(&["kind", "title", "groups"])?;
    list(at.key("groups")?, GROUPS, |group| {
        group.only(&["heading", "rows"])?;
        Ok(SettingGroup {
            heading: prose(group.key("heading")?, lang)?,
            rows: rows(group.key("rows")?, lang)?,
        })
    })
}

/// Rows, also those of a phone.
pub(super) fn rows(at: At<'_>, lang: Lang) -> Shape<Vec<Setting>> {
    list(at, ROWS, |row| {
        row.only(&["label", "value", "on"])?;
        let state = match (row.maybe("value"), row.maybe("on")) {
            (Some(value), None) => State::Value(filled(value, lang)?),
            (None, Some(on)) => State::Switch(on.truth()?),
            _ => return row.expected("either value: \"…\" or on: true or false"),
        };
        Ok(Setting { label: prose(row.key("label")?, lang)?, state })
    })
}

pub(crate) fn lines(groups: &[SettingGroup]) -> Vec<String> {
    let one = |group: &SettingGroup| {
        let heading = format!("# {}", group.heading);
        std::iter::once(heading).chain(group.rows.iter().map(Setting::line)).collect::<Vec<_>>()
    };
    groups.iter().flat_map(one).collect()
}

impl Setting {
    pub(super) fn line(&self) -> String {
        match &self.state {
            State::Value(value) => format!("{}: {value}", self.label),
            State::Switch(on) => format!("[{}] {}", if *on { "on" } else { "off" }, self.label),
        }
    }
}
