//! Campaigns and class lists in the copy of somebody's data: what they sent to organisations, and what those know of them.

use serde_json::{Value, json};
use store::account::Account;
use store::data_export::{self, Taken};
use store::learner::{self, Learner};
use store::organisation;
use web::house::House;
use web::moment::iso;

use crate::data_archive::{Archive, Broken};
use crate::data_files::List;

/// Rows read at once: a fraction of a millisecond of the database.
const PAGE: i64 = 100;

/// The tries at campaigns, the newest first.
pub async fn taken(house: &House, account: &Account, archive: &mut Archive) -> Result<(), Broken> {
    let mut list = List::default();
    let mut before = None;
    loop {
        let page = data_export::taken(&house.db, account.id, before, PAGE).await?;
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        archive.add(list.rows(page.iter().map(told)).as_bytes()).await?;
    }
    archive.add(list.end().as_bytes()).await
}

fn told(one: &Taken) -> Value {
    let badges: Vec<_> = one.badges.as_deref().unwrap_or_default().split_whitespace().collect();
    json!({
        "organisation": one.organisation,
        "code": one.code,
        "title": one.title,
        "kind": one.kind,
        "identifier": one.external_id,
        "started_at": iso(one.started_at),
        "completed_at": one.completed_at.map(iso),
        "sent_at": one.shared_at.map(iso),
        "deleted_at": one.deleted_at.map(iso),
        "newest": !one.superseded,
        "skills": one.skills,
        "skills_validated": one.validated,
        "pix": one.pix,
        "certifiable": one.certifiable,
        "badges": badges,
        "stage": one.stage,
    })
}

/// What the lists of organisations say of the person.
pub async fn lines(house: &House, account: &Account, archive: &mut Archive) -> Result<(), Broken> {
    let mut list = List::default();
    for line in learner::everywhere(&house.db, account.id).await? {
        let place = organisation::by_id(&house.db, line.organisation_id).await?;
        let name = place.map_or_else(String::new, |place| place.name);
        archive.add(list.rows([known(&line, &name)].into_iter()).as_bytes()).await?;
    }
    archive.add(list.end().as_bytes()).await
}

fn known(line: &Learner, organisation: &str) -> Value {
    let further: Value =
        line.further.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let first_names = [Some(&line.first_name), line.second_name.as_ref(), line.third_name.as_ref()];
    let birth_place = [&line.birth_city, &line.birth_city_code, &line.birth_department, &line.birth_country];
    json!({
        "organisation": organisation,
        "first_names": first_names.into_iter().flatten().collect::<Vec<_>>(),
        "last_name": line.last_name,
        "usual_name": line.usual_name,
        "birth_date": line.birth_date,
        "sex": line.sex,
        "birth_place": birth_place.into_iter().flatten().collect::<Vec<_>>(),
        "national_number": line.national_number,
        "student_number": line.student_number,
        "email": line.email,
        "class": line.division,
        "level": line.level,
        "training": line.mef,
        "status": line.status,
        "department": line.department,
        "team": line.team,
        "diploma": line.diploma,
        "scheme": line.scheme,
        "further": further,
        "on_the_list_since": iso(line.created_at),
        "changed_at": iso(line.updated_at),
        "off_the_list_since": line.disabled_at.map(iso),
        "certifiable": line.certifiable,
        "certifiable_found_at": line.certifiable_at.map(iso),
    })
}
