//! Mails of this app: written to the outbox in the same transaction as what they tell, with a single-use link.

use store::account::Creation;
use store::mail_link::MailLink;
use store::outbox::Mail;
use store::{AccountId, MailId, TokenHash, Tx, mail_link, outbox};
use web::Words;
use web::house::House;
use web::refusal::Refusal;

const DAY_MS: i64 = 24 * 3600 * 1000;
/// A person gets at most one mail of a purpose in this time.
const PAUSE_MS: i64 = 60 * 1000;

/// What a link in a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To confirm the address; valid for three days.
    EmailConfirmation,
    /// To choose a new password; valid for one day.
    PasswordReset,
}

impl Purpose {
    /// Its name in the database, which is also its path.
    pub fn name(self) -> &'static str {
        match self {
            Self::EmailConfirmation => "email-confirmation",
            Self::PasswordReset => "password-reset",
        }
    }

    fn valid_ms(self) -> i64 {
        match self {
            Self::EmailConfirmation => 3 * DAY_MS,
            Self::PasswordReset => DAY_MS,
        }
    }

    fn texts(self, words: Words, name: &str, first: &str, link: &str) -> (String, String) {
        let all = [
            ("name", name.to_owned().into()),
            ("first", first.to_owned().into()),
            ("link", link.to_owned().into()),
        ];
        match self {
            Self::EmailConfirmation => {
                (words.with("sign-up-mail-subject", &all), words.with("sign-up-mail-body", &all))
            }
            Self::PasswordReset => {
                (words.with("reset-mail-subject", &all), words.with("reset-mail-body", &all))
            }
        }
    }
}

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

/// Writes a mail with a new single-use link, unless one of this purpose was written a moment ago.
pub async fn put(
    house: &House,
    tx: &mut Tx,
    purpose: Purpose,
    to: Recipient<'_>,
) -> Result<Creation, Refusal> {
    let now = house.clock.now();
    let token = house.entropy.token()?;
    let link = MailLink {
        token_hash: TokenHash::of(&token),
        account_id: to.account,
        purpose: purpose.name().to_owned(),
        created_at: now,
        expires_at: now + purpose.valid_ms(),
        used_at: None,
    };
    if mail_link::create(tx, &link, now - PAUSE_MS).await? == Creation::Taken {
        return Ok(Creation::Taken);
    }
    let address = format!("{}/{}/{token}", house.site.base_url, purpose.name());
    let (subject, body) = purpose.texts(to.words, &house.site.name, to.first_name, &address);
    let mail = Mail {
        id: MailId::new(now, house.entropy.number()?),
        recipient: to.email.to_owned(),
        subject,
        body,
        created_at: now,
        tries: 0,
    };
    outbox::put(tx, &mail).await?;
    Ok(Creation::Created)
}
