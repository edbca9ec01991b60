//! The page of [`crate::correction`].

use maud::{Markup, html};
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::components::exhibit::exhibit;
use web::components::fold::more;
use web::components::prose::prose;
use web::components::status::status_icon;

use crate::answer_shown::{Answered, correction};
use crate::attempt_loading::Standing;
use crate::mini_web_page::entry;
use crate::report_page::{Report, fold};

/// The question as it was, and its correction.
pub fn page(words: Words, standing: &Standing, answered: &Answered, here: &str) -> Markup {
    let paper = &answered.instance.paper;
    let web = standing.path(&format!("/questions/{}/web", answered.row.position));
    let question = html! {
        div class="stack" lang=(paper.lang.code()) {
            (prose(paper.statement.as_str()))
            (entry(words, paper, &web, &format!("?lang={}", paper.lang.code())))
            @for (number, one) in paper.exhibits.iter().enumerate() { (exhibit(words, one, number)) }
        }
    };
    let (name, above) = (standing.name(words.lang()), standing.above());
    let report = standing.path(&format!("/reports/{}", answered.row.position));
    html! {
        div class="stack" {
            (breadcrumb(words, &[list_of(words, standing), (&name, &above)], here))
            div class="row" { (status_icon(answered.shown())) span class="muted" { (answered.shown().word(words)) } }
            h1 lang=(paper.lang.code()) { (paper.title) }
            section class="stack" aria-labelledby="correction" {
                h2 id="correction" { (here) }
                (correction(words, standing, answered))
            }
            (more(words.say("correction-question"), &question))
            (fold(&Report { words, paper, answered: true, action: &report, csrf: &standing.learner.person.form_token }))
            div class="row" {
                (Button::link(words.say("correction-back"), &standing.path("")).quiet())
                (Button::link(words.say("nav-mistakes"), "/mistakes").bare())
            }
        }
    }
}

/// The list that the test belongs to: the competences, or one's campaigns.
fn list_of(words: Words, standing: &Standing) -> (&'static str, &'static str) {
    match standing.campaign {
        Some(_) => (words.say("participations-title"), "/participations"),
        None => (words.say("profile-title"), "/profile"),
    }
}
