//! `pix dev seed`: fills an empty database with learners and campaigns, for load tests.

use crate::bank;
use crate::past::Past;
use crate::seed_campaign::{self, Scene};
use crate::serve::prepare;
use crate::settings::Settings;
use rules::syllabus::Syllabus;
use std::path::Path;
use store::account::{self, Account};
use store::session::{self, Session};
use store::{AccountId, Db, TokenHash, Tx, answer, attempt, legal, state};
use web::clock::Clock;
use web::entropy::Entropy;
use web::password_hashing::PasswordHashing;
use web::visit::SESSION_MS;

/// The password of everybody made here.
pub const PASSWORD: &str = "Tournesol-2026";
/// The framework that learners are placed in.
const FRAMEWORK: &str = "crcn";
/// Learners written in one transaction.
const PORTION: usize = 500;

/// How many learners, and what they have behind them.
pub struct Wanted<'a> {
    /// How many learners.
    pub learners: usize,
    /// How many answers each gave in the past.
    pub answers: usize,
    /// How many of them are signed in.
    pub sessions: usize,
    /// Where the tokens of the sessions are written, one in a line.
    pub tokens: Option<&'a Path>,
    /// How many people took part in each campaign.
    pub campaigns: &'a [usize],
    /// Where the campaigns are written, one in a line: the token of the teacher's session, the address, the code.
    pub campaign_list: Option<&'a Path>,
}

/// What was made, in the words of its lists.
struct Made {
    tokens: Vec<String>,
    campaigns: Vec<String>,
}

/// Makes the learners and the campaigns.
///
/// # Errors
/// A sentence about the bank, the database or a list's file.
pub fn run(settings: &Settings, wanted: &Wanted<'_>) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let made = runtime.block_on(seed(settings, wanted))?;
    write(wanted.tokens, &made.tokens)?;
    write(wanted.campaign_list, &made.campaigns)
}

fn write(path: Option<&Path>, lines: &[String]) -> Result<(), String> {
    let Some(path) = path else { return Ok(()) };
    std::fs::write(path, lines.join("\n")).map_err(|error| format!("{}: {error}", path.display()))
}

async fn seed(settings: &Settings, wanted: &Wanted<'_>) -> Result<Made, String> {
    let source = bank::source(settings)?;
    let release = bank::release(settings, &source)?;
    std::fs::create_dir_all(&settings.data).map_err(|error| error.to_string())?;
    let db = Db::open(&settings.database()).await.map_err(|error| error.to_string())?;
    let now = Clock::System.now();
    prepare(&db, &release, &source, now).await.map_err(|error| error.to_string())?;
    let tokens = learners(&db, &release, wanted, now).await?;
    let scene = Scene { db: &db, release: &release, now };
    let mut campaigns = Vec::new();
    for (number, people) in wanted.campaigns.iter().enumerate() {
        campaigns.push(seed_campaign::make(&scene, number, *people).await?);
    }
    db.close().await;
    Ok(Made { tokens, campaigns })
}

/// Makes the learners; gives the tokens of those who are signed in.
async fn learners(
    db: &Db,
    release: &content::Release,
    wanted: &Wanted<'_>,
    now: i64,
) -> Result<Vec<String>, String> {
    let syllabus = (0..16).map(|index| Syllabus::of(release, index)).find(|found| !found.is_empty());
    let syllabus = syllabus.ok_or("the bank has no question")?;
    let past = Past::of(release, &syllabus, wanted.answers, now);
    let hash = PasswordHashing::new(1).hash(PASSWORD).await.map_err(|error| error.to_string())?;
    // Those who are signed in are spread among all, as in life: their rows share no page.
    let stride = (wanted.learners / wanted.sessions.max(1)).max(1);
    let mut tokens = Vec::new();
    let mut made = 0;
    while made < wanted.learners {
        let until = wanted.learners.min(made + PORTION);
        let mut tx = db.begin().await.map_err(|error| error.to_string())?;
        for number in made..until {
            let signed_in = number % stride == 0 && tokens.len() < wanted.sessions;
            let token = signed_in.then(|| Entropy.token()).transpose();
            let token = token.map_err(|error| error.to_string())?;
            learner(&mut tx, number, &hash, token.as_deref(), &past, now)
                .await
                .map_err(|error| error.to_string())?;
            tokens.extend(token);
        }
        tx.commit().await.map_err(|error| error.to_string())?;
        made = until;
    }
    Ok(tokens)
}

async fn learner(
    tx: &mut Tx,
    number: usize,
    hash: &str,
    token: Option<&str>,
    past: &Past,
    now: i64,
) -> store::Result<()> {
    let account = person(number, hash, now);
    account::create(tx, &account).await?;
    legal::accept_all(tx, account.id, &learner::in_force(), now).await?;
    if let Some(token) = token {
        open_session(tx, account.id, token, now).await?;
    }
    let past = past.of_account(account.id, number);
    for one in &past.attempts {
        attempt::start(tx, one).await?;
    }
    for one in &past.answers {
        answer::append(tx, one).await?;
    }
    if !past.attempts.is_empty() {
        state::save(tx, account.id, FRAMEWORK, 0, &past.state.encode(), now).await?;
    }
    Ok(())
}

/// Signs in somebody who accepted the terms.
pub async fn sign_in(tx: &mut Tx, account: AccountId, token: &str, now: i64) -> store::Result<()> {
    legal::accept_all(tx, account, &learner::in_force(), now).await?;
    open_session(tx, account, token, now).await
}

async fn open_session(tx: &mut Tx, account_id: AccountId, token: &str, now: i64) -> store::Result<()> {
    let session = Session {
        token_hash: TokenHash::of(token),
        account_id,
        created_at: now,
        seen_at: now,
        expires_at: now + SESSION_MS,
        device: "a load test".to_owned(),
    };
    session::open(tx, &session).await
}

fn person(number: usize, hash: &str, now: i64) -> Account {
    Account {
        email: Some(format!("learner{number}@seed.example")),
        password_hash: Some(hash.to_owned()),
        email_confirmed_at: Some(now),
        ..Account::new(AccountId::new(now, number as u64), "Dominique", &format!("Essai {number}"), now)
    }
}
