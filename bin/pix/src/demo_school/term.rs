//! The campaigns of the demonstration's school, and who of its pupils did what in them.

use super::roll::Pupil;
use super::{PROFILES_CODE, PROTECTION_CODE};
use rules::search_text::search_text;
use store::account::Creation;
use store::campaign::{self, Campaign, Kind};
use store::{CampaignId, Result, TargetProfileId, target_profile};
use web::house::House;

/// Milliseconds of a day.
pub const DAY_MS: i64 = 24 * 3_600_000;
const MINUTE_MS: i64 = 60_000;
/// Lessons begin at eight o'clock, universal time, and last 55 minutes.
const MORNING_MS: i64 = 8 * 60 * MINUTE_MS;
const LESSON_MS: i64 = 55 * MINUTE_MS;
/// The ready-made target profile "Protection et sécurité".
const PROTECTION: i64 = 300;
/// The competences that pupils take by themselves, by index, the first ones first.
pub const COMPETENCES: [u8; 8] = [0, 11, 1, 3, 7, 14, 12, 2];
/// The class of the campaign in full swing.
const RENTREE: &str = "6e B";

/// The campaigns.
#[derive(Debug, Clone)]
pub struct Term {
    /// The instant that all others count from.
    pub now: i64,
    /// In full swing.
    pub rentree: Campaign,
    /// Over, and archived.
    pub protection: Campaign,
    /// Collects profiles.
    pub profiles: Campaign,
}

/// What a pupil did: when a test began and after how many answers it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// In the campaign that is over.
    pub protection: Option<(i64, Option<u16>)>,
    /// In the collection: when it began, and whether it was sent.
    pub profile: Option<(i64, bool)>,
    /// In the campaign in full swing.
    pub rentree: Option<(i64, Option<u16>)>,
}

/// The campaigns beside the first one, made when they do not exist yet; none when somebody deleted one of them.
pub async fn open(house: &House, rentree: Campaign) -> Result<Option<Term>> {
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    for (campaign, archived_at) in drafts(house, &rentree, now).await? {
        if campaign::create(&mut tx, &campaign).await? == Creation::Taken {
            break;
        }
        if let Some(at) = archived_at {
            campaign::archive(&mut tx, campaign.organisation_id, campaign.id, campaign.owner_id, at).await?;
        }
    }
    tx.commit().await?;
    let protection = campaign::by_code(&house.db, PROTECTION_CODE).await?;
    let profiles = campaign::by_code(&house.db, PROFILES_CODE).await?;
    let both = protection.zip(profiles);
    Ok(both.map(|(protection, profiles)| Term { now, rentree, protection, profiles }))
}

/// The further campaigns, and when they were archived.
async fn drafts(house: &House, rentree: &Campaign, now: i64) -> Result<[(Campaign, Option<i64>); 2]> {
    let profile = target_profile::by_id(&house.db, TargetProfileId::from_number(PROTECTION)).await?;
    let (begun, asked) = (now - 38 * DAY_MS, now - 15 * DAY_MS);
    let draft = |kind, at| {
        let id = CampaignId::new(at, rentree.id.number().cast_unsigned());
        Campaign::new(rentree.organisation_id, id, kind, rentree.owner_id, at)
    };
    let named = |name: &str, code: &str, campaign: Campaign| Campaign {
        code: code.to_owned(),
        name: name.to_owned(),
        sought: search_text(name),
        ..campaign
    };
    let protection = Campaign {
        title: Some("Protection et sécurité".to_owned()),
        target_profile_id: profile.as_ref().map(|profile| profile.id),
        tubes: profile.map(|profile| profile.tubes).unwrap_or_default(),
        ..named("Protection et sécurité, automne", PROTECTION_CODE, draft(Kind::Assessment, begun))
    };
    let profiles = Campaign {
        title: Some("Ton profil avant le conseil de classe".to_owned()),
        several_sendings: true,
        ..named("Profils avant les conseils de classe", PROFILES_CODE, draft(Kind::Collection, asked))
    };
    Ok([(protection, Some(now - 12 * DAY_MS)), (profiles, None)])
}

impl Term {
    /// What a pupil did. Who is ill, slow or late is told by the number, the same whenever it is asked.
    pub fn attendance(&self, pupil: &Pupil) -> Attendance {
        let (number, place) = (pupil.number, pupil.place);
        let left = |often: u16, after: u16| (number % often == 3).then_some(after + number % 5);
        let begun = lesson(self.now, 34 - i64::from(number / 25), place % 8);
        let here = RENTREE == self.class(pupil);
        Attendance {
            protection: (number % 12 != 7).then_some((begun, left(10, 4))),
            profile: (number % 5 != 2).then_some((self.asked(pupil, here), number % 9 != 4)),
            rentree: here.then(|| self.rentree(place)).flatten(),
        }
    }

    /// Each class is asked for its profiles on a day of its own, and some come later; not those who had the test of the
    /// campaign in full swing before them.
    fn asked(&self, pupil: &Pupil, here: bool) -> i64 {
        let late = !here && pupil.number.is_multiple_of(3);
        let days = 9 - i64::from(pupil.number / 25) - if late { 3 } else { 0 };
        lesson(self.now, days, pupil.place % 8)
    }

    /// Of the class in full swing most have ended, some are at it this hour, some have not begun.
    fn rentree(&self, place: u16) -> Option<(i64, Option<u16>)> {
        match place % 6 {
            0..=2 => Some((lesson(self.now, 1 + i64::from(place % 5), place % 8), None)),
            3 | 4 => Some((self.now - 20 * MINUTE_MS - i64::from(place) * 7_000, Some(3 + place % 9))),
            _ => None,
        }
    }

    fn class(&self, pupil: &Pupil) -> &'static str {
        super::roll::CLASSES.get(usize::from(pupil.number / 25)).map_or("", |class| class.name)
    }
}

/// A lesson so many days ago, or on the Friday before when that was no day of school.
pub fn lesson(now: i64, days: i64, number: u16) -> i64 {
    let day = now.div_euclid(DAY_MS) - days;
    // The first of January 1970 was a Thursday.
    let after_friday = ((day + 3).rem_euclid(7) - 4).max(0);
    (day - after_friday) * DAY_MS + MORNING_MS + i64::from(number) * LESSON_MS
}
