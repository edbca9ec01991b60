//! Pairing interchangeable fields with groups.

/// Returns, for each field, the group it is paired with in a pairing of the greatest size.
///
/// `candidates` holds for each field the groups it could stand for. A group serves one field only
/// (maximum bipartite matching by augmenting paths, so overlapping groups never cost a learner a
/// right field).
pub fn pair(candidates: &[Vec<usize>], groups: usize) -> Vec<Option<usize>> {
    let mut holder: Vec<Option<usize>> = vec![None; groups];
    for field in 0..candidates.len() {
        let mut seen = vec![false; groups];
        augment(field, candidates, &mut seen, &mut holder);
    }
    let mut paired = vec![None; candidates.len()];
    for (group, field) in holder.into_iter().enumerate() {
        if let Some(slot) = field.and_then(|field| paired.get_mut(field)) {
            *slot = Some(group);
        }
    }
    paired
}

/// One field on the path being explored: its place in its own list of groups.
struct Step {
    field: usize,
    next: usize,
}

/// Looks for a path that gives `start` a group, moving other fields to other groups if needed. The
/// path is kept in a list rather than in the call stack: however long, it cannot overflow.
fn augment(start: usize, candidates: &[Vec<usize>], seen: &mut [bool], holder: &mut [Option<usize>]) {
    let mut path = vec![Step { field: start, next: 0 }];
    while let Some(step) = path.last_mut() {
        let Some(&group) = candidates.get(step.field).and_then(|groups| groups.get(step.next)) else {
            path.pop();
            continue;
        };
        step.next += 1;
        let (Some(seen), Some(held)) = (seen.get_mut(group), holder.get(group)) else { continue };
        if std::mem::replace(seen, true) {
            continue;
        }
        match *held {
            Some(field) => path.push(Step { field, next: 0 }),
            None => return settle(&path, candidates, holder),
        }
    }
}

/// Gives each field of the path the group it tried last.
fn settle(path: &[Step], candidates: &[Vec<usize>], holder: &mut [Option<usize>]) {
    for step in path {
        let tried = step.next.checked_sub(1).and_then(|at| candidates.get(step.field)?.get(at));
        if let Some(slot) = tried.and_then(|&group| holder.get_mut(group)) {
            *slot = Some(step.field);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_number_of_fields_is_paired() {
        for (candidates, groups, size) in [
            (vec![], 0, 0),
            (vec![vec![0, 1], vec![0]], 2, 2),
            (vec![vec![0], vec![0]], 2, 1),
            (vec![vec![0, 1], vec![0, 2], vec![0]], 3, 3),
            (vec![vec![], vec![1]], 2, 1),
            (vec![vec![7]], 2, 0),
        ] {
            let paired = pair(&candidates, groups);
            assert_eq!(paired.iter().flatten().count(), size, "{candidates:?} gave {paired:?}");
        }
    }

    #[test]
    fn a_long_chain_does_not_overflow() {
        let mut candidates: Vec<Vec<usize>> = (0..5_000).map(|i| vec![i, i + 1]).collect();
        candidates.push(vec![0]);
        assert!(pair(&candidates, 5_001).iter().all(Option::is_some));
    }
}
