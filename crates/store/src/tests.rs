//! Each behaviour of the store, checked on SQLite and on PostgreSQL.

mod accounts;
mod allowances;
mod around;
mod attempts;
mod backups;
mod campaign_pictures;
mod campaigns;
mod centres;
mod certifiability;
mod combined_courses;
mod email_changes;
mod erasures;
mod group;
mod group_failures;
mod import_links;
mod joining;
mod learner_detachments;
mod learner_imports;
mod learner_names;
mod learner_removals;
mod membership;
mod migrations;
mod organisations;
mod places;
mod problem_reports;
mod pupil_passwords;
mod pupil_usernames;
mod queues;
mod refusals;
mod reports;
mod school_leavers;
mod statistics;
mod target_profiles;

use crate::account::{self, Account, Creation};
use crate::attempt::Attempt;
use crate::legal::InForce;
use crate::session::{self, Session};
use crate::training::Training;
use crate::trial::NOW;
use crate::{AccountId, AttemptId, Db, TokenHash, TrainingId};

fn in_force() -> InForce {
    InForce { terms: "2026-09".to_owned(), privacy: "3".to_owned() }
}

fn someone(number: u64) -> Account {
    let id = AccountId::new(NOW, number);
    Account {
        email: Some(format!("zoe{number}@example.org")),
        password_hash: Some("hash".to_owned()),
        ..Account::new(id, "Zoé", &format!("Test {number}"), NOW)
    }
}

fn an_attempt(account_id: AccountId, number: u64) -> Attempt {
    Attempt {
        account_id,
        id: AttemptId::new(NOW, number),
        competence: "1.2".to_owned(),
        tubes: None,
        framework: "crcn".to_owned(),
        release_id: "r1".to_owned(),
        algorithm: "placement-1".to_owned(),
        scoring: "pix-1".to_owned(),
        seed: -7,
        improving: false,
        afresh: false,
        started_at: NOW,
    }
}

fn a_training() -> Training {
    Training {
        id: TrainingId::new(NOW, 1),
        title: "Trier".to_owned(),
        link: "/modules/trier".to_owned(),
        kind: "module".to_owned(),
        minutes: 5,
        lang: "fr".to_owned(),
        retired_at: None,
    }
}

fn a_session(token: &str, account_id: AccountId) -> Session {
    Session {
        token_hash: TokenHash::of(token),
        account_id,
        created_at: NOW,
        seen_at: NOW,
        expires_at: NOW + 1_000,
        device: "Firefox on Linux".to_owned(),
    }
}

/// Makes an account, signed in with the token `token-NUMBER`.
async fn signed_in(db: &Db, number: u64) -> Account {
    let account = someone(number);
    let mut tx = db.begin().await.unwrap();
    assert_eq!(account::create(&mut tx, &account).await.unwrap(), Creation::Created);
    session::open(&mut tx, &a_session(&format!("token-{number}"), account.id)).await.unwrap();
    tx.commit().await.unwrap();
    account
}
