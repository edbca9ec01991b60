//! The few words on which the engines differ, written `{so}` in our SQL and replaced before a statement is prepared.
//!
//! | Written | SQLite | PostgreSQL |
//! |---|---|---|
//! | `$2` | `?2`: to SQLite `$2` is a name, numbered by its first appearance | `$2` |
//! | `IN {each $1}` | the integers of the JSON list `$1` | the same |
//! | `IN {each text $1}` | the texts of the JSON list `$1` | the same |
//! | `{json a}` | the text `a`, to be read by `->>` | the same, as `jsonb` |
//! | `{skip locked}` | nothing: one writer | `FOR UPDATE SKIP LOCKED` |
//! | `{clustered}` (schema) | `WITHOUT ROWID` | nothing |
//! | `BYTEA` (schema) | `BLOB` | `BYTEA` |

use std::borrow::Cow;

/// Whose words to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Lite,
    Postgres,
}

impl Dialect {
    /// Gives the text of a statement for this engine.
    pub(crate) fn statement(self, sql: &'static str) -> Cow<'static, str> {
        let sql = match self {
            Self::Lite => sql.replace('$', "?").replace("{skip locked}", ""),
            Self::Postgres if !sql.contains('{') => return Cow::Borrowed(sql),
            Self::Postgres => sql.replace("{skip locked}", "FOR UPDATE SKIP LOCKED"),
        };
        Cow::Owned(self.documents(&self.lists(&sql)))
    }

    fn documents(self, sql: &str) -> String {
        let mut parts = sql.split("{json ");
        let mut done = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (text, rest) = part.split_once('}').unwrap_or((part, ""));
            done.push_str(&match self {
                Self::Lite => text.to_owned(),
                Self::Postgres => format!("CAST({text} AS jsonb)"),
            });
            done.push_str(rest);
        }
        done
    }

    /// Gives the text of a migration for this engine.
    pub(crate) fn schema(self, sql: &str) -> String {
        match self {
            Self::Lite => sql.replace("{clustered}", "WITHOUT ROWID").replace("BYTEA", "BLOB"),
            Self::Postgres => sql.replace("{clustered}", ""),
        }
    }

    fn lists(self, sql: &str) -> String {
        let mut parts = sql.split("{each ");
        let mut done = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (inside, rest) = part.split_once('}').unwrap_or((part, ""));
            let (kind, place) =
                inside.strip_prefix("text ").map_or(("BIGINT", inside), |place| ("TEXT", place));
            done.push_str(&match self {
                Self::Lite => format!("(SELECT value FROM json_each({place}))"),
                Self::Postgres => {
                    format!(
                        "(SELECT CAST(value AS {kind}) FROM json_array_elements_text(CAST({place} AS json)))"
                    )
                }
            });
            done.push_str(rest);
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use super::Dialect::{Lite, Postgres};

    #[test]
    fn words_are_replaced() {
        let ours = "DELETE FROM t WHERE a IN {each $1} AND b IN {each text $2} {skip locked}";
        assert_eq!(
            Lite.statement(ours),
            "DELETE FROM t WHERE a IN (SELECT value FROM json_each(?1)) AND b IN (SELECT value FROM json_each(?2)) "
        );
        let theirs = Postgres.statement(ours);
        assert!(
            theirs.contains("CAST(value AS BIGINT) FROM json_array_elements_text(CAST($1 AS json))"),
            "{theirs}"
        );
        assert!(theirs.ends_with(
            "CAST(value AS TEXT) FROM json_array_elements_text(CAST($2 AS json))) FOR UPDATE SKIP LOCKED"
        ));
        let document = "SELECT {json c.after} ->> 'name' FROM c";
        assert_eq!(Lite.statement(document), "SELECT c.after ->> 'name' FROM c");
        assert_eq!(Postgres.statement(document), "SELECT CAST(c.after AS jsonb) ->> 'name' FROM c");
        assert_eq!(Lite.schema("(b BYTEA) {clustered};"), "(b BLOB) WITHOUT ROWID;");
        assert_eq!(Postgres.schema("(b BYTEA) {clustered};"), "(b BYTEA) ;");
    }
}
