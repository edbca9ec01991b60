//! The team: who works in the organisation, and who is invited.

use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use rules::organisation_access::{Act, Standing, may};
use std::collections::HashMap;
use store::membership::Role;
use store::{invitation, membership};
use web::Words;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::team_page::{self, Team};

/// `GET /orga/team`: the page, and what was just done.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let (words, id) = (member.frame.words(), member.organisation.id);
    let people = membership::people(&house.db, id).await?;
    let present: Vec<_> = people.into_iter().filter(|person| person.left_at.is_none()).collect();
    let invitations = match may_manage(&member) {
        true => invitation::latest(&house.db, id).await?,
        false => Vec::new(),
    };
    let body = team_page::page(&Team { words, member: &member, people: &present, invitations: &invitations });
    let toast = query.get("done").and_then(|done| sentence(words, done));
    let sheet = Sheet { toast, ..Sheet::new(words.say("team-title"), body) };
    Ok(sheet.within("team").render(&house, &member))
}

/// `GET` of an action that has only a button: the page with the button.
pub async fn back(_member: Member) -> Redirect {
    Redirect::to("/orga/team")
}

/// Leads back to the team, which says what was done.
pub fn done(what: &str) -> Redirect {
    Redirect::to(&format!("/orga/team?done={what}"))
}

/// Whether a member may invite people, change roles and remove members.
pub fn may_manage(member: &Member) -> bool {
    may(Act::ManageTeam, Standing { admin: member.role == Role::Admin, owner: false })
}

/// Makes sure of it; other members are told that they may not.
pub fn managed_by(member: &Member) -> Result<(), Refusal> {
    if may_manage(member) { Ok(()) } else { Err(Refusal::Forbidden) }
}

fn sentence(words: Words, done: &str) -> Option<(Tone, &'static str)> {
    match done {
        "role" => Some((Tone::Ok, words.say("team-done-role"))),
        "removed" => Some((Tone::Ok, words.say("team-done-removed"))),
        "invited" => Some((Tone::Ok, words.say("team-done-invited"))),
        "sent" => Some((Tone::Ok, words.say("team-done-sent"))),
        "cancelled" => Some((Tone::Ok, words.say("team-done-cancelled"))),
        "last-admin" => Some((Tone::Warn, words.say("team-last-admin"))),
        _ => None,
    }
}
