//! Work on persons, in pieces, by several threads.

use std::ops::Range;

/// The most pieces: also the most threads of any use.
const PIECES: usize = 16;

/// Does the work on every piece and gives the results in the order of the persons. The pieces depend on the number
/// of persons only, so sums over them do too, to the last bit.
pub(super) fn by_piece<T: Send>(
    persons: usize,
    threads: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let size = persons.div_ceil(PIECES).max(1);
    let pieces: Vec<Range<usize>> =
        (0..persons).step_by(size).map(|start| start..(start + size).min(persons)).collect();
    let threads = threads.clamp(1, pieces.len().max(1));
    if threads == 1 {
        return pieces.into_iter().map(work).collect();
    }
    let (pieces, work) = (&pieces, &work);
    let share = |thread: usize| {
        let mine = pieces.iter().enumerate().skip(thread).step_by(threads);
        mine.map(|(place, piece)| (place, work(piece.clone()))).collect::<Vec<_>>()
    };
    let share = &share;
    let mut done: Vec<(usize, T)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|thread| scope.spawn(move || share(thread))).collect();
        let mut done = share(0);
        for other in others {
            match other.join() {
                Ok(results) => done.extend(results),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}
