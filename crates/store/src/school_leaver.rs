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
        /// Whether it was removed, and may still be put back.
        removed: bool,
        /// The account.
        account_id: Option<AccountId>,
        /// Whether that is a learner's.
        learner: bool,
        /// Its address.
        email: Option<String>,
        /// Its username.
        username: Option<String>,
        /// Whether it works in an organisation.
        working: bool,
    }
}

/// What makes somebody a pupil: a line `l` in the present list of a school `o` that is not archived.
macro_rules! active {
    () => {
        "l.deleted_at IS NULL AND l.disabled_at IS NULL AND o.archived_at IS NULL AND o.kind IN ('SCO', 'SCO-1D')
            AND l.key NOT LIKE 'account:%'"
    };
}

/// Whether an account works in an organisation.
macro_rules! working {
    ($account:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM membership m WHERE m.account_id = ",
            $account,
            " AND m.left_at IS NULL)"
        )
    };
}

/// The lines of some accounts, also those that left their list or were removed; those of whoever has the same numbers;
/// and more.
macro_rules! select {
    ($accounts:literal, $more:literal) => {
        concat!(
            "WITH own AS (SELECT id, national_number FROM learner WHERE account_id IN (",
            $accounts,
            ") AND deleted_at IS NULL
                UNION ALL SELECT id, national_number FROM learner WHERE account_id IN (",
            $accounts,
            ") AND deleted_at > 0)
            SELECT l.id, l.first_name, l.second_name, l.third_name, l.last_name, l.usual_name, l.birth_date,
                l.national_number, o.name AS school, ",
            active!(),
            " AS active, l.deleted_at IS NOT NULL AS removed, l.account_id,
                COALESCE(a.role = 'learner', FALSE) AS learner, a.email, a.username, ",
            working!("l.account_id"),
            " AS working
            FROM learner l JOIN organisation o ON o.id = l.organisation_id
                LEFT JOIN account a ON a.id = l.account_id
            WHERE l.key NOT LIKE 'account:%' AND l.id IN (SELECT id FROM own
                UNION ALL SELECT b.id FROM own JOIN learner b ON b.national_number = own.national_number",
            $more,
            ") ORDER BY l.id LIMIT $2"
        )
    };
}

/// The lines with a national number, those of their accounts, and the others with the numbers of these: whatever
/// [`of_account`] gives of each account is among them. The oldest come first.
pub async fn of_number(on: impl Into<On<'_>>, number: &str) -> Result<Vec<Line>> {
    q(select!(
        "SELECT account_id FROM learner WHERE national_number = $1",
        " UNION ALL SELECT id FROM learner WHERE national_number = $1"
    ))
    .bind(number)
    .bind(MOST)
    .all(on)
    .await
}

/// The lines of an account and the others with their numbers; the oldest come first.
pub async fn of_account(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Line>> {
    q(select!("$1", "")).bind(account).bind(MOST).all(on).await
}

/// Gives an account back: an address that was just proved and a password of the owner's choice take the place of what
/// the school had given. Not when the account has an address by now, when the address is somebody's, when the person works
/// in an organisation, or is a pupil again with this account; tells whether it was done. Whether another school has them in
/// its list is told by [`of_account`].
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
        ") AND NOT ",
        working!("$1")
    ))
    .bind(account)
    .bind(email)
    .bind(password_hash)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}
