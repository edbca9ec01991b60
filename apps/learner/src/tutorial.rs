//! A tutorial: a short lesson of ours.

use axum::extract::{Path, State};
use axum::response::Html;
use maud::html;
use web::components::breadcrumb::breadcrumb;
use web::components::prose::prose;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::frame::Sheet;

/// `GET /tutorials/{tutorial}`.
pub async fn show(
    State(house): State<House>,
    learner: Learner,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let release = &house.bank.present().release;
    let tutorial = release.tutorial(&id).ok_or(Refusal::NotFound)?;
    let (words, lang) = (learner.frame.words(), learner.frame.lang);
    let code = id.split('-').next().unwrap_or_default();
    let competence = release.framework().competence(code).map_or("", |competence| competence.name.get(lang));
    let title = tutorial.title.get(lang);
    let above = format!("/competences/{code}");
    let body = html! {
        article class="stack" {
            (breadcrumb(words, &[(words.say("profile-title"), "/profile"), (competence, &above)], title))
            p class="muted small" { (words.with("tutorial-kind", &[("minutes", tutorial.front.minutes.into())])) }
            h1 { (title) }
            (prose(tutorial.body.get(lang).as_str()))
            p class="muted small" { (words.say("tutorial-licence")) }
        }
    };
    Ok(Sheet::text(title, body).within("profile").for_learner(&house, &learner))
}
