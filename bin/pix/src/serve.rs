//! `pix serve`: opens the database and the bank, starts the worker, listens, and stops gracefully.

use crate::bank::packed;
use crate::client_address::Trusted;
use crate::settings::Settings;
use crate::{bank, demo, demo_school, door, log, meters, ready_profiles, site};
use jobs::{Certifier, Mailer, Worker};
use rules::learner_state::LearnerState;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;
use store::{Db, migration, release};
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::bank::Bank;
use web::clock::Clock;
use web::entropy::Entropy;
use web::house::{House, Rooms, Site};
use web::password_hashing::PasswordHashing;

/// Passwords hashed at the same time: 19 MiB and one core each.
const HASHINGS_AT_ONCE: usize = 2;
/// How long the worker rests when no mail and no job is due.
const REST: Duration = Duration::from_millis(500);

/// Serves until the program is told to stop.
///
/// # Errors
/// A sentence that says what prevented it from starting, and what to do.
pub fn run(settings: &Settings) -> Result<(), String> {
    log::begin(settings);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    runtime.block_on(serve(settings))
}

async fn serve(settings: &Settings) -> Result<(), String> {
    std::fs::create_dir_all(&settings.data)
        .map_err(|error| format!("{}: {error}", settings.data.display()))?;
    let listener = TcpListener::bind(&settings.listen).await.map_err(|error| {
        format!(
            "cannot listen on {}: {error}. Another program may use this port: try --listen 127.0.0.1:8081",
            settings.listen
        )
    })?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let house = open(settings, port).await?;
    if house.site.demo {
        demo::make(&house).await?;
        demo_school::make(&house).await?;
    }
    jobs::work::schedule(&house.db, house.clock.now()).await.map_err(|error| error.to_string())?;
    let (stop, stopped) = watch::channel(());
    tokio::task::spawn_blocking(web::assets::compress);
    let worker = tokio::spawn(worker(settings, &house)?.run(until(stopped.clone())));
    let trusted = trusted(settings)?;
    show_metrics(settings, &house, stopped).await?;
    greet(&house)?;
    let classes = house.site.demo.then(|| tokio::spawn(fill_classes(house.clone())));
    door::serve(listener, site::router(house.clone(), trusted), door::LIMITS, told_to_stop()).await;
    drop(stop);
    if let Some(classes) = classes {
        classes.abort();
    }
    let worked = worker.await;
    house.db.close().await;
    worked.map_err(|error| format!("the worker for mails and jobs broke: {error}"))
}

/// Makes the classes of the demonstration behind the scenes: nobody waits for them.
async fn fill_classes(house: House) {
    if let Err(why) = demo_school::fill(&house).await {
        tracing::warn!(why, "the classes of the demonstration are made at the next start");
    }
}

/// Who says where requests come from.
fn trusted(settings: &Settings) -> Result<Arc<Trusted>, String> {
    let trusted = Trusted::read(&settings.trusted_proxy)?;
    if trusted.is_empty() && settings.base_url.starts_with("https://") {
        tracing::warn!(
            "base_url is https, so a proxy stands before the program, but trusted_proxy does not name it: limits by \
             address do not see who asks"
        );
    }
    Ok(Arc::new(trusted))
}

/// Serves `/metrics` where the settings say so, until the stop.
async fn show_metrics(
    settings: &Settings,
    house: &House,
    stopped: watch::Receiver<()>,
) -> Result<(), String> {
    if settings.metrics_listen.is_empty() {
        return Ok(());
    }
    let cannot = |error| format!("cannot listen on {} for metrics: {error}", settings.metrics_listen);
    let listener = TcpListener::bind(&settings.metrics_listen).await.map_err(cannot)?;
    let limits = door::Limits { connections: 16, ..door::LIMITS };
    tokio::spawn(door::serve(listener, meters::router(house.clone()), limits, until(stopped)));
    Ok(())
}

/// Opens the rooms: the bank first, because a broken one must change nothing.
async fn open(settings: &Settings, port: u16) -> Result<House, String> {
    let source = bank::source(settings)?;
    let bank = bank::release(settings, &source)?;
    let clock = Clock::System;
    let db = Db::open(&settings.database())
        .await
        .map_err(|error| format!("the database cannot be opened: {error}"))?;
    prepare(&db, &bank, &source, clock.now())
        .await
        .map_err(|error| format!("the database cannot be prepared: {error}"))?;
    let site = Site {
        name: settings.name.clone(),
        contact: settings.contact.clone(),
        base_url: settings.base_url(port)?,
        demo: settings.demo(),
        ceiling: settings.ceiling,
        placement: settings.placement.into(),
        outbox: settings.smtp.is_empty().then(|| settings.data.join("outbox")),
        legal: learner::in_force(),
    };
    let hashing = PasswordHashing::new(HASHINGS_AT_ONCE);
    Ok(House::new(Rooms { db, bank: Bank::new(bank), clock, entropy: Entropy, hashing, site }))
}

/// Brings the schema up to date, puts the ready-made target profiles in their places, and keeps the release for ever:
/// attempts pin it.
pub async fn prepare(
    db: &Db,
    bank: &content::Release,
    source: &content::Source,
    now: i64,
) -> store::Result<()> {
    migration::apply(db, now).await?;
    ready_profiles::put(db, bank, now).await?;
    if release::list(db).await?.iter().any(|id| id == bank.id()) {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    release::put(&mut tx, bank.id(), &packed(source, bank.id()), now).await?;
    tx.commit().await
}

fn worker(settings: &Settings, house: &House) -> Result<Worker, String> {
    let mailer = match &house.site.outbox {
        Some(folder) => Mailer::files(folder),
        None => Mailer::smtp(&settings.smtp, &settings.sender).map_err(|error| error.to_string())?,
    };
    let (db, clock, certifier) = (house.db.clone(), house.clock.clone(), certifier(house));
    Ok(Worker { db, mailer, clock: Arc::new(move || clock.now()), certifier, rest: REST })
}

/// Who may be certified, by the present release of the bank.
fn certifier(house: &House) -> Certifier {
    let (shelf, ceiling) = (Arc::clone(house.bank.present()), house.site.ceiling);
    Arc::new(move |state| {
        let state = LearnerState::decode(state)?;
        Some(rules::certifiability::of_state(&state, shelf.syllabi(), ceiling))
    })
}

/// Says where the site is. The address comes last: whoever reads it knows that everything is ready.
fn greet(house: &House) -> Result<(), String> {
    let mut lines = Vec::new();
    if house.site.demo {
        lines
            .push("Demo accounts (their passwords are public: use --demo false for real people):".to_owned());
        for person in &demo::PEOPLE {
            lines.push(format!("  {:<11} {:<22} {}", person.kind(), person.login, demo::PASSWORD));
        }
        lines.push(format!(
            "A campaign waits for learners under the code {}; {} needs no account.",
            demo_school::CODE,
            demo_school::DISCOVERY_CODE
        ));
        if let Some(outbox) = &house.site.outbox {
            lines.push(format!("Mails are written to {} and shown at /dev/outbox.", outbox.display()));
        }
    }
    lines.push(format!("{} is ready: {}", house.site.name, house.site.base_url));
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", lines.join("\n")).and_then(|()| out.flush()).map_err(|error| error.to_string())
}

async fn until(mut stopped: watch::Receiver<()>) {
    while stopped.changed().await.is_ok() {}
}

/// Ends when the terminal or the system asks the program to stop.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        else {
            let _ = interrupted.await;
            return;
        };
        tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
}
