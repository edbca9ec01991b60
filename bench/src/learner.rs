//! A simulated learner: begins a test, answers until the result, looks at the profile.

use crate::form;
use crate::http::Connection;
use crate::timing::{Step, Timings};
use std::io::{Error, Result};
use std::time::Instant;

/// Takes one whole test with the session of `token`; gives how many answers were kept.
pub async fn take(host: &str, token: &str, timings: &Timings) -> Result<usize> {
    let mut connection = Connection::open(host, format!("session={token}")).await?;
    let begun = Instant::now();
    let competence = connection.get("/competences/1.2", "").await?;
    let csrf = form::csrf(&competence.text()).ok_or_else(|| lost("/competences/1.2", &competence))?;
    let reply = connection.post("/competences/1.2/attempts", &format!("csrf={csrf}")).await?;
    let (mut path, mut page) = connection.follow(reply).await?;
    timings.note(Step::Start, begun.elapsed());
    let mut answers = 0;
    while !path.ends_with("/result") {
        if path.ends_with("/checkpoint") {
            let attempt = path.trim_end_matches("/checkpoint").to_owned();
            let reply = connection.get(&attempt, "").await?;
            (path, page) = connection.follow(reply).await?;
            continue;
        }
        let text = page.text();
        let (action, fields) = form::filled(&text, answers).ok_or_else(|| lost(&path, &page))?;
        let started = Instant::now();
        let mut reply = connection.post(&action, &fields).await?;
        if reply.status == 422 {
            let (action, fields) = form::passed(&text).ok_or_else(|| lost(&path, &page))?;
            reply = connection.post(&action, &fields).await?;
        }
        if reply.status != 303 {
            return Err(lost(&action, &reply));
        }
        answers += 1;
        (path, page) = connection.follow(reply).await?;
        let step = if path.ends_with("/checkpoint") { Step::Checkpoint } else { Step::Answer };
        timings.note(step, started.elapsed());
    }
    let started = Instant::now();
    let profile = connection.get("/profile", "").await?;
    timings.note(Step::Profile, started.elapsed());
    if profile.status == 200 { Ok(answers) } else { Err(lost("/profile", &profile)) }
}

/// Signs in with a password; gives whether a session was opened.
pub async fn sign_in(host: &str, number: usize, timings: &Timings) -> Result<()> {
    let mut connection = Connection::open(host, String::new()).await?;
    let started = Instant::now();
    let fields = format!("identifier=learner{number}%40seed.example&password=Tournesol-2026");
    let reply = connection.post("/sign-in", &fields).await?;
    timings.note(Step::SignIn, started.elapsed());
    if reply.status == 303 { Ok(()) } else { Err(lost("/sign-in", &reply)) }
}

fn lost(path: &str, reply: &crate::http::Reply) -> Error {
    let text: String = reply.text().chars().take(300).collect();
    Error::other(format!("{path} answered {} {}: {text}", reply.status, reply.location))
}
