//! The picture that helps learners to find what a campaign asks them to identify themselves with: where a number stands
//! on a card, for one.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::picture::{self, Picture};
use rules::picture_metadata::bare;
use store::PictureId;
use store::campaign::Campaign;
use store::campaign_picture::{self, Described, New, of_campaign};
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;
use web::words::key;

use crate::campaign_loading::load_to_change;
use crate::campaign_picture_page::{self as page, Filling};
use crate::campaign_settings::done;
use crate::frame::Sheet;
use crate::import_file::{Sent, Unread};

/// The longest description, in characters.
pub const LONGEST: usize = 300;
/// The most bytes of the form that are read: a picture that is too heavy is told, and what was typed stays.
pub const LARGEST_BODY: usize = 5 * picture::LARGEST;
/// The field of the description.
pub const DESCRIPTION: &str = "description";

/// The address of this page for a campaign.
pub fn address(campaign: &Campaign) -> String {
    format!("/orga/campaigns/{}/picture", campaign.id)
}

/// What is wrong: keys of sentences, about the file and about the description.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faults {
    /// About the file.
    pub file: Option<&'static str>,
    /// About the description.
    pub description: Option<&'static str>,
}

/// `GET /orga/campaigns/{campaign}/picture`: the picture there is, and the form of another one.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
) -> Result<Html<String>, Refusal> {
    let campaign = load_to_change(&house, &member, &campaign).await?;
    let present = of_campaign(&house.db, campaign.id).await?;
    let typed = present.as_ref().map_or("", |present| present.description.as_str());
    Ok(render(&house, &member, (&campaign, present.as_ref()), (typed, Faults::default())))
}

/// `POST /orga/campaigns/{campaign}/picture`: keeps the picture with its description; without a new file, the description
/// of the one there is.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let campaign = load_to_change(&house, &member, &campaign).await?;
    let present = of_campaign(&house.db, campaign.id).await?;
    let refused = |typed: &str, faults| {
        let page = render(&house, &member, (&campaign, present.as_ref()), (typed, faults));
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let sent = match Sent::read(request, &house).await {
        Ok(sent) => sent,
        Err(Unread::TooLarge) => {
            let file = Some(fault_word(picture::Fault::TooHeavy));
            return refused("", Faults { file, description: None });
        }
        Err(other) => return Err(other.into()),
    };
    sent.form.made_for(&member.person)?;
    let description = sent.form.text(DESCRIPTION).replace(char::is_control, " ").trim().to_owned();
    match taken(&sent.bytes, &description, present.is_some()) {
        Err(faults) => refused(&description, faults),
        Ok(picture) => Ok(keep(&house, &campaign, (picture, description)).await?.into_response()),
    }
}

/// A picture and its bytes, which tell nothing beside it.
type Bare = (Picture, Vec<u8>);

/// The picture that is sent, or none when the one there is stays.
fn taken(bytes: &[u8], description: &str, present: bool) -> Result<Option<Bare>, Faults> {
    let read = match bare(bytes) {
        Ok(picture) => Ok(Some(picture)),
        Err(picture::Fault::Missing) if present => Ok(None),
        Err(fault) => Err(fault_word(fault)),
    };
    let described = match description.chars().count() {
        0 => Some(key("campaign-picture-undescribed")),
        count if count > LONGEST => Some(key("campaign-picture-long")),
        _ => None,
    };
    match (read, described) {
        (Ok(picture), None) => Ok(picture),
        (read, description) => Err(Faults { file: read.err(), description }),
    }
}

const fn fault_word(fault: picture::Fault) -> &'static str {
    match fault {
        picture::Fault::Missing => key("campaign-picture-missing"),
        picture::Fault::TooHeavy => key("campaign-picture-heavy"),
        picture::Fault::Unknown => key("campaign-picture-unknown"),
        picture::Fault::TooWide => key("campaign-picture-wide"),
        picture::Fault::Turned => key("campaign-picture-turned"),
    }
}

async fn keep(
    house: &House,
    campaign: &Campaign,
    (picture, description): (Option<Bare>, String),
) -> Result<Redirect, Refusal> {
    let now = house.clock.now();
    let id = PictureId::new(now, house.entropy.number()?);
    let mut tx = house.db.begin().await?;
    match picture {
        None => _ = campaign_picture::describe(&mut tx, campaign.id, &description).await?,
        Some((Picture { kind, width, height }, bytes)) => {
            let described = Described { id, description, width: width.into(), height: height.into() };
            let (organisation, campaign) = (campaign.organisation_id, campaign.id);
            let new = New { organisation, campaign, described, media: kind.media(), bytes: &bytes };
            campaign_picture::put(&mut tx, &new, now).await?;
        }
    }
    tx.commit().await?;
    Ok(done(campaign.id, "picture"))
}

fn render(
    house: &House,
    member: &Member,
    (campaign, present): (&Campaign, Option<&Described>),
    (typed, faults): (&str, Faults),
) -> Html<String> {
    let (words, csrf) = (member.frame.words(), &member.person.form_token);
    let body = page::page(&Filling { words, csrf, campaign, present, typed, faults });
    let sheet = Sheet { width: Width::Text, ..Sheet::new(words.say("campaign-picture-title"), body) };
    sheet.within("campaigns").render(house, member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_taken_with_its_description() {
        let png =
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x08\x08\x02\0\0\0\xf0\x8d\x85\x25".as_slice();
        let picture = bare(png).expect("a picture");
        let faults = |file, description| Err(Faults { file, description });
        let (missing, unknown) = (Some("campaign-picture-missing"), Some("campaign-picture-unknown"));
        let (undescribed, long) = (Some("campaign-picture-undescribed"), Some("campaign-picture-long"));
        let novel = "a".repeat(LONGEST + 1);
        for (bytes, description, present, expected) in [
            (png, "Une carte", false, Ok(Some(picture))),
            (b"".as_slice(), "Une carte", true, Ok(None)),
            (b"", "Une carte", false, faults(missing, None)),
            (b"", "", false, faults(missing, undescribed)),
            (b"", "", true, faults(None, undescribed)),
            (png, &novel, true, faults(None, long)),
            (b"GIF89a", "Une carte", true, faults(unknown, None)),
        ] {
            assert_eq!(taken(bytes, description, present), expected, "{description:?}, present: {present}");
        }
    }
}
