//! Learners of an organisation: its class list, and who came by a code. An account is linked once the person has joined.

use crate::account::Creation;
use crate::db::{Error, On, Result, Tx, q, record};
use crate::id::{AccountId, LearnerId, OrganisationId};

/// More people than share a birth date in one school; a list without a bound is a mistake.
pub const MOST_OF_A_DAY: i64 = 500;

record! {
    /// One line of the list, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Learner {
        /// Whose list it is.
        organisation_id: OrganisationId,
        /// Which line it is.
        id: LearnerId,
        /// What tells the line from the others: `ine:…`, `number:…`, `account:…`.
        key: String,
        /// The account of the person, once they have joined.
        account_id: Option<AccountId>,
        /// The first name.
        first_name: String,
        /// The second first name.
        second_name: Option<String>,
        /// The third first name.
        third_name: Option<String>,
        /// The family name.
        last_name: String,
        /// The name used every day.
        usual_name: Option<String>,
        /// The names as they are searched for: without accents and capitals.
        sought: String,
        /// The birth date, YYYY-MM-DD.
        birth_date: Option<String>,
        /// M or F.
        sex: Option<String>,
        /// The INSEE code of the town of birth.
        birth_city_code: Option<String>,
        /// The town of birth.
        birth_city: Option<String>,
        /// The department of birth.
        birth_department: Option<String>,
        /// The country of birth.
        birth_country: Option<String>,
        /// The national number (INE).
        national_number: Option<String>,
        /// The student number.
        student_number: Option<String>,
        /// The e-mail address of the list.
        email: Option<String>,
        /// The class of a school, the group of a university.
        division: Option<String>,
        /// The level of the class.
        level: Option<String>,
        /// The code of the training (MEF).
        mef: Option<String>,
        /// ST or AP.
        status: Option<String>,
        /// The department of a university.
        department: Option<String>,
        /// The teaching team.
        team: Option<String>,
        /// The diploma.
        diploma: Option<String>,
        /// The study scheme.
        scheme: Option<String>,
        /// Further columns of the file, as a JSON object.
        further: Option<String>,
        /// When the line was made.
        created_at: i64,
        /// When it was changed last.
        updated_at: i64,
        /// Since when it is in the newest list no more.
        disabled_at: Option<i64>,
        /// Whether the person may be certified, as far as is known.
        certifiable: Option<bool>,
        /// When that was found.
        certifiable_at: Option<i64>,
    }
}

impl Learner {
    /// A line with a name and nothing else: complete it with `..`.
    #[must_use]
    pub fn new(
        organisation: OrganisationId,
        id: LearnerId,
        (first_name, last_name): (&str, &str),
        now: i64,
    ) -> Self {
        Self {
            organisation_id: organisation,
            id,
            key: format!("learner:{id}"),
            account_id: None,
            first_name: first_name.to_owned(),
            second_name: None,
            third_name: None,
            last_name: last_name.to_owned(),
            usual_name: None,
            sought: String::new(),
            birth_date: None,
            sex: None,
            birth_city_code: None,
            birth_city: None,
            birth_department: None,
            birth_country: None,
            national_number: None,
            student_number: None,
            email: None,
            division: None,
            level: None,
            mef: None,
            status: None,
            department: None,
            team: None,
            diploma: None,
            scheme: None,
            further: None,
            created_at: now,
            updated_at: now,
            disabled_at: None,
            certifiable: None,
            certifiable_at: None,
        }
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT organisation_id, id, key, account_id, first_name, second_name, third_name, last_name, usual_name,
                sought, birth_date, sex, birth_city_code, birth_city, birth_department, birth_country,
                national_number, student_number, email, division, level, mef, status, department, team, diploma,
                scheme, further, created_at, updated_at, disabled_at, certifiable, certifiable_at FROM learner ",
            $which
        )
    };
}

/// Adds a line; `Taken` when its id, its key, or its account is in the list already.
pub async fn add(tx: &mut Tx, learner: &Learner) -> Result<Creation> {
    let changed = q("INSERT INTO learner (organisation_id, id, key, account_id, first_name, second_name, third_name,
            last_name, usual_name, sought, birth_date, sex, birth_city_code, birth_city, birth_department,
            birth_country, national_number, student_number, email, division, level, mef, status, department, team,
            diploma, scheme, further, created_at, updated_at, disabled_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
            $22, $23, $24, $25, $26, $27, $28, $29, $30, $31) ON CONFLICT DO NOTHING")
    .bind(learner.organisation_id)
    .bind(learner.id)
    .bind(learner.key.as_str())
    .bind(learner.account_id)
    .bind(learner.first_name.as_str())
    .bind(learner.second_name.as_deref())
    .bind(learner.third_name.as_deref())
    .bind(learner.last_name.as_str())
    .bind(learner.usual_name.as_deref())
    .bind(learner.sought.as_str())
    .bind(learner.birth_date.as_deref())
    .bind(learner.sex.as_deref())
    .bind(learner.birth_city_code.as_deref())
    .bind(learner.birth_city.as_deref())
    .bind(learner.birth_department.as_deref())
    .bind(learner.birth_country.as_deref())
    .bind(learner.national_number.as_deref())
    .bind(learner.student_number.as_deref())
    .bind(learner.email.as_deref())
    .bind(learner.division.as_deref())
    .bind(learner.level.as_deref())
    .bind(learner.mef.as_deref())
    .bind(learner.status.as_deref())
    .bind(learner.department.as_deref())
    .bind(learner.team.as_deref())
    .bind(learner.diploma.as_deref())
    .bind(learner.scheme.as_deref())
    .bind(learner.further.as_deref())
    .bind(learner.created_at)
    .bind(learner.updated_at)
    .bind(learner.disabled_at)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// The line of an account in an organisation's list.
pub async fn of_account(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Option<Learner>> {
    q(select!("WHERE organisation_id = $1 AND account_id = $2 AND deleted_at IS NULL"))
        .bind(organisation)
        .bind(account)
        .one(on)
        .await
}

/// The lines of an account in every list, those that were disabled included, the oldest first; a hundred at most.
pub async fn everywhere(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Learner>> {
    q(select!("WHERE account_id = $1 AND deleted_at IS NULL ORDER BY id LIMIT $2"))
        .bind(account)
        .bind(MOST_LINKED)
        .all(on)
        .await
}

/// The active lines with a birth date, for somebody who says who they are; at most [`MOST_OF_A_DAY`].
pub async fn born_on(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    birth_date: &str,
) -> Result<Vec<Learner>> {
    q(select!(
        "WHERE organisation_id = $1 AND birth_date = $2 AND disabled_at IS NULL AND deleted_at IS NULL
            ORDER BY id LIMIT $3"
    ))
    .bind(organisation)
    .bind(birth_date)
    .bind(MOST_OF_A_DAY)
    .all(on)
    .await
}

/// Links a line to an account, unless one of both is linked already; tells whether it was linked: where not, the
/// transaction is dropped. What a night found of another account is forgotten.
pub async fn link(
    tx: &mut Tx,
    organisation: OrganisationId,
    learner: LearnerId,
    account: AccountId,
    now: i64,
) -> Result<bool> {
    let changed =
        q("UPDATE learner SET account_id = $3, updated_at = $4, certifiable = NULL, certifiable_at = NULL
        WHERE organisation_id = $1 AND id = $2 AND account_id IS NULL AND deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM learner o
                WHERE o.organisation_id = $1 AND o.account_id = $3 AND o.deleted_at IS NULL)")
        .bind(organisation)
        .bind(learner)
        .bind(account)
        .bind(now)
        .exec(tx)
        .await;
    match changed {
        // Another transaction gave this account another line at the same instant, and was faster.
        Err(Error::Unique(_)) => Ok(false),
        changed => Ok(changed? == 1),
    }
}

record! {
    /// A line that has an account, and how that account is signed in to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Linked {
        /// Whose list it is.
        organisation_id: OrganisationId,
        /// Which line it is.
        id: LearnerId,
        /// The account.
        account_id: AccountId,
        /// The national number (INE).
        national_number: Option<String>,
        /// The birth date, YYYY-MM-DD.
        birth_date: Option<String>,
        /// The account's address.
        email: Option<String>,
        /// The account's username.
        username: Option<String>,
    }
}

/// More lines than one person has in all organisations; a list without a bound is a mistake.
const MOST_LINKED: i64 = 100;

/// The linked lines, in any organisation, of an account, if there is one yet, and of the pupil of a line: those of the
/// line itself, and of its national number.
pub async fn linked(
    on: impl Into<On<'_>>,
    account: Option<AccountId>,
    line: &Learner,
) -> Result<Vec<Linked>> {
    q("SELECT l.organisation_id, l.id, l.account_id, l.national_number, l.birth_date, a.email, a.username
        FROM learner l JOIN account a ON a.id = l.account_id
        WHERE l.deleted_at IS NULL AND l.id IN (
            SELECT id FROM learner WHERE account_id = $1 AND deleted_at IS NULL
            UNION ALL SELECT id FROM learner WHERE id = $2
            UNION ALL SELECT id FROM learner WHERE national_number = $3)
        ORDER BY l.id LIMIT $4")
    .bind(account)
    .bind(line.id)
    .bind(line.national_number.as_deref())
    .bind(MOST_LINKED)
    .all(on)
    .await
}

/// Forgets at most `limit` lines that left the list before an instant; gives how many. What was sent stays.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM learner WHERE id IN (SELECT id FROM learner WHERE disabled_at < $1 ORDER BY disabled_at LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
