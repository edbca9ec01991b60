//! The page of [`crate::password_reset`].

use maud::{Markup, html};
use store::learner_list::Listed;
use web::components::banner::{Tone, banner};
use web::components::button::Button;

use crate::conflict_code_page::codes;
use crate::learner_list_page::{login_word, name};
use crate::pupil_group_page::{Group, Pupils, box_of};
use crate::username_page;

/// Where the page is.
pub const PATH: &str = "/orga/learners/passwords";

/// The whole page; `usernames` tells whether the school gives usernames itself.
pub fn page(group: &Group<'_>, learners: &[Listed], usernames: bool) -> Markup {
    let words = group.words;
    let head = (words.say("passwords-title"), words.say("passwords-lead"));
    let missing = usernames && learners.iter().any(has_no_username);
    let to_usernames = group.asked.address(username_page::PATH, 1);
    html! {
        div class="stack" {
            (group.head(head, &[(words.say("learners-title"), "/orga/learners")]))
            @if missing { div class="row" { (Button::link(words.say("usernames-title"), &to_usernames).quiet()) } }
            @if !learners.is_empty() {
                (group.pupils(&table(group, learners)))
                @if !learners.iter().any(can_be_given) { (banner(Tone::Info, &html! { p { (words.say("passwords-none")) } })) }
            }
            (codes(words))
        }
    }
}

fn table(group: &Group<'_>, learners: &[Listed]) -> Pupils {
    let next = group.portion.page + 1;
    Pupils {
        rows: html! { @for learner in learners { (row(group, learners, learner)) } },
        any: learners.iter().any(can_be_given),
        next: (next <= group.portion.last()).then_some(next),
    }
}

/// Whether a password can be given: the account has a username, and no address to get in by.
const fn can_be_given(learner: &Listed) -> bool {
    learner.of_list && learner.by_username && !learner.by_email
}

/// Whether a username can be given, by what this page knows.
const fn has_no_username(learner: &Listed) -> bool {
    learner.of_list && (!learner.linked || (learner.by_email && !learner.by_username))
}

fn row(group: &Group<'_>, among: &[Listed], learner: &Listed) -> Markup {
    let words = group.words;
    let name = name(words, among, learner);
    let detachment = format!("/orga/learners/{}/detachment", learner.id);
    html! {
        tr {
            th scope="row" { (box_of(&learner.id.to_string(), &name, can_be_given(learner).then_some(true))) }
            td {
                (words.say(login_word(learner)))
                @if !can_be_given(learner) { " " span class="muted small" { (words.say("passwords-untouched")) } }
                @if learner.linked {
                    br;
                    a class="small" href=(group.asked.address(&detachment, group.portion.page)) {
                        (words.say("detachment-link")) span class="visually-hidden" { " " (learner.first_name) " " (learner.last_name) }
                    }
                }
            }
        }
    }
}
