//! Taking the account from a pupil of the list, who joined with somebody else's (a sister's, on the family's computer)
//! or lost theirs: the right person can link theirs afterwards.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use maud::html;
use rules::reconciliation::Login;
use store::learner_detachment::{self, Attached};
use store::{AccountId, LearnerId};
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::note::note;
use crate::password_reset_page::PATH;
use crate::pupil_group::{Asked, UNDIVIDED};

/// `GET /orga/learners/{learner}/detachment?division=6A&page=2`: what changes and what is kept, spelled out.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(learner): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let id: LearnerId = learner.parse().map_err(|_| Refusal::NotFound)?;
    let attached = learner_detachment::attached(&house.db, member.organisation.id, id).await?;
    let attached = attached.ok_or(Refusal::NotFound)?;
    let class = class_of(&attached, &Asked::read(&query));
    Ok(page(&house, &member, (id, &attached), &class))
}

/// `POST /orga/learners/{learner}/detachment`: takes the account that the page named, and no other: once. It leads back
/// to the class.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(learner): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let id: LearnerId = learner.parse().map_err(|_| Refusal::NotFound)?;
    let account: AccountId = posted.text("account").parse().map_err(|_| Refusal::BrokenForm)?;
    let mut tx = house.db.begin().await?;
    let (organisation, now) = (member.organisation.id, house.clock.now());
    if learner_detachment::detach(&mut tx, organisation, (id, account), now).await? {
        let subjects = [account.to_string(), id.to_string()];
        note(&house, &mut tx, &member, "account-detached", subjects).await?;
    }
    tx.commit().await?;
    let class = Asked::sent(&posted);
    Ok(Redirect::to(&format!("{}&done=detached", class.address(PATH, class.page))))
}

/// Where one comes from: the page of the pupil's class, whatever the address says of another one.
fn class_of(attached: &Attached, asked: &Asked) -> Asked {
    let division = attached.division.as_deref().unwrap_or(UNDIVIDED);
    let page = if asked.division == division { asked.page } else { 1 };
    Asked { division: division.to_owned(), page }
}

fn page(
    house: &House,
    member: &Member,
    (id, attached): (LearnerId, &Attached),
    class: &Asked,
) -> Html<String> {
    let (words, back) = (member.frame.words(), class.address(PATH, class.page));
    let name = format!("{} {}", attached.first_name, attached.last_name);
    let here = words.say("detachment-title");
    let above =
        [(words.say("learners-title"), "/orga/learners"), (words.say("passwords-title"), back.as_str())];
    let question = words.with("detachment-question", &[("name", name.as_str().into())]);
    let body = html! {
        div class="stack" {
            (breadcrumb(words, &above, here))
            h1 { (here) }
            section class="confirm confirm--danger" aria-labelledby="confirm" {
                h2 id="confirm" { (question) }
                ul { @for line in consequences(words, &name, attached) { li { (line) } } }
                form class="actions" method="post" action={ "/orga/learners/" (id) "/detachment" } {
                    (csrf_field(&member.person.form_token))
                    input type="hidden" name="account" value=(attached.account_id);
                    input type="hidden" name="division" value=(class.division);
                    input type="hidden" name="page" value=(class.page);
                    (Button::submit(words.say("detachment-do")).danger())
                    (Button::link(words.say("campaign-cancel"), &back).quiet())
                }
            }
        }
    };
    Sheet { width: Width::Text, ..Sheet::new(here, body) }.within("learners").render(house, member)
}

/// What changes, what is kept, what comes next.
fn consequences(words: Words, name: &str, attached: &Attached) -> [String; 4] {
    let login = Login::of(attached.email.as_deref(), attached.username.as_deref());
    let masked = [("login", login.masked().into()), ("name", name.into())];
    let account = match login {
        Login::Email(_) => words.with("detachment-email", &masked),
        Login::Username(_) => words.with("detachment-username", &masked),
        Login::External => words.with("detachment-other", &[("name", name.into())]),
    };
    let results = [("n", attached.participations.into()), ("name", name.into())];
    [
        account,
        words.say("detachment-kept").to_owned(),
        words.with("detachment-results", &results),
        words.with("detachment-next", &[("name", name.into())]),
    ]
}
