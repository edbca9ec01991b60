//! By what the people of a campaign are put in order.

use std::cmp::Ordering;

use crate::list_order::{Column, Order};
use crate::participant_roll::{Person, percent};

/// The columns of the lists of participants and of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// The name.
    #[default]
    Name,
    /// The class or group; whoever has none comes last.
    Division,
    /// How far the present try is.
    Status,
    /// How many tries there are.
    Tries,
    /// The share of skills that was sent.
    Result,
    /// When it was sent.
    Sent,
    /// The pix sent with a profile.
    Pix,
    /// Whether the profile that was sent may be certified.
    Certifiable,
    /// How many tries were sent.
    Sendings,
}

impl Column for By {
    const ALL: &'static [Self] = &[
        Self::Name,
        Self::Division,
        Self::Status,
        Self::Tries,
        Self::Result,
        Self::Sent,
        Self::Pix,
        Self::Certifiable,
        Self::Sendings,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Division => "division",
            Self::Status => "status",
            Self::Tries => "tries",
            Self::Result => "result",
            Self::Sent => "sent",
            Self::Pix => "pix",
            Self::Certifiable => "certifiable",
            Self::Sendings => "sendings",
        }
    }
}

/// Puts people who come by name in order; those who are equal stay as they come.
pub fn sort(people: &mut [&Person<'_>], order: Order<By>) {
    people.sort_by(|one, next| {
        let ordering = compare(order.by, one, next);
        if order.down { ordering.reverse() } else { ordering }
    });
}

fn compare(by: By, one: &Person<'_>, next: &Person<'_>) -> Ordering {
    let (here, there) = (one.present.division.as_deref(), next.present.division.as_deref());
    let figure = |of: fn(&Person<'_>) -> Option<i64>| of(one).cmp(&of(next));
    match by {
        By::Name => (&one.sought, one.present.id).cmp(&(&next.sought, next.present.id)),
        By::Division => (here.is_none(), here).cmp(&(there.is_none(), there)),
        By::Status => one.status().cmp(&next.status()),
        By::Tries => one.tries.len().cmp(&next.tries.len()),
        By::Result => figure(|of| of.sent().and_then(percent).map(i64::from)),
        By::Sent => figure(|of| of.sent().and_then(|sent| sent.shared_at)),
        By::Pix => figure(|of| of.sent().and_then(|sent| sent.pix)),
        By::Certifiable => figure(|of| of.sent().and_then(|sent| sent.certifiable).map(i64::from)),
        By::Sendings => one.sendings().cmp(&next.sendings()),
    }
}
