//! The page of [`crate::username`].

use maud::{Markup, html};
use store::pupil_username::Candidate;
use web::Words;
use web::components::banner::{Tone, banner};

use crate::pupil_group_page::{Group, Pupils, box_of};

/// Where the page is.
pub const PATH: &str = "/orga/learners/usernames";

/// The whole page.
pub fn page(group: &Group<'_>, pupils: &[Candidate]) -> Markup {
    let words = group.words;
    let above = [
        (words.say("learners-title"), "/orga/learners"),
        (words.say("passwords-title"), "/orga/learners/passwords"),
    ];
    html! {
        div class="stack" {
            (group.head((words.say("usernames-title"), words.say("usernames-lead")), &above))
            @if !pupils.is_empty() { (group.pupils(&table(group, pupils))) }
            @else if !group.asked.division.is_empty() { (banner(Tone::Info, &html! { p { (words.say("usernames-none")) } })) }
        }
    }
}

fn table(group: &Group<'_>, pupils: &[Candidate]) -> Pupils {
    Pupils {
        rows: html! { @for pupil in pupils { (row(group.words, pupil)) } },
        any: pupils.iter().any(|pupil| !pupil.elsewhere),
        // Whoever has a username leaves the list: the others move up.
        next: (group.portion.last() > 1).then_some(group.portion.page),
    }
}

fn row(words: Words, pupil: &Candidate) -> Markup {
    let name = html! { (pupil.last_name) " " (pupil.first_name) };
    // Whoever signs in by mail needs no username: it is for the teacher to say.
    let ticked = (!pupil.elsewhere).then_some(pupil.account_id.is_none());
    let login = match (pupil.elsewhere, pupil.account_id) {
        (true, _) => "usernames-elsewhere",
        (false, Some(_)) => "usernames-by-email",
        (false, None) => "learners-login-none",
    };
    html! {
        tr {
            th scope="row" { (box_of(&pupil.id.to_string(), &name, ticked)) }
            td { (words.say(login)) }
        }
    }
}
