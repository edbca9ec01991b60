//! The page of [`crate::device`], and the names of devices.

use maud::{Markup, html};
use store::TokenHash;
use store::session::Session;
use web::Words;
use web::components::banner::Tone;
use web::components::button::{Button, csrf_field, post};
use web::components::card::{Ground, card};
use web::components::icon::Icon;
use web::components::tag::tag;
use web::moment::date;

/// What browsers call themselves, the telling word first: each also claims to be those below.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("AppleWebKit", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The list, the present session marked, and one button for all the others.
pub fn page(words: Words, sessions: &[Session], here: TokenHash, csrf: &str) -> Markup {
    let everywhere = Button::submit(words.say("devices-others")).value("others", "1");
    html! {
        div class="stack" {
            h1 { (words.say("devices-title")) }
            p class="lead" { (words.say("devices-lead")) }
            ul class="list stack" {
                @for session in sessions { li { (card(Ground::Plain, &device(words, session, here, csrf))) } }
            }
            @if sessions.len() > 1 { div { (post("/account/devices", csrf, &everywhere)) } }
            p { (Button::link(words.say("account-back"), "/account").quiet()) }
        }
    }
}

fn device(words: Words, session: &Session, here: TokenHash, csrf: &str) -> Markup {
    let name = name(words, &session.device);
    let mark = session.token_hash.mark();
    html! {
        h2 class="title-s" { (name) }
        p class="muted" { (words.say("devices-used")) " " (date(words.lang(), session.seen_at)) }
        @if session.token_hash == here { p { (tag(Tone::Ok, Icon::Check, words.say("devices-here"))) } }
        @else {
            form class="stack" method="post" action="/account/devices" {
                (csrf_field(csrf))
                input type="hidden" name="device" value=(mark);
                (Button::submit(&words.with("devices-close", &[("name", name.as_str().into())])).quiet().small())
            }
        }
    }
}

/// What people call a device, from what its browser says of itself.
fn name(words: Words, agent: &str) -> String {
    let found = |list: &[(&str, &'static str)]| {
        list.iter().find(|(word, _)| agent.contains(word)).map(|(_, name)| *name)
    };
    match (found(&BROWSERS), found(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => words.say("devices-unknown").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::Lang;

    #[test]
    fn devices_have_names_that_people_know() {
        let check = |agent: &str, expected: &str| {
            assert_eq!(name(Words::of(Lang::Fr), agent), expected, "{agent}");
        };
        let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
        check("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux");
        check(
            &format!("Mozilla/5.0 (Windows NT 10.0) {webkit} Chrome/120 Safari/537 Edg/120"),
            "Edge, Windows",
        );
        check(&format!("Mozilla/5.0 (Linux; Android 10; K) {webkit} Chrome/120 Mobile"), "Chrome, Android");
        check(&format!("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) {webkit}"), "Safari, iPhone");
        check("", "Appareil inconnu");
        check("<script>", "Appareil inconnu");
    }
}
