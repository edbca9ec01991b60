//! Whoever left school and takes their account back: the lines of class lists that tell who they are, and the account.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, LearnerId};

/// More lines than one person has in all schools; a list without a bound is a mistake.
const MOST: i64 = 100;

record! {
    /// A line of a class list, and the account that it is linked to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Line {
        /// Which line it is.
        id: LearnerId,
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
        /// The birth date, YYYY-MM-DD.
        birth_date: Option<String>,
        /// The national number.
        national_number: Option<String>,
        /// The name of the organisation whose list it is.
        school: String,
        /// Whether it is in the present list of a school that is not archived.
        active: bool,
        /// The account.
        account_id: Option<AccountId>,
        /// Whether that is a learner's.
        learner: bool,
        /// Its address.
        email: Option<String>,
        /// Its username.
        username: Option<String>,
    }
}

/// What makes somebody a pupil: a line `l` in the present list of a school `o` that is not archived.
macro_rules! active {
    () => {
        "l.deleted_at IS NULL AND l.disabled_at IS NULL AND o.archived_at IS NULL AND o.kind IN ('SCO', 'SCO-1D')
            AND l.key NOT LIKE 'account:%'"
    };
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT l.id, l.first_name, l.second_name, l.third_name, l.last_name, l.usual_name, l.birth_date,
                l.national_number, o.name AS school, ",
            active!(),
            " AS active, l.account_id, COALESCE(a.role = 'learner', FALSE) AS learner, a.email, a.username
            FROM learner l JOIN organisation o ON o.id = l.organisation_id
                LEFT JOIN account a ON a.id = l.account_id
            WHERE l.key NOT LIKE 'account:%' AND l.id IN (",
            $which,
            ") ORDER BY l.id LIMIT $2"
        )
    };
}

/// The lines with a national number, also those that left their list or were removed, and the others of their accounts;
/// the oldest first.
pub async fn of_number(on: impl Into<On<'_>>, number: &str) -> Result<Vec<Line>> {
    q(select!(
        "SELECT id FROM learner WHERE national_number = $1
            UNION ALL SELECT c.id FROM learner b JOIN learner c ON c.account_id = b.account_id
                WHERE b.national_number = $1 AND c.deleted_at IS NULL"
    ))
    .bind(number)
    .bind(MOST)
    .all(on)
    .await
}

/// The lines of an account, also those that left their list or were removed, and the others of their numbers; the oldest
/// first.
pub async fn of_account(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Line>> {
    q(select!(
        "SELECT id FROM learner WHERE account_id = $1 AND deleted_at IS NULL
            UNION ALL SELECT id FROM learner WHERE account_id = $1 AND deleted_at > 0
            UNION ALL SELECT c.id FROM learner b JOIN learner c ON c.national_number = b.national_number
                WHERE b.account_id = $1 AND b.deleted_at IS NULL"
    ))
    .bind(account)
    .bind(MOST)
    .all(on)
    .await
}

/// Gives an account back: an address that was just proved and a password of the owner's choice take the place of what
/// the school had given. Not when the account has an address by now, when the address is somebody's, or when the person
/// is a pupil again; tells whether it was done.
pub async fn recover(
    tx: &mut Tx,
    account: AccountId,
    (email, password_hash): (&str, &str),
    now: i64,
) -> Result<bool> {
    let changed = q(concat!(
        "UPDATE account SET email = $2, email_confirmed_at = $4, username = NULL, password_hash = $3,
            must_change_password = FALSE, failed_sign_ins = 0, blocked_until = NULL, active_at = $4
        WHERE id = $1 AND email IS NULL AND role = 'learner' AND anonymised_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM account n WHERE n.email = $2 OR n.username = $2)
            AND NOT EXISTS (SELECT 1 FROM learner l JOIN organisation o ON o.id = l.organisation_id
                WHERE l.account_id = $1 AND ",
        active!(),
        ")"
    ))
    .bind(account)
    .bind(email)
    .bind(password_hash)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}
