//! Taking part in a campaign: who may begin, go on, try again, and whether the organisation receives the result.

use crate::account;
use measure::placement::{Delays, Knowledge, remaining_days};

use crate::syllabus::Syllabus;

/// The longest external identifier, in characters.
pub const LONGEST_EXTERNAL_ID: usize = 255;

/// What matters of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Campaign {
    /// Whether it is archived, or its organisation is.
    pub archived: bool,
    /// Whether learners take a test; otherwise they send their profile.
    pub test: bool,
    /// Whether one may try again and send again.
    pub several_sendings: bool,
    /// Whether the organisation receives results at all.
    pub sends: bool,
}

/// What matters of somebody's present try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Try {
    /// Whether the test is over, or the profile was sent.
    pub completed: bool,
    /// When it was sent, in unix milliseconds.
    pub shared_at: Option<i64>,
    /// Whether it was deleted by the organisation.
    pub deleted: bool,
    /// Whether everything asked for was validated.
    pub perfect: bool,
}

/// Where somebody stands in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Not begun yet.
    Begin,
    /// Begun: goes on where it was left.
    Resume,
    /// Over.
    Over(Again),
}

/// Whether one may try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// No.
    Never,
    /// After so many days.
    In(u32),
    /// Now: both results are kept.
    Now,
}

/// Why somebody cannot take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The campaign is archived, and was never begun.
    Closed,
    /// The organisation deleted the try: there is no other.
    Deleted,
    /// The person is in the organisation's list no more.
    Inactive,
    /// The school's pupils come through its mediacentre, and nobody of the list is known by this account.
    Mediacentre,
    /// Another account took part in the name of the same pupil: their school decides which one counts.
    Taken,
}

/// The identity provider of schools whose pupils come through a mediacentre.
pub const GAR: &str = "GAR";

/// Whether somebody whom an organisation does not know yet may say who of its list they are.
///
/// # Errors
/// [`Refusal::Mediacentre`] where the mediacentre says it for them.
pub fn identify(provider: Option<&str>) -> Result<(), Refusal> {
    if provider == Some(GAR) { Err(Refusal::Mediacentre) } else { Ok(()) }
}

/// Whether somebody without an account may make one as a line of the organisation's list: in a secondary school, whose
/// teachers can help with usernames; `provider` tells who else says who its people are.
#[must_use]
pub fn registers(secondary_school: bool, provider: Option<&str>) -> bool {
    secondary_school && identify(provider).is_ok()
}

/// Whether a pupil of a class list may begin; `taken` tells that another account took part in their name, and that the
/// organisation did not delete it.
///
/// # Errors
/// [`Refusal::Taken`].
pub fn begin_as_pupil(taken: bool) -> Result<Place, Refusal> {
    if taken { Err(Refusal::Taken) } else { Ok(Place::Begin) }
}

/// Decides where somebody stands; `active` tells that they are in the organisation's list, or that it has none.
///
/// # Errors
/// [`Refusal`] when they can neither begin nor go on nor look back.
pub fn place(campaign: Campaign, present: Option<Try>, active: bool, now: i64) -> Result<Place, Refusal> {
    let Some(present) = present else {
        return match (campaign.archived, active) {
            (true, _) => Err(Refusal::Closed),
            (false, false) => Err(Refusal::Inactive),
            (false, true) => Ok(Place::Begin),
        };
    };
    match present {
        // A test that was begun may be finished, for oneself.
        Try { deleted: true, completed: false, .. } if campaign.test => Ok(Place::Resume),
        Try { deleted: true, .. } => Err(Refusal::Deleted),
        Try { completed: false, .. } => Ok(Place::Resume),
        Try { shared_at, perfect, .. } => {
            Ok(Place::Over(again(campaign, shared_at, perfect || !active, now)))
        }
    }
}

fn again(campaign: Campaign, shared_at: Option<i64>, done: bool, now: i64) -> Again {
    if done || campaign.archived || !campaign.several_sendings {
        return Again::Never;
    }
    match remaining_days(Delays::default().retry, shared_at, now) {
        None => Again::Never,
        Some(0) => Again::Now,
        Some(days) => Again::In(days),
    }
}

/// Whether the organisation receives a try that is complete now.
#[must_use]
pub fn is_sent(campaign: Campaign, deleted: bool) -> bool {
    campaign.sends && !campaign.archived && !deleted
}

/// How far a test is, in percent: the share of its skills of which something is known.
#[must_use]
pub fn progress(syllabus: &Syllabus, knowledge: &Knowledge) -> u32 {
    let skills = syllabus.targets().skills();
    let known = skills.iter().filter(|skill| knowledge.get(skill.id).is_some()).count();
    let share = (known * 100).checked_div(skills.len()).unwrap_or(100);
    u32::try_from(share).unwrap_or(100)
}

/// Why an external identifier is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExternalRefusal {
    /// Nothing was typed.
    Empty,
    /// More than [`LONGEST_EXTERNAL_ID`] characters.
    TooLong,
    /// An e-mail address is asked for, and this is none.
    NotAnAddress,
}

/// Cleans an external identifier.
///
/// # Errors
/// [`ExternalRefusal`] when it is not what the campaign asks for.
pub fn external_id(typed: &str, address: bool) -> Result<String, ExternalRefusal> {
    let clean = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if clean.is_empty() {
        return Err(ExternalRefusal::Empty);
    }
    if clean.chars().count() > LONGEST_EXTERNAL_ID {
        return Err(ExternalRefusal::TooLong);
    }
    if address {
        return account::email(&clean).map_err(|_| ExternalRefusal::NotAnAddress);
    }
    Ok(clean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 86_400_000;
    const NOW: i64 = 1_000 * DAY;
    const OPEN: Campaign = Campaign { archived: false, test: true, several_sendings: true, sends: true };
    const BEGUN: Try = Try { completed: false, shared_at: None, deleted: false, perfect: false };

    fn shared(days: i64) -> Try {
        Try { completed: true, shared_at: Some(NOW - days * DAY), ..BEGUN }
    }

    #[test]
    fn pupils_of_a_mediacentre_do_not_say_who_they_are() {
        for (provider, expected) in [
            (None, Ok(())),
            (Some("PIX"), Ok(())),
            (Some(""), Ok(())),
            (Some("GAR"), Err(Refusal::Mediacentre)),
        ] {
            assert_eq!(identify(provider), expected, "{provider:?}");
        }
    }

    #[test]
    fn pupils_of_secondary_schools_register_by_the_list() {
        for (secondary_school, provider, expected) in [
            (true, None, true),
            (true, Some("OTHER"), true),
            (true, Some("GAR"), false),
            (false, None, false),
        ] {
            assert_eq!(registers(secondary_school, provider), expected, "{secondary_school} {provider:?}");
        }
    }

    #[test]
    fn a_pupil_begins_where_no_other_account_took_part_in_their_name() {
        for (taken, expected) in [(false, Ok(Place::Begin)), (true, Err(Refusal::Taken))] {
            assert_eq!(begin_as_pupil(taken), expected, "{taken}");
        }
    }

    #[test]
    fn somebody_new_begins_in_an_open_campaign() {
        let archived = Campaign { archived: true, ..OPEN };
        for (campaign, active, expected) in [
            (OPEN, true, Ok(Place::Begin)),
            (OPEN, false, Err(Refusal::Inactive)),
            (archived, true, Err(Refusal::Closed)),
            (archived, false, Err(Refusal::Closed)),
        ] {
            assert_eq!(place(campaign, None, active, NOW), expected, "{campaign:?} {active}");
        }
    }

    #[test]
    fn what_was_begun_goes_on_or_is_over() {
        let archived = Campaign { archived: true, ..OPEN };
        let once = Campaign { several_sendings: false, ..OPEN };
        let collection = Campaign { test: false, ..OPEN };
        let deleted = Try { deleted: true, ..BEGUN };
        let over = |again| Ok(Place::Over(again));
        for (campaign, present, expected) in [
            (OPEN, BEGUN, Ok(Place::Resume)),
            (archived, BEGUN, Ok(Place::Resume)),
            (OPEN, deleted, Ok(Place::Resume)),
            (collection, deleted, Err(Refusal::Deleted)),
            (OPEN, Try { deleted: true, ..shared(9) }, Err(Refusal::Deleted)),
            (OPEN, shared(0), over(Again::In(4))),
            (OPEN, shared(3), over(Again::In(1))),
            (OPEN, shared(4), over(Again::Now)),
            (collection, shared(4), over(Again::Now)),
            (once, shared(4), over(Again::Never)),
            (archived, shared(4), over(Again::Never)),
            (OPEN, Try { perfect: true, ..shared(4) }, over(Again::Never)),
            (OPEN, Try { shared_at: None, ..shared(4) }, over(Again::Never)),
        ] {
            assert_eq!(place(campaign, Some(present), true, NOW), expected, "{campaign:?} {present:?}");
        }
        assert_eq!(place(OPEN, Some(shared(4)), false, NOW), over(Again::Never), "not in the list any more");
    }

    #[test]
    fn an_archived_campaign_and_a_deleted_try_receive_nothing() {
        for (campaign, deleted, expected) in [
            (OPEN, false, true),
            (OPEN, true, false),
            (Campaign { archived: true, ..OPEN }, false, false),
            (Campaign { sends: false, ..OPEN }, false, false),
        ] {
            assert_eq!(is_sent(campaign, deleted), expected, "{campaign:?} {deleted}");
        }
    }

    #[test]
    fn an_external_identifier_is_cleaned_or_refused() {
        let long = "a".repeat(256);
        for (typed, address, expected) in [
            (" 12  34 ", false, Ok("12 34")),
            ("abc", true, Err(ExternalRefusal::NotAnAddress)),
            (" Lea@Ecole.example ", true, Ok("lea@ecole.example")),
            ("  ", false, Err(ExternalRefusal::Empty)),
            ("", true, Err(ExternalRefusal::Empty)),
            (&long, false, Err(ExternalRefusal::TooLong)),
        ] {
            assert_eq!(external_id(typed, address), expected.map(str::to_owned), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn any_identifier_is_cleaned_or_refused(typed: String, address: bool) {
            if let Ok(clean) = external_id(&typed, address) {
                prop_assert_eq!(external_id(&clean, address), Ok(clean));
            }
        }
    }
}
