//! What travels between a statement and Rust: five kinds of values, each with its own NULL.
//!
//! NULL is typed because PostgreSQL wants to know the type of every parameter, even of an absent one.

use rusqlite::types::{ToSqlOutput, ValueRef};

/// A value bound to a statement or read from a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A BIGINT.
    Integer(Option<i64>),
    /// A DOUBLE PRECISION.
    Real(Option<f64>),
    /// A BOOLEAN.
    Truth(Option<bool>),
    /// A TEXT.
    Text(Option<String>),
    /// A BYTEA (BLOB on SQLite).
    Bytes(Option<Vec<u8>>),
}

impl Value {
    /// Tells whether the value is a NULL of any type.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(
            self,
            Self::Integer(None) | Self::Real(None) | Self::Truth(None) | Self::Text(None) | Self::Bytes(None)
        )
    }
}

/// What can be bound to a `$n`.
pub trait Bind {
    /// The NULL of this type.
    const NULL: Value;
    /// The value to send.
    fn bind(self) -> Value;
}

/// What can be read from a column.
pub trait Column: Sized {
    /// Reads the value, or gives `None` when it is of another type.
    fn read(value: Value) -> Option<Self>;
}

macro_rules! plain {
    ($($type:ty => $kind:ident),* $(,)?) => {$(
        impl Bind for $type {
            const NULL: Value = Value::$kind(None);
            fn bind(self) -> Value { Value::$kind(Some(self)) }
        }
    )*};
}
plain!(i64 => Integer, f64 => Real, bool => Truth, String => Text, Vec<u8> => Bytes);

impl Bind for &str {
    const NULL: Value = Value::Text(None);
    fn bind(self) -> Value {
        Value::Text(Some(self.to_owned()))
    }
}

impl Bind for &[u8] {
    const NULL: Value = Value::Bytes(None);
    fn bind(self) -> Value {
        Value::Bytes(Some(self.to_vec()))
    }
}

impl<T: Bind> Bind for Option<T> {
    const NULL: Value = T::NULL;
    fn bind(self) -> Value {
        self.map_or(T::NULL, T::bind)
    }
}

impl Column for i64 {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Integer(integer) => integer,
            Value::Truth(truth) => truth.map(Self::from),
            Value::Real(_) | Value::Text(_) | Value::Bytes(_) => None,
        }
    }
}

impl Column for bool {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Truth(truth) => truth,
            Value::Integer(integer) => integer.map(|integer| integer != 0),
            Value::Real(_) | Value::Text(_) | Value::Bytes(_) => None,
        }
    }
}

macro_rules! exact {
    ($($type:ty => $kind:ident),* $(,)?) => {$(
        impl Column for $type {
            fn read(value: Value) -> Option<Self> {
                if let Value::$kind(found) = value { found } else { None }
            }
        }
    )*};
}
exact!(f64 => Real, String => Text, Vec<u8> => Bytes);

impl<T: Column> Column for Option<T> {
    fn read(value: Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Integer(Some(integer)) => ValueRef::Integer(*integer),
            Self::Truth(Some(truth)) => ValueRef::Integer(i64::from(*truth)),
            Self::Real(Some(real)) => ValueRef::Real(*real),
            Self::Text(Some(text)) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(Some(bytes)) => ValueRef::Blob(bytes),
            _ => ValueRef::Null,
        }))
    }
}
