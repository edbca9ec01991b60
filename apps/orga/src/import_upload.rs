//! Sending the file of a list. It is kept as it is; a job reads it.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jobs::learner_import::{Fault, Format};
use store::account::Creation;
use store::job::{self, Job};
use store::learner_import::{self as import, JOB, Upload};
use store::{ImportId, JobId};
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::import_file::{Sent, Unread};
use crate::import_format::{check_may_manage, offered};
use crate::import_upload_page::{self as page, Uploading};

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No file was chosen.
    NoFile,
    /// The file is refused before it is read.
    Fault(Fault),
    /// Another import of the organisation is not ended.
    UnderWay,
}

/// `GET /orga/learners/import`.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    check_may_manage(&member)?;
    render(&house, &member, None).await
}

/// `POST /orga/learners/import`: keeps the file and leads to what becomes of it.
pub async fn create(
    State(house): State<House>,
    member: Member,
    request: Request,
) -> Result<Response, Refusal> {
    check_may_manage(&member)?;
    let formats = offered(&member.organisation);
    if formats.is_empty() {
        return Err(Refusal::Forbidden);
    }
    let sent = match Sent::read(request, &house).await {
        Ok(sent) => sent,
        Err(Unread::TooLarge) => return refused(&house, &member, too_large(&formats)).await,
        Err(other) => return Err(other.into()),
    };
    sent.form.made_for(&member.person)?;
    let chosen = Format::named(sent.form.text("format")).filter(|format| formats.contains(format));
    let format = chosen.ok_or(Refusal::BrokenForm)?;
    match accepted(format, &sent) {
        Err(trouble) => refused(&house, &member, trouble).await,
        Ok(()) => keep(&house, &member, format, &sent).await,
    }
}

/// What the name and the size tell.
fn accepted(format: Format, sent: &Sent) -> Result<(), Trouble> {
    if sent.name.is_empty() {
        return Err(Trouble::NoFile);
    }
    format.file().accept(&sent.name).map_err(|fault| Trouble::Fault(Fault::from(&fault)))?;
    let bytes = u64::try_from(sent.bytes.len()).unwrap_or(u64::MAX);
    if bytes > format.largest() { Err(too_large(&[format])) } else { Ok(()) }
}

fn too_large(formats: &[Format]) -> Trouble {
    let most = formats.iter().map(|format| format.largest()).max().unwrap_or_default();
    let code = "PAYLOAD_TOO_LARGE".to_owned();
    Trouble::Fault(Fault { code, expected: vec![most.to_string()], ..Fault::default() })
}

async fn keep(house: &House, member: &Member, format: Format, sent: &Sent) -> Result<Response, Refusal> {
    let now = house.clock.now();
    let id = ImportId::new(now, house.entropy.number()?);
    let upload = Upload {
        organisation: member.organisation.id,
        id,
        by: member.person.id,
        format: format.name(),
        file_name: &sent.name,
        file: &sent.bytes,
    };
    let job = Job {
        id: JobId::new(now, house.entropy.number()?),
        kind: JOB.to_owned(),
        payload: id.number().to_string(),
        run_at: now,
        tries: 0,
    };
    let mut tx = house.db.begin().await?;
    if import::upload(&mut tx, &upload, now).await? == Creation::Taken {
        drop(tx);
        return refused(house, member, Trouble::UnderWay).await;
    }
    job::enqueue(&mut tx, &job).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/orga/learners/imports/{id}")).into_response())
}

async fn refused(house: &House, member: &Member, trouble: Trouble) -> Result<Response, Refusal> {
    let status = match &trouble {
        Trouble::Fault(fault) if fault.code == "PAYLOAD_TOO_LARGE" => StatusCode::PAYLOAD_TOO_LARGE,
        Trouble::UnderWay => StatusCode::CONFLICT,
        Trouble::NoFile | Trouble::Fault(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = render(house, member, Some(&trouble)).await?;
    Ok((status, page).into_response())
}

async fn render(house: &House, member: &Member, trouble: Option<&Trouble>) -> Result<Html<String>, Refusal> {
    let words = member.frame.words();
    let latest = import::latest(&house.db, member.organisation.id).await?;
    let uploading = Uploading {
        words,
        csrf: &member.person.form_token,
        formats: &offered(&member.organisation),
        latest: latest.as_ref(),
        trouble,
    };
    let sheet = Sheet::new(words.say("import-title"), page::page(&uploading)).within("learners");
    Ok(Sheet { width: Width::Text, ..sheet }.render(house, member))
}
