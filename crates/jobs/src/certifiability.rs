//! The job that finds out, every night, who may be certified, without anybody having to send a profile: in the
//! organisations that have the feature, of the people who did something since a night last looked.
//!
//! It walks through the lists in portions: a statement reads one, another keeps what was found, and nobody waits long.
//! After some portions it makes room for other jobs and queues the rest, which its payload names.

use std::sync::Arc;

use rules::certifiability::{FEATURE, FRAMEWORK};
use store::certifiability::{self, Found, Linked};
use store::job::{self, Job};
use store::{Db, Error, JobId, LearnerId, OrganisationId, Result};

use crate::work::Kind;
use crate::worker::Clock;

/// Tells from a learner's state, as `rules` writes it, whether the person may be certified; none of other bytes.
pub type Certifier = Arc<dyn Fn(&[u8]) -> Option<bool> + Send + Sync>;

/// Lines read by one statement.
const PORTION: i64 = 500;
/// Portions before other jobs have their turn.
const PORTIONS: usize = 20;
const DAY_MS: i64 = 24 * 3_600_000;
/// Nights begin at two o'clock, universal time, which is three or four in France: few people learn then.
const NIGHT_MS: i64 = 2 * 3_600_000;

/// How far the walk is: through this organisation's list up to this line, or through the whole of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    organisation: Option<OrganisationId>,
    learner: Option<LearnerId>,
}

impl Place {
    /// Reads a payload: nothing for the beginning, else one number or two.
    fn read(payload: &str) -> Result<Self> {
        let numbers: std::result::Result<Vec<i64>, _> = payload.split_whitespace().map(str::parse).collect();
        let numbers = numbers.map_err(|_| Error::Other("the job names no place".to_owned()))?;
        let mut numbers = numbers.into_iter();
        Ok(Self {
            organisation: numbers.next().map(OrganisationId::from_number),
            learner: numbers.next().map(LearnerId::from_number),
        })
    }

    fn payload(self) -> String {
        let numbers = [self.organisation.map(OrganisationId::number), self.learner.map(LearnerId::number)];
        let words: Vec<String> = numbers.into_iter().flatten().map(|number| number.to_string()).collect();
        words.join(" ")
    }
}

/// The job that begins a walk at an instant.
pub(crate) fn from_the_beginning(id: JobId, run_at: i64) -> Job {
    job_at(id, Place::default(), run_at)
}

fn job_at(id: JobId, place: Place, run_at: i64) -> Job {
    Job { id, kind: Kind::Certifiability.name().to_owned(), payload: place.payload(), run_at, tries: 0 }
}

/// The first beginning of a night after an instant.
fn next_night(now: i64) -> i64 {
    (now - NIGHT_MS).div_euclid(DAY_MS) * DAY_MS + DAY_MS + NIGHT_MS
}

/// Goes on where the job says, for some portions; then queues the rest, or the next night.
pub(crate) async fn run(db: &Db, job: &Job, clock: &Clock, certifier: &Certifier) -> Result<()> {
    let mut place = Some(Place::read(&job.payload)?);
    for _ in 0..PORTIONS {
        let Some(here) = place else { break };
        place = portion(db, here, certifier).await?;
    }
    let now = clock();
    let chance = job.id.number().cast_unsigned().wrapping_add(1);
    let next = match place {
        Some(place) => job_at(JobId::new(now, chance), place, now),
        None => from_the_beginning(JobId::new(next_night(now), chance), next_night(now)),
    };
    let mut tx = db.begin().await?;
    if job::done(&mut tx, job, now).await? {
        job::enqueue(&mut tx, &next).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Looks at one portion; gives where to go on, or nothing at the end of the last list.
async fn portion(db: &Db, place: Place, certifier: &Certifier) -> Result<Option<Place>> {
    let organisation = match place.learner {
        Some(_) => place.organisation,
        None => certifiability::organisation_after(db, place.organisation, FEATURE).await?,
    };
    let Some(organisation) = organisation else { return Ok(None) };
    let lines = certifiability::page(db, organisation, FRAMEWORK, (place.learner, PORTION)).await?;
    let last = lines.last().map(|line| line.learner_id);
    let learner = last.filter(|_| i64::try_from(lines.len()).unwrap_or(PORTION) >= PORTION);
    let found = found(lines, Arc::clone(certifier)).await?;
    if !found.is_empty() {
        let mut tx = db.begin().await?;
        certifiability::keep(&mut tx, organisation, &found).await?;
        tx.commit().await?;
    }
    Ok(Some(Place { organisation: Some(organisation), learner }))
}

/// Judges the states that there are, away from the threads that answer people. One that cannot be read is left alone:
/// `pix doctor` tells of it.
async fn found(lines: Vec<Linked>, certifier: Certifier) -> Result<Vec<Found>> {
    let judge = move |line: Linked| {
        let (at, body) = (line.at?, line.body?);
        let certifiable = certifier(&body)?;
        Some(Found { learner: line.learner_id, account: line.account_id, certifiable, at })
    };
    let work = move || lines.into_iter().filter_map(judge).collect();
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_begins_at_two() {
        const HOUR: i64 = 3_600_000;
        for (now, night) in [(0, 2), (2, 26), (3, 26), (25, 26), (26, 50), (-1, 2), (-23, -22)] {
            assert_eq!(next_night(now * HOUR), night * HOUR, "{now}");
        }
    }

    #[test]
    fn a_payload_says_where_to_go_on() {
        let (organisation, learner) = (OrganisationId::from_number(7), LearnerId::from_number(9));
        for (place, payload) in [
            (Place::default(), ""),
            (Place { organisation: Some(organisation), learner: None }, "7"),
            (Place { organisation: Some(organisation), learner: Some(learner) }, "7 9"),
        ] {
            assert_eq!(place.payload(), payload);
            assert_eq!(Place::read(payload).unwrap(), place);
        }
        assert!(Place::read("7 x").is_err());
    }
}
