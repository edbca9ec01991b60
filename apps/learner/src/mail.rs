//! Mails of this app: written to the outbox in the same transaction as what they tell, some with a single-use link.

use store::account::{Account, Creation};
use store::mail_link::MailLink;
use store::outbox::Mail;
use store::{AccountId, MailId, TokenHash, Tx, mail_link, outbox};
use web::Words;
use web::house::House;
use web::lang;
use web::refusal::Refusal;
use web::visit::leading_to;
use web::words::{Value, key};

const HOUR_MS: i64 = 3600 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// A person gets at most one mail with a link of a purpose in this time.
pub const PAUSE_MS: i64 = 60 * 1000;

/// What a single-use link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To confirm the address; valid for three days.
    EmailConfirmation,
    /// To choose a new password; valid for one day.
    PasswordReset,
    /// To choose one's own password after signing in with a temporary one; never mailed, valid for one hour.
    PasswordChoice,
    /// To say where the mail of an account found after school goes; never mailed, valid for one hour.
    SchoolLeaving,
    /// To take back an account after school; valid for one day.
    AccountRecovery,
}

impl Purpose {
    /// Its name in the database, which is also its path.
    pub fn name(self) -> &'static str {
        match self {
            Self::EmailConfirmation => "email-confirmation",
            Self::PasswordReset => "password-reset",
            Self::PasswordChoice => "password-choice",
            Self::SchoolLeaving => "leaving-school",
            Self::AccountRecovery => "account-recovery",
        }
    }

    /// A new link of this purpose, and the token that it carries.
    pub fn link(self, house: &House, account_id: AccountId) -> Result<(String, MailLink), Refusal> {
        let valid_ms = match self {
            Self::EmailConfirmation => 3 * DAY_MS,
            Self::PasswordReset | Self::AccountRecovery => DAY_MS,
            Self::PasswordChoice | Self::SchoolLeaving => HOUR_MS,
        };
        let (now, token) = (house.clock.now(), house.entropy.token()?);
        let link = MailLink {
            token_hash: TokenHash::of(&token),
            account_id,
            purpose: self.name().to_owned(),
            created_at: now,
            expires_at: now + valid_ms,
            used_at: None,
            email: None,
        };
        Ok((token, link))
    }
}

/// What a mail tells: the keys of its subject and of its text.
#[derive(Debug, Clone, Copy)]
pub struct Letter(&'static str, &'static str);

/// The account is made; a link confirms the address.
pub const WELCOME: Letter = Letter(key("sign-up-mail-subject"), key("sign-up-mail-body"));
/// Somebody signed up with the address of an account; a link gives a new password.
pub const ALREADY_HERE: Letter = Letter(key("already-mail-subject"), key("already-mail-body"));
/// A new password was asked for; a link gives it.
pub const RESET: Letter = Letter(key("reset-mail-subject"), key("reset-mail-body"));
/// An account was found after school; a link gives it to whoever reads the address.
pub const RECOVERY: Letter = Letter(key("recovery-mail-subject"), key("recovery-mail-body"));
/// An account was to be given, after school, an address that is another account's already; the link leads to the form.
pub const RECOVERY_ELSEWHERE: Letter =
    Letter(key("recovery-elsewhere-mail-subject"), key("recovery-elsewhere-mail-body"));
/// A sign-in after a long absence.
pub const RETURN: Letter = Letter(key("return-mail-subject"), key("return-mail-body"));
/// The same, with a link that confirms the address.
pub const RETURN_UNCONFIRMED: Letter =
    Letter(key("return-mail-subject"), key("return-mail-body-unconfirmed"));
/// The code that proves a new address.
pub const CODE: Letter = Letter(key("email-change-mail-subject"), key("email-change-mail-body"));
/// The account is erased.
pub const FAREWELL: Letter = Letter(key("farewell-mail-subject"), key("farewell-mail-body"));
/// To those in charge: somebody asks for their account to be erased.
pub const ERASURE: Letter = Letter(key("erasure-mail-subject"), key("erasure-mail-body"));

/// Whom a mail is for.
pub struct Recipient<'a> {
    /// Whose account it is.
    pub account: AccountId,
    /// The first name.
    pub first_name: &'a str,
    /// The e-mail address.
    pub email: &'a str,
    /// The language of the mail.
    pub words: Words,
}

impl<'a> Recipient<'a> {
    /// The owner of an account, in the account's language; none for a pupil without an address.
    pub fn of(account: &'a Account) -> Option<Self> {
        let words = Words::of(lang::parse(&account.lang).unwrap_or_default());
        let email = account.email.as_deref()?;
        Some(Self { account: account.id, first_name: &account.first_name, email, words })
    }
}

/// Writes a mail with a new single-use link, unless one of this purpose was written a moment ago.
pub async fn put(
    house: &House,
    tx: &mut Tx,
    letter: Letter,
    purpose: Purpose,
    to: &Recipient<'_>,
) -> Result<Creation, Refusal> {
    put_leading(house, tx, letter, (purpose, None), to).await
}

/// The same, with a link that leads on to a page of ours afterwards.
pub async fn put_leading(
    house: &House,
    tx: &mut Tx,
    letter: Letter,
    (purpose, next): (Purpose, Option<&str>),
    to: &Recipient<'_>,
) -> Result<Creation, Refusal> {
    let (token, link) = purpose.link(house, to.account)?;
    if mail_link::create(tx, &link, link.created_at - PAUSE_MS).await? == Creation::Taken {
        return Ok(Creation::Taken);
    }
    let address = leading_to(&format!("{}/{}/{token}", house.site.base_url, purpose.name()), next);
    write(house, tx, letter, to, ("link", address)).await?;
    Ok(Creation::Created)
}

/// Writes a mail that tells one more fact: a link, a code, a date.
pub async fn write(
    house: &House,
    tx: &mut Tx,
    Letter(subject, body): Letter,
    to: &Recipient<'_>,
    (name, fact): (&'static str, String),
) -> Result<(), Refusal> {
    let facts: [(&'static str, Value<'_>); 5] = [
        ("name", house.site.name.as_str().into()),
        ("site", house.site.base_url.as_str().into()),
        ("contact", house.site.contact.as_str().into()),
        ("first", to.first_name.into()),
        (name, fact.into()),
    ];
    let now = house.clock.now();
    let mail = Mail {
        id: MailId::new(now, house.entropy.number()?),
        recipient: to.email.to_owned(),
        subject: to.words.with(subject, &facts),
        body: to.words.with(body, &facts),
        created_at: now,
        tries: 0,
    };
    outbox::put(tx, &mail).await?;
    Ok(())
}
