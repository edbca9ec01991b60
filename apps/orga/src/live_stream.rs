//! The class at this moment, again and again, as server-sent events: every few seconds three short statements, and a
//! message where something changed. It ends when its reader leaves, when the session or the membership does, and when
//! the program stops.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName};
use axum::response::{IntoResponse, Redirect, Response};
use http_body_util::channel::{Channel, Sender};
use store::report::live;
use store::{CampaignId, OrganisationId, TokenHash, campaign, membership};
use tokio::time::{MissedTickBehavior, interval};
use web::Words;
use web::closing::Closing;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Member, session_token};

use crate::campaign_loading::load;
use crate::campaign_tabs::Tab;
use crate::live_page::Room;
use crate::live_room::{Asked, people};
use crate::live_streams::{Place, Streams};

const EVENTS: &str = "text/event-stream";
/// A line that says nothing: it finds out whether somebody is still there.
const NOTHING_NEW: &str = ":\n\n";
/// Whoever finds no place may try again after so many seconds.
const PAUSE: i64 = 30;
/// Messages that wait for a slow reader; the room is not even looked at meanwhile.
const WAITING: usize = 1;

/// `GET /orga/campaigns/{campaign}/live/stream?division=6A&state=still`: for scripts; whoever opens it is led to the
/// page.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    (Extension(streams), closing, headers): (Extension<Streams>, Closing, HeaderMap),
) -> Result<Response, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let asked = Asked::of(&query);
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !accepted.contains(EVENTS) {
        return Ok(Redirect::to(&asked.address(&Tab::Live.path(&campaign))).into_response());
    }
    let token = session_token(&headers, &house.site).ok_or(Refusal::NotFound)?;
    let place = streams.take(member.person.id).ok_or(Refusal::TooMany { seconds: PAUSE })?;
    let watch = Watch {
        house,
        words: member.frame.words(),
        token: TokenHash::of(&token),
        organisation: member.organisation.id,
        campaign: campaign.id,
        asked,
    };
    // A proxy that gathers a reply before it hands it on would hold every message back.
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), "no");
    let headers = [(CONTENT_TYPE, EVENTS), (CACHE_CONTROL, "no-store"), unbuffered];
    Ok((headers, stream(watch, (streams, place), closing)).into_response())
}

/// Somebody who watches a campaign.
struct Watch {
    house: House,
    words: Words,
    token: TokenHash,
    organisation: OrganisationId,
    campaign: CampaignId,
    asked: Asked,
}

/// A body that goes on until somebody ends it.
fn stream(watch: Watch, (streams, place): (Streams, Place), mut closing: Closing) -> Body {
    let (sender, body) = Channel::<Bytes, Infallible>::new(WAITING);
    tokio::spawn(async move {
        tokio::select! {
            () = watch.tell(&streams, sender) => {}
            () = closing.wait() => {}
        }
        drop(place);
    });
    Body::new(body)
}

impl Watch {
    /// Tells what there is to see, until nobody listens or nothing may be seen any more.
    async fn tell(&self, streams: &Streams, mut sender: Sender<Bytes, Infallible>) {
        let mut every = interval(streams.limits.every);
        every.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut told = String::new();
        loop {
            every.tick().await;
            let seen = match self.look().await {
                Ok(Some(seen)) => seen,
                Ok(None) => return,
                Err(error) => {
                    // The browser asks again by itself.
                    tracing::warn!(%error, "a class cannot be watched any more");
                    return;
                }
            };
            let message = if seen == told { NOTHING_NEW.to_owned() } else { event(&seen) };
            if sender.send_data(message.into()).await.is_err() {
                return;
            }
            told = seen;
        }
    }

    /// What is to be seen now; nothing when this person may not see it any more, or it is there no more.
    async fn look(&self) -> store::Result<Option<String>> {
        let Self { house, organisation, campaign, .. } = self;
        let now = house.clock.now();
        let found = membership::load(&house.db, self.token, &house.site.legal, now).await?;
        let workplace = found.filter(|found| found.visitor.terms_accepted).and_then(|found| found.workplace);
        if workplace.is_none_or(|(workplace, _)| workplace.id != *organisation) {
            return Ok(None);
        }
        let Some(campaign) = campaign::by_id(&house.db, *organisation, *campaign).await? else {
            return Ok(None);
        };
        let seats = live::of_campaign(&house.db, *organisation, campaign.id, &self.asked.division).await?;
        let room = Room {
            words: self.words,
            campaign: &campaign,
            people: &people(&seats, now),
            asked: &self.asked,
            base_url: &house.site.base_url,
        };
        Ok(Some(room.render().into_string()))
    }
}

/// A message: one line, whatever the names hold.
fn event(page: &str) -> String {
    format!("data: {}\n\n", page.replace(['\n', '\r'], " "))
}
