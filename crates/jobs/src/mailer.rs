//! Hands a mail over to the outside world.

use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Tokio1Executor};
use store::outbox::Mail;

/// The longest that an SMTP server may let us wait for one reply.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why a mail was not handed over. It quotes neither the address nor the server's words, which often repeat it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The recipient's or the sender's address is not one: trying again is useless.
    #[error("the address is not valid")]
    Address,
    /// The server refuses this mail for good: trying again is useless.
    #[error("the mail server refused for good (code {0})")]
    Refused(String),
    /// The server refuses for now, or cannot be reached.
    #[error("the mail server cannot take it now (code {0})")]
    Later(String),
    /// The folder cannot be written.
    #[error("the mail folder cannot be written ({0})")]
    Folder(std::io::ErrorKind),
    /// The configured address of the server is not of the form `smtps://user:password@host`.
    #[error("the mail server must be given as smtps://user:password@host or smtp://host")]
    Server,
}

impl MailError {
    /// Tells whether trying again later is useless.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Address | Self::Refused(_) | Self::Server)
    }
}

/// A way to hand mails over.
pub enum Mailer {
    /// Writes each mail as a readable text file, for development, tests and places without mail.
    Files {
        /// The folder; each mail is `NUMBER.txt`, and the numbers follow time.
        folder: PathBuf,
    },
    /// Gives each mail to an SMTP server.
    Smtp {
        /// The connection to the server.
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        /// Who writes, such as `Pix <no-reply@example.org>`.
        sender: Mailbox,
    },
}

impl Mailer {
    /// Writes mails as files in `folder`, made when missing.
    #[must_use]
    pub fn files(folder: impl Into<PathBuf>) -> Self {
        Self::Files { folder: folder.into() }
    }

    /// Gives mails to the server at `url` (`smtps://…` for TLS at once, `smtp://…?tls=required` for STARTTLS) in the
    /// name of `sender`.
    pub fn smtp(url: &str, sender: &str) -> Result<Self, MailError> {
        let sender = sender.parse().map_err(|_| MailError::Address)?;
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| MailError::Server)?;
        Ok(Self::Smtp { transport: Box::new(builder.timeout(Some(PATIENCE)).build()), sender })
    }

    /// Hands one mail over.
    pub async fn deliver(&self, mail: &Mail) -> Result<(), MailError> {
        match self {
            Self::Files { folder } => {
                write(folder, mail).await.map_err(|error| MailError::Folder(error.kind()))
            }
            Self::Smtp { transport, sender } => {
                let message = message(mail, sender)?;
                transport.send(message).await.map(|_| ()).map_err(|error| refusal(&error))
            }
        }
    }
}

/// The file appears whole or not at all; delivered twice, it is the same file.
async fn write(folder: &Path, mail: &Mail) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let name = format!("{:019}", mail.id.number());
    let unfinished = folder.join(format!("{name}.part"));
    let text = format!("To: {}\nSubject: {}\n\n{}\n", mail.recipient, mail.subject, mail.body);
    tokio::fs::write(&unfinished, text).await?;
    tokio::fs::rename(&unfinished, folder.join(format!("{name}.txt"))).await
}

fn message(mail: &Mail, sender: &Mailbox) -> Result<Message, MailError> {
    let recipient = mail.recipient.parse().map_err(|_| MailError::Address)?;
    let written = UNIX_EPOCH + Duration::from_millis(u64::try_from(mail.created_at).unwrap_or(0));
    Message::builder()
        .from(sender.clone())
        .to(Mailbox::new(None, recipient))
        .subject(mail.subject.as_str())
        .date(written)
        .message_id(Some(format!("<{}@{}>", mail.id, sender.email.domain())))
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body.clone())
        .map_err(|_| MailError::Address)
}

fn refusal(error: &lettre::transport::smtp::Error) -> MailError {
    let code = error.status().map_or_else(|| "none".to_owned(), |code| code.to_string());
    // A password that the server does not take is a setting to correct, not a mail to give up.
    let ours = ["530", "534", "535", "538"].contains(&code.as_str());
    if error.is_permanent() && !ours { MailError::Refused(code) } else { MailError::Later(code) }
}
