//! The page of [`crate::team`].

use maud::{Markup, html};
use rules::invitation::State;
use store::invitation::Invitation;
use store::membership::{Person, Role};
use web::Words;
use web::components::banner::Tone;
use web::components::button::{Button, csrf_field, post};
use web::components::icon::Icon;
use web::components::tag;
use web::moment::date;
use web::visit::Member;
use web::words::key;

use crate::team::may_manage;
use crate::workplace_page::role;

/// What the page shows.
pub struct Team<'a> {
    /// The language.
    pub words: Words,
    /// Who looks at it.
    pub member: &'a Member,
    /// The people who work here, by name.
    pub people: &'a [Person],
    /// The invitations, the newest first; none for whoever may not invite.
    pub invitations: &'a [Invitation],
}

impl Team<'_> {
    fn admins(&self) -> usize {
        self.people.iter().filter(|person| person.role == Role::Admin).count()
    }
}

/// The whole page.
pub fn page(team: &Team<'_>) -> Markup {
    let words = team.words;
    html! {
        div class="stack" {
            div class="row row--between" {
                h1 { (words.say("team-title")) }
                @if may_manage(team.member) { (Button::link(words.say("team-invite"), "/orga/team/invitations")) }
            }
            @if !may_manage(team.member) { p class="muted" { (words.say("team-not-admin")) } }
            (members(team))
            p { (Button::link(words.say("team-leave"), "/orga/team/departure").quiet().small()) }
            @if may_manage(team.member) { (invitations(team)) }
        }
    }
}

fn members(team: &Team<'_>) -> Markup {
    let words = team.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("team-title")) {
            table class="table table--people" {
                caption { (words.with("team-count", &[("n", team.people.len().into())])) }
                thead { tr {
                    th scope="col" { (words.say("team-name")) }
                    th scope="col" { (words.say("team-role")) }
                    th scope="col" { (words.say("team-joined")) }
                    @if may_manage(team.member) { th scope="col" { (words.say("team-actions")) } }
                } }
                tbody { @for person in team.people { (row(team, person)) } }
            }
        }
    }
}

fn row(team: &Team<'_>, person: &Person) -> Markup {
    let words = team.words;
    let me = person.account_id == team.member.person.id;
    html! {
        tr {
            th scope="row" {
                span class="strong" { (person.name()) }
                @if me { " " span class="muted small" { (words.say("team-me")) } }
                @if let Some(email) = &person.email { br; span class="muted small" { (email) } }
            }
            td data-label=(words.say("team-role")) { (words.say(role(person.role))) }
            td class="short" data-label=(words.say("team-joined")) { (date(words.lang(), person.joined_at)) }
            @if may_manage(team.member) { td { (actions(team, person, me)) } }
        }
    }
}

/// The last administrator stays: there is no button that would be refused.
fn actions(team: &Team<'_>, person: &Person, me: bool) -> Markup {
    let (words, csrf) = (team.words, &team.member.person.form_token);
    let (next, label) = match person.role {
        Role::Admin => (Role::Member, key("team-make-member")),
        Role::Member => (Role::Admin, key("team-make-admin")),
    };
    let stays = person.role == Role::Admin && team.admins() == 1;
    let at = |page: &str| format!("/orga/team/{}/{page}", person.account_id);
    html! {
        @if stays { span class="muted small" { (words.say("team-only-admin")) } }
        @else {
            div class="row" {
                form method="post" action=(at("role")) {
                    (csrf_field(csrf))
                    button class="btn btn--bare btn--s" type="submit" name="role" value=(next.name()) {
                        (words.say(label)) span class="visually-hidden" { " " (person.name()) }
                    }
                }
                @if !me {
                    a class="btn btn--bare btn--s" href=(at("removal")) {
                        (words.say("team-remove")) span class="visually-hidden" { " " (person.name()) }
                    }
                }
            }
        }
    }
}

fn invitations(team: &Team<'_>) -> Markup {
    let words = team.words;
    html! {
        div class="stack-s" {
            h2 id="invitations" { (words.say("team-invitations")) }
            @if team.invitations.is_empty() { p class="muted" { (words.say("team-no-invitation")) } }
            @else {
                div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="invitations" {
                    table class="table table--people" {
                        thead { tr {
                            th scope="col" { (words.say("team-address")) }
                            th scope="col" { (words.say("team-role")) }
                            th scope="col" { (words.say("team-state")) }
                            th scope="col" { (words.say("team-sent")) }
                            th scope="col" { (words.say("team-actions")) }
                        } }
                        tbody { @for invitation in team.invitations { (line(team, invitation)) } }
                    }
                }
            }
        }
    }
}

fn line(team: &Team<'_>, invitation: &Invitation) -> Markup {
    let (words, csrf) = (team.words, &team.member.person.form_token);
    let state = State::of(invitation.accepted_at.is_some(), invitation.cancelled_at.is_some());
    let at = |page: &str| format!("/orga/team/invitations/{}/{page}", invitation.id);
    html! {
        tr {
            th scope="row" { (invitation.email) }
            td data-label=(words.say("team-role")) { (words.say(role(invitation.role.unwrap_or(Role::Member)))) }
            td { (told(words, state)) }
            td class="short" data-label=(words.say("team-sent")) { (date(words.lang(), invitation.sent_at)) }
            td {
                @if state == State::Pending {
                    div class="row" {
                        (post(&at("sending"), csrf, &Button::submit(words.say("team-send-again")).bare().small()))
                        (post(&at("cancellation"), csrf, &Button::submit(words.say("team-cancel")).bare().small()))
                    }
                }
            }
        }
    }
}

fn told(words: Words, state: State) -> Markup {
    match state {
        State::Pending => tag::tag(Tone::Info, Icon::Clock, words.say("invitation-pending")),
        State::Accepted => tag::tag(Tone::Ok, Icon::Check, words.say("invitation-accepted")),
        State::Cancelled => tag::tag(Tone::Warn, Icon::Cross, words.say("invitation-cancelled")),
    }
}
