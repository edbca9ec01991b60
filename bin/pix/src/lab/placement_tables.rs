//! The tables of the placements.

use super::table::Table;
use super::tables::{decimals, or_none, percent};
use measure::placement::cohort::PARTS;
use measure::study::PlacementStudy;

fn rates(one: &PlacementStudy) -> String {
    format!("{}/{} %", decimals(one.slip * 100.0, 0), decimals(one.guess * 100.0, 0))
}

/// What both found.
pub fn placement(rows: &[PlacementStudy]) -> Table {
    let head = [
        "competence",
        "spread",
        "slip/guess",
        "placement",
        "questions",
        "longest",
        "RMSE, pix",
        "wrong level",
        "wrong by 2 or more",
        "ranges cover",
        "certainty told",
        "left before the end",
        "wrong level of who left",
    ];
    let mut table = Table::new("Two placements, the same learners", &head);
    for one in rows {
        table.push([
            one.competence.to_owned(),
            decimals(one.spread, 1),
            rates(one),
            one.placement.to_owned(),
            decimals(one.row.questions, 1),
            one.row.longest.to_string(),
            decimals(one.row.rmse, 2),
            percent(one.row.wrong),
            percent(one.row.far),
            or_none(one.row.covered, percent),
            or_none(one.row.certainty, percent),
            percent(one.row.left.map_or(0.0, |left| left.share)),
            or_none(one.row.left.map(|left| left.wrong), percent),
        ]);
    }
    table
}

/// What a level is worth when its learner left, by the question after which that was.
pub fn departures(rows: &[PlacementStudy]) -> Table {
    let head = [
        "competence",
        "leave before each question",
        "left after question",
        "placement",
        "left then",
        "RMSE, pix",
        "bias, pix",
        "wrong level",
        "ranges cover",
        "certainty told",
    ];
    let mut table = Table::new("What a level is worth when one leaves before the end", &head);
    let leaving = rows.iter().filter(|one| one.leave > 0.0);
    for (one, (first, last), left) in
        leaving.flat_map(|one| PARTS.iter().zip(&one.row.parts).map(move |(part, left)| (one, *part, *left)))
    {
        let Some(left) = left else { continue };
        let after = if last == u32::MAX { format!("{first} or more") } else { format!("{first} to {last}") };
        table.push([
            one.competence.to_owned(),
            percent(one.leave),
            after,
            one.placement.to_owned(),
            percent(left.share),
            decimals(left.rmse, 2),
            decimals(left.bias, 2),
            percent(left.wrong),
            or_none(left.covered, percent),
            or_none(left.certainty, percent),
        ]);
    }
    table
}
