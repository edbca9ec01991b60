//! Saying whether a training was useful, or taking it back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};
use store::training::{self, Offer};
use store::training_mark;
use web::Words;
use web::components::button::csrf_field;
use web::components::icon::Icon;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Learner, Ticket, safe_next};

/// The page with every training.
const LIST: &str = "/trainings";

/// `GET /trainings/{training}/rating`: the page of the buttons.
pub async fn back(_ticket: Ticket) -> Redirect {
    Redirect::to(LIST)
}

/// `POST /trainings/{training}/rating`: useful with `yes`, not useful with `no`, nothing said otherwise; twice is as
/// once.
pub async fn create(
    State(house): State<House>,
    learner: Learner,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let known = training::by_id(&house.db, id).await?;
    if known.is_none_or(|training| training.retired_at.is_some()) {
        return Err(Refusal::NotFound);
    }
    let useful = match posted.text("useful") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let mut tx = house.db.begin().await?;
    training_mark::rate(&mut tx, learner.person.id, id, useful, house.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&safe_next(Some(posted.text("back")), LIST)))
}

/// Where the buttons stand.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The page to come back to.
    pub back: &'a str,
}

/// The question and its two buttons; the one that was chosen takes it back.
pub fn rating(words: Words, training: &Offer, place: Place<'_>) -> Markup {
    let answers = [(true, "yes", words.say("training-useful")), (false, "no", words.say("training-useless"))];
    html! {
        form class="row small" method="post" action={ "/trainings/" (training.id) "/rating" } {
            (csrf_field(place.csrf))
            input type="hidden" name="back" value=(place.back);
            span class="muted" { (words.say("training-rating")) span class="visually-hidden" { " " (training.title) } }
            @for (useful, value, label) in answers {
                @let chosen = training.useful == Some(useful);
                button class="btn btn--bare btn--s" name="useful" value=(if chosen { "" } else { value })
                    aria-pressed=(chosen) {
                    (if chosen { Icon::Check } else { Icon::Open }) (label)
                    span class="visually-hidden" { " : " (training.title) }
                }
            }
        }
    }
}
