//! A closed loop: so many learners at once, each beginning when another ends.

use crate::learner;
use crate::process::cpu_seconds;
use crate::timing::Timings;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// What a load came to.
pub struct Load {
    /// Answers kept.
    pub answers: usize,
    /// Wall seconds.
    pub seconds: f64,
    /// Processor seconds of the processes that were watched.
    pub cpu: f64,
    /// How long the steps took.
    pub timings: Arc<Timings>,
}

/// Lets every token take a test, `at_once` at a time, over the hosts in turn.
///
/// # Errors
/// The first thing that went wrong: a load with failures measures nothing.
pub async fn run(
    hosts: &[String],
    tokens: Vec<String>,
    at_once: usize,
    watched: &[u32],
) -> Result<Load, String> {
    let timings = Arc::new(Timings::default());
    let (next, answers) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let trouble = Arc::new(Mutex::new(None));
    let tokens = Arc::new(tokens);
    let cpu: f64 = watched.iter().copied().map(cpu_seconds).sum();
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for number in 0..at_once {
        let host = hosts.get(number % hosts.len()).cloned().unwrap_or_default();
        let (tokens, next) = (Arc::clone(&tokens), Arc::clone(&next));
        let (answers, trouble) = (Arc::clone(&answers), Arc::clone(&trouble));
        let timings = Arc::clone(&timings);
        tasks.push(tokio::spawn(async move {
            while let Some(token) = tokens.get(next.fetch_add(1, Ordering::Relaxed)) {
                match learner::take(&host, token, &timings).await {
                    Ok(kept) => answers.fetch_add(kept, Ordering::Relaxed),
                    Err(error) => {
                        *trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.to_string());
                        return;
                    }
                };
            }
        }));
    }
    for task in tasks {
        task.await.map_err(|error| error.to_string())?;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let spent: f64 = watched.iter().copied().map(cpu_seconds).sum::<f64>() - cpu;
    if let Some(error) = trouble.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Err(error);
    }
    Ok(Load { answers: answers.load(Ordering::Relaxed), seconds, cpu: spent, timings })
}
