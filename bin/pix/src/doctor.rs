//! `pix doctor`: is the database as this program expects it, and is every learner's state the one the answers make?

pub mod learners;

use crate::bank;
use crate::settings::Settings;
use learners::Learners;
use std::io::Write;
use std::path::Path;
use store::{Db, backup, migration, outbox};
use web::bank::Bank;
use web::clock::Clock;

/// Less than this on the disk, and the next busy day may fill it.
const LEAST_FREE: u64 = 1 << 30;
/// A mail that waits longer does not leave.
const LATE_MS: i64 = 3_600_000;

/// One line of the table.
struct Finding {
    subject: &'static str,
    sound: bool,
    detail: String,
}

/// Examines everything, prints a table and tells whether all is well; with `repair`, saves the states that the answers
/// make where nobody changed them meanwhile.
///
/// # Errors
/// A sentence when the examination could not take place.
pub fn run(settings: &Settings, repair: bool) -> Result<bool, String> {
    let address = settings.database();
    let file = backup::file_of(&address);
    if let Some(file) = file.filter(|file| !file.is_file()) {
        return Err(format!("{}: there is no database here", file.display()));
    }
    let release = bank::release(settings, &bank::source(settings)?)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let findings = runtime
        .block_on(examine(&address, &Bank::new(release), repair))
        .map_err(|error| format!("the database cannot be examined: {error}"))?;
    let findings: Vec<Finding> = file.map(disk).into_iter().chain(findings).collect();
    print(&findings)?;
    Ok(findings.iter().all(|finding| finding.sound))
}

async fn examine(address: &str, bank: &Bank, repair: bool) -> store::Result<Vec<Finding>> {
    let db = Db::open(address).await?;
    let now = Clock::System.now();
    let schema = schema(&db).await?;
    let mut findings = vec![schema];
    // Another schema may lack the columns that are read below.
    if findings.iter().all(|finding| finding.sound) {
        findings.push(mails(&db, now).await?);
        let learners = learners::examine(&db, bank, repair.then_some(now)).await?;
        findings.push(states(&learners));
    }
    db.close().await;
    Ok(findings)
}

async fn schema(db: &Db) -> store::Result<Finding> {
    let (pending, foreign) = (migration::pending(db).await?, migration::foreign(db).await?);
    let detail = match (pending.is_empty(), foreign.is_empty()) {
        (true, true) => "as this program expects it".to_owned(),
        (false, _) => format!("pending, applied by the next start: {}", pending.join(", ")),
        (true, false) => format!("not of this program: {}", foreign.join(", ")),
    };
    Ok(Finding { subject: "schema", sound: pending.is_empty() && foreign.is_empty(), detail })
}

async fn mails(db: &Db, now: i64) -> store::Result<Finding> {
    let outbox::Waiting { waiting, late, given_up } = outbox::waiting(db, now - LATE_MS).await?;
    let detail = format!("{waiting} waiting, {late} of them for over an hour; {given_up} given up");
    Ok(Finding { subject: "outbox", sound: late == 0, detail })
}

fn states(learners: &Learners) -> Finding {
    let Learners { accounts, differing, repaired, moving, shown } = learners;
    let names = if shown.is_empty() { String::new() } else { format!(": {}", shown.join(", ")) };
    let detail = format!(
        "{accounts} accounts; {differing} differ from their answers, {repaired} repaired, {moving} too busy{names}"
    );
    Finding { subject: "states", sound: differing == repaired && *moving == 0, detail }
}

fn disk(database: &Path) -> Finding {
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (sound, detail) = match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            (free >= LEAST_FREE, format!("{} MiB free", free >> 20))
        }
        Err(error) => (false, format!("{}: {error}", folder.display())),
    };
    Finding { subject: "disk", sound, detail }
}

fn print(findings: &[Finding]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    for Finding { subject, sound, detail } in findings {
        let verdict = if *sound { "well" } else { "BAD" };
        writeln!(out, "{subject:<8} {verdict:<5} {detail}").map_err(|error| error.to_string())?;
    }
    Ok(())
}
