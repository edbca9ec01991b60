//! Rows and the records read from them.

use std::sync::Arc;

use super::error::{Error, Result};
use super::value::{Column, Value};

/// One row of an answer; each column can be taken once.
#[derive(Debug)]
pub struct Row {
    names: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    pub(crate) fn new(names: Arc<[String]>, values: Vec<Value>) -> Self {
        Self { names, values }
    }

    /// Takes the value of a column out of the row.
    pub fn take<T: Column>(&mut self, column: &str) -> Result<T> {
        self.names
            .iter()
            .position(|name| name == column)
            .and_then(|place| self.values.get_mut(place))
            .and_then(|value| T::read(std::mem::replace(value, Value::Integer(None))))
            .ok_or_else(|| Error::Column(column.to_owned()))
    }
}

/// What can be read from a row, by the names of its columns.
pub trait FromRow: Sized {
    /// Reads one record.
    fn from_row(row: &mut Row) -> Result<Self>;
}

impl FromRow for Row {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self { names: row.names.clone(), values: std::mem::take(&mut row.values) })
    }
}

/// Declares a struct of public fields, read from the columns of the same names.
macro_rules! record {
    ($(#[$about:meta])* $sight:vis struct $name:ident { $($(#[$doc:meta])* $field:ident : $type:ty),* $(,)? }) => {
        $(#[$about])*
        $sight struct $name { $($(#[$doc])* pub $field: $type),* }

        impl $crate::db::FromRow for $name {
            fn from_row(row: &mut $crate::db::Row) -> $crate::db::Result<Self> {
                Ok(Self { $($field: row.take(stringify!($field))?),* })
            }
        }
    };
}
pub(crate) use record;
