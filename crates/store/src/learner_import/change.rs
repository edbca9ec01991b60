//! What an import changes, line by line.

use crate::db::{Bind, Column, Error, On, Result, Tx, Value, q, record};
use crate::id::{ImportId, OrganisationId};

/// Lines that are noted by one statement.
pub const PORTION: usize = 500;

/// What happens to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody new.
    Added,
    /// Something of a known line changes.
    Changed,
    /// The class changes.
    Moved,
    /// The person was disabled and is there again.
    Back,
    /// The person is there no more.
    Disabled,
    /// The file has the person, who is not imported.
    Skipped,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Moved, Self::Changed, Self::Back, Self::Disabled, Self::Skipped];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Back => "back",
            Self::Disabled => "disabled",
            Self::Skipped => "skipped",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Bind for Kind {
    const NULL: Value = Value::Text(None);
    fn bind(self) -> Value {
        self.name().bind()
    }
}

impl Column for Kind {
    fn read(value: Value) -> Option<Self> {
        Self::named(&String::read(value)?)
    }
}

/// Notes what an import changes: a JSON list of objects with the columns of the table, at most [`PORTION`] of them.
pub async fn note(tx: &mut Tx, import: ImportId, lines: &str) -> Result<()> {
    q("INSERT INTO learner_change (import_id, position, kind, learner_id, line, name, division, why, before, after)
        SELECT $1, CAST({json v.value} ->> 'position' AS BIGINT), {json v.value} ->> 'kind',
            CAST({json v.value} ->> 'learner' AS BIGINT), CAST({json v.value} ->> 'line' AS BIGINT),
            {json v.value} ->> 'name', {json v.value} ->> 'division', {json v.value} ->> 'why',
            CAST({json v.value} -> 'before' AS TEXT), CAST({json v.value} -> 'after' AS TEXT)
        FROM {each text $2} v")
    .bind(import)
    .bind(lines)
    .exec(tx)
    .await?;
    Ok(())
}

record! {
    /// A line of the preview.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Change {
        /// What happens.
        kind: Kind,
        /// The line of the file.
        line: Option<i64>,
        /// Whom it is about.
        name: String,
        /// The class, after it.
        division: Option<String>,
        /// The class, before it.
        division_before: Option<String>,
        /// Why a line is skipped, or which fields change, between spaces.
        why: String,
    }
}

/// Lists what an import changes, in the order of the file, of one kind or of all, at most `limit` after `skipped` others.
pub async fn changes(
    on: impl Into<On<'_>>,
    import: ImportId,
    kind: Option<Kind>,
    (skipped, limit): (i64, i64),
) -> Result<Vec<Change>> {
    q("SELECT kind, line, name, division, {json before} ->> 'division' AS division_before, why FROM learner_change
        WHERE import_id = $1 AND ($2 = '' OR kind = $2) ORDER BY position LIMIT $3 OFFSET $4")
    .bind(import)
    .bind(kind.map_or("", Kind::name))
    .bind(limit)
    .bind(skipped)
    .all(on)
    .await
}

/// Adds whoever is new, linked to the account that the same pupil has at another school: the national number and the birth
/// date are the same, and lead to one account only. So a pupil who changes schools keeps it, and the new school helps with
/// it. Somebody whose key came into the list meanwhile is there already.
pub(super) async fn add(
    tx: &mut Tx,
    organisation: OrganisationId,
    import: ImportId,
    now: i64,
) -> Result<u64> {
    let added = q("INSERT INTO learner (organisation_id, id, key, sought, created_at, updated_at, first_name, second_name,
            third_name, last_name, usual_name, birth_date, sex, birth_city_code, birth_city, birth_department,
            birth_country, national_number, student_number, email, division, level, mef, status, department, team,
            diploma, scheme, further, account_id)
        SELECT $1, c.learner_id, {json c.after} ->> 'key', {json c.after} ->> 'sought', $3, $3,
            COALESCE({json c.after} ->> 'first_name', ''), {json c.after} ->> 'second_name',
            {json c.after} ->> 'third_name', COALESCE({json c.after} ->> 'last_name', ''),
            {json c.after} ->> 'usual_name', {json c.after} ->> 'birth_date', {json c.after} ->> 'sex',
            {json c.after} ->> 'birth_city_code', {json c.after} ->> 'birth_city',
            {json c.after} ->> 'birth_department', {json c.after} ->> 'birth_country',
            {json c.after} ->> 'national_number', {json c.after} ->> 'student_number', {json c.after} ->> 'email',
            {json c.after} ->> 'division', {json c.after} ->> 'level', {json c.after} ->> 'mef',
            {json c.after} ->> 'status', {json c.after} ->> 'department', {json c.after} ->> 'team',
            {json c.after} ->> 'diploma', {json c.after} ->> 'scheme', {json c.after} ->> 'further', k.account_id
        FROM learner_change c LEFT JOIN (
            SELECT f.account_id, MIN(f.learner_id) AS learner_id FROM (
                SELECT n.learner_id, MIN(o.account_id) AS account_id FROM learner_change n
                    JOIN learner o ON o.national_number = {json n.after} ->> 'national_number'
                        AND o.birth_date = {json n.after} ->> 'birth_date'
                        AND o.organisation_id <> $1 AND o.deleted_at IS NULL
                    JOIN account a ON a.id = o.account_id AND a.role = 'learner' AND a.anonymised_at IS NULL
                WHERE n.import_id = $2 AND n.kind = $4
                GROUP BY n.learner_id HAVING MIN(o.account_id) = MAX(o.account_id)) f
            WHERE NOT EXISTS (SELECT 1 FROM learner h
                WHERE h.organisation_id = $1 AND h.account_id = f.account_id AND h.deleted_at IS NULL)
            GROUP BY f.account_id HAVING COUNT(*) = 1) k ON k.learner_id = c.learner_id
        WHERE c.import_id = $2 AND c.kind = $4
        ON CONFLICT (organisation_id, key) WHERE deleted_at IS NULL DO NOTHING")
    .bind(organisation)
    .bind(import)
    .bind(now)
    .bind(Kind::Added)
    .exec(tx)
    .await;
    match added {
        // Somebody joined the list by themselves at the same instant: another try sees it.
        Err(Error::Unique(_)) => Err(Error::Busy),
        added => added,
    }
}

/// What both ways have in common: a known line becomes what the JSON of a column says.
macro_rules! rewritten {
    ($column:literal, $disabled:literal, $which:literal) => {
        concat!(
            "UPDATE learner SET first_name = COALESCE({json c.",
            $column,
            "} ->> 'first_name', ''),
                last_name = COALESCE({json c.",
            $column,
            "} ->> 'last_name', ''),
                sought = COALESCE({json c.",
            $column,
            "} ->> 'sought', ''),
                second_name = {json c.",
            $column,
            "} ->> 'second_name',
                third_name = {json c.",
            $column,
            "} ->> 'third_name',
                usual_name = {json c.",
            $column,
            "} ->> 'usual_name',
                birth_date = {json c.",
            $column,
            "} ->> 'birth_date',
                sex = {json c.",
            $column,
            "} ->> 'sex',
                birth_city_code = {json c.",
            $column,
            "} ->> 'birth_city_code',
                birth_city = {json c.",
            $column,
            "} ->> 'birth_city',
                birth_department = {json c.",
            $column,
            "} ->> 'birth_department',
                birth_country = {json c.",
            $column,
            "} ->> 'birth_country',
                national_number = {json c.",
            $column,
            "} ->> 'national_number',
                student_number = {json c.",
            $column,
            "} ->> 'student_number',
                email = {json c.",
            $column,
            "} ->> 'email',
                division = {json c.",
            $column,
            "} ->> 'division',
                level = {json c.",
            $column,
            "} ->> 'level',
                mef = {json c.",
            $column,
            "} ->> 'mef',
                status = {json c.",
            $column,
            "} ->> 'status',
                department = {json c.",
            $column,
            "} ->> 'department',
                team = {json c.",
            $column,
            "} ->> 'team',
                diploma = {json c.",
            $column,
            "} ->> 'diploma',
                scheme = {json c.",
            $column,
            "} ->> 'scheme',
                further = {json c.",
            $column,
            "} ->> 'further',
                updated_at = $3, disabled_at = ",
            $disabled,
            " FROM learner_change c
            WHERE learner.organisation_id = $1 AND c.import_id = $2 AND learner.id = c.learner_id
                AND learner.key = {json c.",
            $column,
            "} ->> 'key' AND learner.deleted_at IS NULL AND ",
            $which
        )
    };
}

/// Changes the known lines as the file says. One whose person left meanwhile has lost its key, and stays empty.
pub(super) async fn rewrite(
    tx: &mut Tx,
    organisation: OrganisationId,
    import: ImportId,
    now: i64,
) -> Result<u64> {
    q(rewritten!("after", "CASE WHEN c.kind = $4 THEN $3 END", "c.kind NOT IN ($5, $6)"))
        .bind(organisation)
        .bind(import)
        .bind(now)
        .bind(Kind::Disabled)
        .bind(Kind::Added)
        .bind(Kind::Skipped)
        .exec(tx)
        .await
}

/// Removes whoever was added and neither changed nor took part in anything since.
pub(super) async fn take_back(tx: &mut Tx, organisation: OrganisationId, import: ImportId) -> Result<u64> {
    q("DELETE FROM learner WHERE organisation_id = $1 AND id IN (
            SELECT c.learner_id FROM learner_change c WHERE c.import_id = $2 AND c.kind = $3)
        AND NOT EXISTS (SELECT 1 FROM participation p WHERE p.learner_id = learner.id)
        AND updated_at = (SELECT applied_at FROM learner_import WHERE organisation_id = $1 AND id = $2)")
    .bind(organisation)
    .bind(import)
    .bind(Kind::Added)
    .exec(tx)
    .await
}

/// Gives the known lines back what they said, where nothing changed since.
pub(super) async fn restore(
    tx: &mut Tx,
    organisation: OrganisationId,
    import: ImportId,
    now: i64,
) -> Result<u64> {
    q(rewritten!(
        "before",
        "CAST({json c.before} ->> 'disabled_at' AS BIGINT)",
        "c.kind NOT IN ($4, $5) AND learner.updated_at
            = (SELECT applied_at FROM learner_import WHERE organisation_id = $1 AND id = $2)"
    ))
    .bind(organisation)
    .bind(import)
    .bind(now)
    .bind(Kind::Added)
    .bind(Kind::Skipped)
    .exec(tx)
    .await
}

/// Removes at most `limit` lines of imports that were applied, or given up, before an instant.
pub(super) async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM learner_change WHERE (import_id, position) IN (
            SELECT c.import_id, c.position FROM learner_change c JOIN learner_import i ON i.id = c.import_id
            WHERE COALESCE(i.applied_at, i.created_at) <= $1 ORDER BY c.import_id, c.position LIMIT $2)")
    .bind(before)
    .bind(limit)
    .exec(tx)
    .await
}
