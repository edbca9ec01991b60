//! A pupil who begins a campaign: types the code, says who of the class list they are, and sees the first question.

use crate::form;
use crate::http::{Connection, Reply};
use crate::register::Pupil;
use crate::timing::{Step, Timings};
use std::io::{Error, Result};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A class begins within so long.
const WITHIN: Duration = Duration::from_secs(5);

/// Lets a class begin: the pupils with these numbers and the tokens of their sessions, one after the other at even
/// pauses.
pub async fn class(
    host: &str,
    code: &str,
    pupils: Vec<(usize, String)>,
    timings: &Arc<Timings>,
) -> std::result::Result<(), String> {
    let pause = WITHIN / u32::try_from(pupils.len().max(1)).unwrap_or(1);
    let mut tasks = Vec::new();
    for (number, token) in pupils {
        let (host, code, timings) = (host.to_owned(), code.to_owned(), Arc::clone(timings));
        tasks.push(tokio::spawn(async move {
            join(&host, &code, &Pupil::numbered(number), &token, &timings).await
        }));
        tokio::time::sleep(pause).await;
    }
    for task in tasks {
        task.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
    }
    Ok(())
}

async fn join(host: &str, code: &str, pupil: &Pupil, token: &str, timings: &Timings) -> Result<()> {
    let mut connection = Connection::open(host, format!("session={token}")).await?;
    let address = format!("/campaigns/{code}");
    let begun = Instant::now();
    connection.get(&address, "").await?;
    let identity = format!("{address}/identity");
    let page = connection.get(&identity, "").await?;
    let csrf = form::csrf(&page.text()).ok_or_else(|| lost(&identity, &page))?;
    let who = [
        ("csrf", csrf.as_str()),
        ("first-name", &pupil.first_name),
        ("last-name", &pupil.last_name),
        ("birth-date", &pupil.birth_date),
    ];
    let known = connection.post(&identity, &form::pairs(&who)).await?;
    if known.status != 303 {
        return Err(lost(&identity, &known));
    }
    connection.follow(known).await?;
    let started =
        connection.post(&format!("{address}/participations"), &form::pairs(&[("csrf", &csrf)])).await?;
    let (path, page) = connection.follow(started).await?;
    timings.note(Step::Join, begun.elapsed());
    if page.status == 200 && form::filled(&page.text(), 0).is_some() {
        Ok(())
    } else {
        Err(lost(&path, &page))
    }
}

fn lost(path: &str, reply: &Reply) -> Error {
    let text: String = reply.text().chars().take(300).collect();
    Error::other(format!("{path} answered {} {}: {text}", reply.status, reply.location))
}
