//! The page of [`crate::invitation_acceptance`].

use maud::{Markup, html};
use rules::invitation::Entry;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, post};

/// What the page shows.
pub struct Opened<'a> {
    /// The language.
    pub words: Words,
    /// The code of the link.
    pub code: &'a str,
    /// The name of the organisation.
    pub organisation: &'a str,
    /// What the invitation is to whoever opens it.
    pub entry: Entry,
    /// The token of the session's forms; none for a stranger.
    pub csrf: Option<&'a str>,
}

/// The whole page.
pub fn page(opened: &Opened<'_>) -> Markup {
    let words = opened.words;
    let name = [("organisation", opened.organisation.into())];
    html! {
        div class="stack narrow-text" {
            h1 { (words.say("invitation-title")) }
            @match opened.entry {
                Entry::Open => {
                    p class="lead" { (words.with("invitation-lead", &name)) }
                    p { (words.say("invitation-what")) }
                    (way_in(opened))
                }
                Entry::Mine => {
                    p class="lead" { (words.with("invitation-mine", &name)) }
                    p { (Button::link(words.say("invitation-go"), "/orga")) }
                }
                Entry::Used => { (closed(words.say("invitation-used"), words.say("invitation-used-next"))) }
                Entry::Cancelled => { (closed(words.say("invitation-taken-back"), words.say("invitation-taken-back-next"))) }
            }
        }
    }
}

/// A button for whoever is signed in; strangers come back here once they are.
fn way_in(opened: &Opened<'_>) -> Markup {
    let (words, path) = (opened.words, format!("/invitations/{}", opened.code));
    match opened.csrf {
        Some(csrf) => post(&path, csrf, &Button::submit(words.say("invitation-join"))),
        None => html! {
            p { (words.say("invitation-stranger")) }
            div class="row" {
                (Button::link(words.say("invitation-sign-in"), &format!("/sign-in?next={path}")))
                (Button::link(words.say("invitation-sign-up"), &format!("/sign-up?next={path}")).quiet())
            }
        },
    }
}

fn closed(happened: &str, next: &str) -> Markup {
    banner(Tone::Warn, &html! { p { strong { (happened) } } p { (next) } })
}
