//! The criteria by which our test may choose its questions.

use super::table::Table;
use super::tables::{count, decimals, percent};
use clap::ValueEnum;
use measure::certification::Criterion;
use measure::study::CriterionStudy;

/// What the next question is chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Fisher's information at the running ability.
    Information,
    /// Its mean over the posterior.
    PosteriorInformation,
    /// The divergence of Kullback and Leibler, its mean over the posterior.
    KullbackLeibler,
    /// The expected reduction of the posterior variance.
    PosteriorVariance,
    /// The mutual information of the answer and the ability.
    MutualInformation,
}

impl From<By> for Criterion {
    fn from(by: By) -> Self {
        match by {
            By::Information => Self::Information,
            By::PosteriorInformation => Self::PosteriorInformation,
            By::KullbackLeibler => Self::KullbackLeibler,
            By::PosteriorVariance => Self::PosteriorVariance,
            By::MutualInformation => Self::MutualInformation,
        }
    }
}

fn name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Information => "Fisher's information (default)",
        Criterion::PosteriorInformation => "its mean over the posterior",
        Criterion::KullbackLeibler => "Kullback–Leibler over the posterior",
        Criterion::PosteriorVariance => "expected posterior variance (MEPV)",
        Criterion::MutualInformation => "mutual information",
    }
}

/// What each criterion showed.
pub fn table(rows: &[CriterionStudy]) -> Table {
    let head = [
        "test",
        "criterion",
        "RMSE, expected ability",
        "less the default's",
        "±",
        "RMSE, issued ability",
        "most asked item",
        "items never asked",
        "overlap of two tests",
    ];
    let mut table = Table::new("What questions are chosen by, the same people and answers", &head);
    for row in rows {
        table.push([
            row.test.to_owned(),
            name(row.criterion).to_owned(),
            decimals(row.rmse, 4),
            decimals(row.difference, 4),
            decimals(row.difference_error, 4),
            decimals(row.issued, 4),
            percent(row.most),
            count(row.unused),
            percent(row.overlap),
        ]);
    }
    table
}
