//! How a verdict is written in the database: a small number that never changes its meaning.

use grade::Status;

const NUMBERS: [(Status, i64); 6] = [
    (Status::Ok, 1),
    (Status::Partially, 2),
    (Status::Ko, 3),
    (Status::Skipped, 4),
    (Status::TimedOut, 5),
    (Status::FocusedOut, 6),
];

/// The number of a status.
#[must_use]
pub fn write(status: Status) -> i64 {
    NUMBERS.iter().find(|(known, _)| *known == status).map_or(0, |(_, number)| *number)
}

/// The status of a number; `None` when no status has it.
#[must_use]
pub fn read(number: i64) -> Option<Status> {
    NUMBERS.iter().find(|(_, known)| *known == number).map(|(status, _)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_own_number() {
        for (status, number) in NUMBERS {
            assert_eq!(write(status), number);
            assert_eq!(read(number), Some(status));
        }
        assert_eq!((read(0), read(7)), (None, None));
    }
}
