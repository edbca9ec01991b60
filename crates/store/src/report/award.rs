//! What a target profile promises: its name, its stages and its badges, in one statement.

use crate::db::{FromRow, On, Result, Row, q};
use crate::id::TargetProfileId;

/// A stage, as teachers read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The mastery from which it is reached, in percent.
    pub threshold: i64,
    /// Its title.
    pub title: String,
}

/// A badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
}

/// What a target profile promises.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Awards {
    /// The profile's name.
    pub profile: String,
    /// The stages, the lowest first.
    pub stages: Vec<Stage>,
    /// The badges, by title.
    pub badges: Vec<Badge>,
}

/// One row: `profile`, `stage` or `badge`.
struct Line {
    kind: String,
    word: String,
    title: String,
    threshold: i64,
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self {
            kind: row.take("kind")?,
            word: row.take("word")?,
            title: row.take("title")?,
            threshold: row.take("threshold")?,
        })
    }
}

/// Reads what a target profile promises; nothing of a campaign without one.
pub async fn of_profile(on: impl Into<On<'_>>, profile: Option<TargetProfileId>) -> Result<Awards> {
    let Some(profile) = profile else { return Ok(Awards::default()) };
    let lines: Vec<Line> = q("SELECT 'profile' AS kind, '' AS word, name AS title, CAST(0 AS BIGINT) AS threshold
            FROM target_profile WHERE id = $1
        UNION ALL SELECT 'stage', '', CASE WHEN teacher_title = '' THEN title ELSE teacher_title END, threshold
            FROM stage WHERE target_profile_id = $1
        UNION ALL SELECT 'badge', key, title, CAST(0 AS BIGINT) FROM badge WHERE target_profile_id = $1
        ORDER BY 4, 3, 2")
    .bind(profile)
    .all(on)
    .await?;
    let mut awards = Awards::default();
    for Line { kind, word, title, threshold } in lines {
        match kind.as_str() {
            "stage" => awards.stages.push(Stage { threshold, title }),
            "badge" => awards.badges.push(Badge { key: word, title }),
            _ => awards.profile = title,
        }
    }
    Ok(awards)
}
