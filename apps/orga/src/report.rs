//! The report of a class at a campaign, to be printed: where it stands, and each pupil's result.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Html;
use maud::Markup;
use store::report::tries::is_cut;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::analysis::asked;
use crate::analysis_class::Class;
use crate::analysis_page::Analysis;
use crate::frame::Sheet;
use crate::participant_roll::people;
use crate::report_loading::Material;
use crate::report_outcome::Outcome;
use crate::report_page::{self as page, Report};

/// `GET /orga/campaigns/{campaign}/report?division=6A`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let material = Material::load(&house, &member, &campaign, &query).await?;
    let title = format!("{} · {}", member.frame.words().say("class-report-title"), material.campaign.name);
    let body = body(&house, &member, &material);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}

fn body(house: &House, member: &Member, material: &Material) -> Markup {
    let (words, release) = (member.frame.words(), &house.bank.present().release);
    let (campaign, filter) = (&material.campaign, &material.filter);
    let people = people(&material.tries);
    let everybody = Class::of(&material.sent, &asked(campaign, release));
    let division = (!filter.division.is_empty()).then(|| everybody.within(&filter.division));
    let class = division.as_ref().unwrap_or(&everybody);
    let kept = filter.keep(&people);
    page::page(&Report {
        analysis: Analysis {
            words,
            campaign,
            release,
            class,
            everybody: &everybody,
            competence: "",
            filter,
            cut: is_cut(material.tries.len()),
        },
        organisation: &member.organisation.name,
        awards: &material.awards,
        outcomes: &Outcome::of_people(&kept, &material.sent),
        kept: &kept,
        people: &people,
        now: house.clock.now(),
    })
}
