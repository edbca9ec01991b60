//! The page of [`crate::workplace`].

use maud::{Markup, html};
use store::membership::{Role, Workplace};
use web::Words;
use web::components::button::{Button, csrf_field};
use web::visit::Member;

/// Each organisation with what one may do there; all but the present one can be chosen.
pub fn page(member: &Member, workplaces: &[Workplace]) -> Markup {
    let words = member.frame.words();
    html! {
        div class="stack-l" {
            h1 { (words.say("orga-workplaces-title")) }
            ul class="stack plain" { @for workplace in workplaces { li { (line(member, words, workplace)) } } }
        }
    }
}

fn line(member: &Member, words: Words, workplace: &Workplace) -> Markup {
    html! {
        div class="card row between" {
            div class="stack-s" {
                p { strong { (workplace.name) } }
                p class="muted small" {
                    @if let Some(number) = &workplace.external_id { (number) " · " }
                    (words.say(role(workplace.role)))
                }
            }
            @if workplace.id == member.organisation.id {
                p class="muted" { (words.say("orga-workplace-present")) }
            } @else {
                form method="post" action="/orga/workplaces" {
                    (csrf_field(&member.person.form_token))
                    input type="hidden" name="organisation" value=(workplace.id);
                    (Button::submit(words.say("orga-workplace-choose")).quiet())
                }
            }
        }
    }
}

/// The words for a role.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Admin => "orga-role-admin",
        Role::Member => "orga-role-member",
    }
}
