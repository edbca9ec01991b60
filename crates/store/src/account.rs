//! Accounts: who may sign in, and how often they failed to.

use crate::db::{Bind, Column, FromRow, On, Result, Row, Tx, Value, q, record};
use crate::id::AccountId;
use crate::token::TokenHash;

/// What an account may do in the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Somebody who takes tests.
    Learner,
    /// Somebody who follows learners.
    Teacher,
    /// Somebody who watches over exams.
    Invigilator,
    /// A member of the service's staff.
    Staff,
    /// Somebody who takes part in one campaign without an account of their own, for a few hours.
    Anonymous,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] =
        [Self::Learner, Self::Teacher, Self::Invigilator, Self::Staff, Self::Anonymous];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Teacher => "teacher",
            Self::Invigilator => "invigilator",
            Self::Staff => "staff",
            Self::Anonymous => "anonymous",
        }
    }
}

impl Bind for Role {
    const NULL: Value = Value::Text(None);
    fn bind(self) -> Value {
        self.name().bind()
    }
}

impl Column for Role {
    fn read(value: Value) -> Option<Self> {
        let name = String::read(value)?;
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// The instant of a block that time does not lift: choosing a new password does.
pub const FOR_EVER: i64 = i64::MAX;

record! {
    /// An account, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Account {
        /// Who it is, for the database.
        id: AccountId,
        /// The first name.
        first_name: String,
        /// The last name.
        last_name: String,
        /// The e-mail address, in lower case; absent for pupils who only have a username.
        email: Option<String>,
        /// The username, absent for those who sign in with an e-mail address.
        username: Option<String>,
        /// The password's hash, absent when the person signs in elsewhere.
        password_hash: Option<String>,
        /// The language of pages and mails.
        lang: String,
        /// What the account may do.
        role: Role,
        /// When it was made.
        created_at: i64,
        /// When its e-mail address was confirmed.
        email_confirmed_at: Option<i64>,
        /// Consecutive failed attempts to sign in.
        failed_sign_ins: i64,
        /// Until when it may not sign in; [`FOR_EVER`] when only a person can lift the block.
        blocked_until: Option<i64>,
        /// Whether somebody else chose the password: its owner chooses another before going on.
        must_change_password: bool,
        /// When it was last signed in to, or given a new password.
        active_at: Option<i64>,
    }
}

impl Account {
    /// A learner's account without a way to sign in: complete it with `..`.
    #[must_use]
    pub fn new(id: AccountId, first_name: &str, last_name: &str, now: i64) -> Self {
        Self {
            id,
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            email: None,
            username: None,
            password_hash: None,
            lang: "fr".to_owned(),
            role: Role::Learner,
            created_at: now,
            email_confirmed_at: None,
            failed_sign_ins: 0,
            blocked_until: None,
            must_change_password: false,
            active_at: Some(now),
        }
    }

    /// Whether it belongs to a pupil whose school made it: a username, and no address of one's own.
    #[must_use]
    pub fn is_of_school(&self) -> bool {
        self.username.is_some()
    }
}

/// Whether a row was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Creation {
    /// It was made.
    Created,
    /// Its e-mail address, its username or its id belongs to another one; nothing was changed.
    Taken,
}

impl Creation {
    pub(crate) fn of(changed: u64) -> Self {
        if changed == 0 { Self::Taken } else { Self::Created }
    }
}

macro_rules! columns {
    () => {
        "id, first_name, last_name, email, username, password_hash, lang, role, created_at, email_confirmed_at,
            failed_sign_ins, blocked_until, must_change_password, active_at"
    };
}

macro_rules! select {
    ($which:literal) => {
        concat!("SELECT ", columns!(), " FROM account ", $which)
    };
}

/// Makes an account, unless its e-mail address or its username is taken.
pub async fn create(tx: &mut Tx, account: &Account) -> Result<Creation> {
    sign_up(tx, account, None).await
}

/// Makes an account, unless its e-mail address or its username is taken or somebody is signed in with the token of the
/// browser it is made from: one is not two people at once.
pub async fn sign_up(tx: &mut Tx, account: &Account, browser: Option<TokenHash>) -> Result<Creation> {
    let changed =
        q("INSERT INTO account (id, first_name, last_name, email, username, password_hash, lang, role,
            created_at, email_confirmed_at, failed_sign_ins, blocked_until, must_change_password, active_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
            WHERE NOT EXISTS (SELECT 1 FROM session WHERE token_hash = $15 AND expires_at > $9)
        ON CONFLICT DO NOTHING")
        .bind(account.id)
        .bind(account.first_name.as_str())
        .bind(account.last_name.as_str())
        .bind(account.email.as_deref())
        .bind(account.username.as_deref())
        .bind(account.password_hash.as_deref())
        .bind(account.lang.as_str())
        .bind(account.role)
        .bind(account.created_at)
        .bind(account.email_confirmed_at)
        .bind(account.failed_sign_ins)
        .bind(account.blocked_until)
        .bind(account.must_change_password)
        .bind(account.active_at)
        .bind(browser)
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Makes a learner of whoever takes part without an account and is signed in at `account.created_at` with the token of
/// the browser: what they did stays theirs. Gives whose account it is; nothing when there is no such person, or the
/// address is somebody else's.
pub async fn settle(tx: &mut Tx, account: &Account, browser: TokenHash) -> Result<Option<AccountId>> {
    let settled: Option<Settled> = q("UPDATE account SET first_name = $3, last_name = $4, email = $5,
            password_hash = $6, lang = $7, role = $8, active_at = $2
        WHERE id = (SELECT s.account_id FROM session s WHERE s.token_hash = $1 AND s.expires_at > $2)
            AND role = $9 AND NOT EXISTS (SELECT 1 FROM account o WHERE o.email = $5 OR o.username = $5)
        RETURNING id")
    .bind(browser)
    .bind(account.created_at)
    .bind(account.first_name.as_str())
    .bind(account.last_name.as_str())
    .bind(account.email.as_deref())
    .bind(account.password_hash.as_deref())
    .bind(account.lang.as_str())
    .bind(account.role)
    .bind(Role::Anonymous)
    .one(tx)
    .await?;
    Ok(settled.map(|settled| settled.id))
}

record! {
    struct Settled {
        id: AccountId,
    }
}

/// The account that keeps somebody from signing up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTheWay {
    /// The account that has the address.
    pub account: Account,
    /// Whether somebody is signed in with the browser's token.
    pub signed_in: bool,
}

impl FromRow for InTheWay {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self { signed_in: row.take("signed_in")?, account: Account::from_row(row)? })
    }
}

/// Finds the account with an e-mail address (in lower case), and tells whether somebody with an account of their own is
/// signed in at `now` with the token of the browser.
pub async fn in_the_way(
    on: impl Into<On<'_>>,
    email: &str,
    browser: Option<TokenHash>,
    now: i64,
) -> Result<Option<InTheWay>> {
    q(concat!(
        "SELECT ",
        columns!(),
        ", EXISTS (SELECT 1 FROM session s JOIN account p ON p.id = s.account_id
            WHERE s.token_hash = $2 AND s.expires_at > $3 AND p.role <> $4) AS signed_in
        FROM account WHERE email = $1 OR username = $1"
    ))
    .bind(email)
    .bind(browser)
    .bind(now)
    .bind(Role::Anonymous)
    .one(on)
    .await
}

/// Finds the account that signs in with this e-mail address (in lower case) or username.
pub async fn by_email_or_username(on: impl Into<On<'_>>, login: &str) -> Result<Option<Account>> {
    q(select!("WHERE email = $1 OR username = $1")).bind(login).one(on).await
}

/// Finds an account by its id.
pub async fn by_id(on: impl Into<On<'_>>, id: AccountId) -> Result<Option<Account>> {
    q(select!("WHERE id = $1")).bind(id).one(on).await
}

record! {
    struct Failures {
        failed_sign_ins: i64,
    }
}

/// Counts one more failed attempt to sign in; gives how many there are in a row, or `None` for an unknown account.
pub async fn count_failure(tx: &mut Tx, id: AccountId) -> Result<Option<i64>> {
    let counted: Option<Failures> =
        q("UPDATE account SET failed_sign_ins = failed_sign_ins + 1 WHERE id = $1
        RETURNING failed_sign_ins")
        .bind(id)
        .one(tx)
        .await?;
    Ok(counted.map(|failures| failures.failed_sign_ins))
}

/// Forbids signing in until an instant, or [`FOR_EVER`].
pub async fn block(tx: &mut Tx, id: AccountId, until: i64) -> Result<()> {
    q("UPDATE account SET blocked_until = $2 WHERE id = $1").bind(id).bind(until).exec(tx).await?;
    Ok(())
}

/// Forgets the failed attempts and lifts the block after the right password at `now`, unless another attempt has
/// failed since `seen` of them were counted: whoever tries many passwords at once gains nothing by it. Tells whether
/// it was done.
pub async fn clear_failures(tx: &mut Tx, id: AccountId, seen: i64, now: i64) -> Result<bool> {
    let changed = q("UPDATE account SET failed_sign_ins = 0, blocked_until = NULL, active_at = $3
        WHERE id = $1 AND failed_sign_ins = $2")
    .bind(id)
    .bind(seen)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(changed > 0)
}

/// Replaces the password's hash by one of the owner's choice, and forgets the failures with the old one.
pub async fn set_password(tx: &mut Tx, id: AccountId, password_hash: &str, now: i64) -> Result<()> {
    q("UPDATE account SET password_hash = $2, must_change_password = FALSE, failed_sign_ins = 0,
            blocked_until = NULL, active_at = $3 WHERE id = $1")
    .bind(id)
    .bind(password_hash)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

/// Replaces the password's hash by one that somebody else chose: the owner will have to choose another.
pub async fn set_temporary_password(tx: &mut Tx, id: AccountId, password_hash: &str) -> Result<()> {
    q("UPDATE account SET password_hash = $2, must_change_password = TRUE, failed_sign_ins = 0,
            blocked_until = NULL WHERE id = $1")
    .bind(id)
    .bind(password_hash)
    .exec(tx)
    .await?;
    Ok(())
}

/// Notes that the person reads the mails sent to the account's address; the first instant stays.
pub async fn confirm_email(tx: &mut Tx, id: AccountId, now: i64) -> Result<()> {
    q("UPDATE account SET email_confirmed_at = $2 WHERE id = $1 AND email_confirmed_at IS NULL")
        .bind(id)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(())
}

/// Chooses the language of pages and mails.
pub async fn set_lang(tx: &mut Tx, id: AccountId, lang: &str) -> Result<()> {
    q("UPDATE account SET lang = $2 WHERE id = $1").bind(id).bind(lang).exec(tx).await?;
    Ok(())
}

/// Corrects the names.
pub async fn set_names(tx: &mut Tx, id: AccountId, first_name: &str, last_name: &str) -> Result<()> {
    q("UPDATE account SET first_name = $2, last_name = $3 WHERE id = $1")
        .bind(id)
        .bind(first_name)
        .bind(last_name)
        .exec(tx)
        .await?;
    Ok(())
}
