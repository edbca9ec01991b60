//! `pix account temporary-password`: a password for somebody who cannot get in, good until they choose their own.

use crate::settings::Settings;
use rules::temporary_password::temporary_password;
use std::io::Write;
use store::audit::{self, Entry};
use store::{AccountId, AuditId, Db, account, session};
use web::clock::Clock;
use web::entropy::Entropy;
use web::password_hashing::PasswordHashing;

/// Who does it, in the audit: whoever may run programs on this machine.
const ACTOR: &str = "pix account";

/// Gives the account a temporary password, closes its sessions, lifts its block, and prints the password once.
///
/// # Errors
/// A sentence: nobody signs in with this name, or the database refuses.
pub fn run(settings: &Settings, login: &str) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let password = runtime.block_on(give(settings, login))?;
    writeln!(std::io::stdout(), "{password}").map_err(|error| error.to_string())
}

async fn give(settings: &Settings, login: &str) -> Result<String, String> {
    let db = Db::open(&settings.database()).await.map_err(|error| error.to_string())?;
    let found = account::by_email_or_username(&db, &login.trim().to_lowercase()).await;
    let found = found.map_err(|error| error.to_string())?;
    let account = found.ok_or_else(|| {
        format!("nobody signs in with {login}: give the username or the e-mail address of an account")
    })?;
    let chance = Entropy.number().map_err(|error| error.to_string())?;
    let password = temporary_password(chance);
    let hash = PasswordHashing::new(1).hash(&password).await.map_err(|error| error.to_string())?;
    let line = AuditId::new(Clock::System.now(), chance.rotate_right(21));
    write(&db, account.id, &hash, line).await.map_err(|error| error.to_string())?;
    db.close().await;
    Ok(password)
}

async fn write(db: &Db, id: AccountId, hash: &str, line: AuditId) -> store::Result<()> {
    let entry = Entry {
        id: line,
        at: line.made_at(),
        actor: ACTOR.to_owned(),
        action: "temporary-password".to_owned(),
        subject: id.to_string(),
        detail: String::new(),
    };
    let mut tx = db.begin().await?;
    account::set_temporary_password(&mut tx, id, hash).await?;
    session::close_all(&mut tx, id).await?;
    audit::record(&mut tx, &entry).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::account::{Account, FOR_EVER};
    use store::migration;

    async fn check(settings: &Settings) {
        let db = Db::open(&settings.database()).await.expect("a database");
        migration::apply(&db, 1).await.expect("the tables");
        let username = Some("lina.petit0304".to_owned());
        let id = AccountId::new(1, 1);
        let blocked =
            Account { username, blocked_until: Some(FOR_EVER), ..Account::new(id, "Lina", "Petit", 1) };
        let mut tx = db.begin().await.expect("a transaction");
        account::create(&mut tx, &blocked).await.expect("an account");
        tx.commit().await.expect("kept");
        let given = give(settings, " Lina.Petit0304 ").await.expect("a password");
        let after = account::by_id(&db, id).await.expect("the accounts").expect("an account");
        assert!(after.must_change_password && after.blocked_until.is_none());
        assert!(PasswordHashing::new(1).matches(&given, after.password_hash).await.expect("a check"));
        let noted = audit::of_subject(&db, &id.to_string(), None, 9).await.expect("the audit");
        assert!(noted.iter().all(|line| line.action == "temporary-password" && line.actor == ACTOR));
        assert_eq!(noted.len(), 1);
        let unknown = give(settings, "nobody").await.expect_err("nobody");
        assert!(unknown.contains("nobody signs in with nobody"), "{unknown}");
        db.close().await;
    }

    #[tokio::test]
    async fn it_is_given_noted_and_lifts_the_block() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        check(&Settings { data: folder.path().to_owned(), ..Settings::default() }).await;
    }
}
