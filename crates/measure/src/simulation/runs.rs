//! The same work on many things, by several threads.

/// Does the work on each and gives the results in order, each thread taking a run of them.
pub fn each<T: Sync, R: Send>(things: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = threads.clamp(1, things.len().max(1));
    if threads == 1 {
        return things.iter().map(work).collect();
    }
    let work = &work;
    std::thread::scope(|scope| {
        let mut runs = things.chunks(things.len().div_ceil(threads));
        let first = runs.next().unwrap_or_default();
        let others: Vec<_> =
            runs.map(|run| scope.spawn(move || run.iter().map(work).collect::<Vec<R>>())).collect();
        let mut results: Vec<R> = first.iter().map(work).collect();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    })
}
