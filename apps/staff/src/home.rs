//! The first page of the app: what the staff look after.

use axum::extract::State;
use axum::response::Html;
use maud::{Markup, html};
use web::Words;
use web::house::House;
use web::visit::Staff;

use crate::frame::Sheet;

/// `GET /staff`.
pub async fn show(State(house): State<House>, staff: Staff) -> Html<String> {
    let words = staff.frame.words();
    Sheet::new("", words.say("staff-title"), page(words)).render(&house, &staff)
}

fn page(words: Words) -> Markup {
    let rooms = [
        ("/staff/organisations", words.say("staff-organisations"), words.say("staff-organisations-lead")),
        ("/staff/centres", words.say("staff-centres"), words.say("staff-centres-lead")),
        ("/staff/profiles", words.say("staff-profiles"), words.say("staff-profiles-lead")),
        ("/staff/trainings", words.say("staff-trainings"), words.say("staff-trainings-lead")),
        ("/bank", words.say("bank-title"), words.say("staff-bank-lead")),
        ("/reports", words.say("reports-title"), words.say("reports-lead")),
    ];
    html! {
        div class="stack-l" {
            h1 { (words.say("staff-title")) }
            ul class="list stack" {
                @for (href, title, about) in rooms {
                    li class="card stack-s" { h2 { a href=(href) { (title) } } p class="muted" { (about) } }
                }
            }
        }
    }
}
