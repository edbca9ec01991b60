//! A campaign as a table for spreadsheets, read page by page and sent while it is read: neither the memory nor the
//! database notices how many people there are.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use formats::csv_export::CsvExport;
use http_body_util::channel::{Channel, Sender};
use rules::search_text::search_text;
use store::campaign::Campaign;
use store::report::{award, export};
use web::house::House;
use web::moment::day_code;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load;
use crate::export_table::{Table, Value};

/// Rows read at once.
const PAGE: i64 = 500;
/// Pages that wait for a slow reader; the next one is not even read.
const WAITING: usize = 2;

/// `GET /orga/campaigns/{campaign}/export`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
) -> Result<Response, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let awards = award::of_profile(&house.db, campaign.target_profile_id).await?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, attachment(&campaign, house.clock.now())),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    let words = member.frame.words();
    let table = Table { words, organisation: member.organisation, campaign, awards };
    Ok((headers, stream(house, table)).into_response())
}

/// The name of the file: as it is, and for old browsers without accents.
fn attachment(campaign: &Campaign, now: i64) -> String {
    let named = |name: &str| format!("Resultats-{name}-{}-{}.csv", campaign.id, day_code(now));
    let plain = search_text(&campaign.name).replace(|sign: char| !sign.is_ascii_alphanumeric(), "-");
    let full: String =
        campaign.name.chars().map(|sign| if is_forbidden(sign) { '-' } else { sign }).collect();
    let encoded: String = form_urlencoded::byte_serialize(named(&full).as_bytes()).collect();
    format!("attachment; filename=\"{}\"; filename*=UTF-8''{}", named(&plain), encoded.replace('+', "%20"))
}

/// What file systems refuse in a name.
const fn is_forbidden(sign: char) -> bool {
    matches!(sign, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || sign.is_ascii_control()
}

/// Why a table ends before its end: whoever receives it sees a broken download.
#[derive(Debug, thiserror::Error)]
enum Broken {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The table could not be written.
    #[error(transparent)]
    Table(#[from] io::Error),
}

/// What was written and not yet sent.
#[derive(Clone, Default)]
struct Tray(Arc<Mutex<Vec<u8>>>);

impl Write for Tray {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Tray {
    fn take(&self) -> Bytes {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

/// The body of a response that grows while it is sent.
fn stream(house: House, table: Table) -> Body {
    let (mut sender, body) = Channel::<Bytes, Broken>::new(WAITING);
    tokio::spawn(async move {
        if let Err(broken) = write(&house, &table, &mut sender).await {
            tracing::warn!(%broken, "an export ends before its end");
            sender.abort(broken);
        }
    });
    Body::new(body)
}

/// Sends the table page after page, until its end or until the reader goes away.
async fn write(house: &House, table: &Table, sender: &mut Sender<Bytes, Broken>) -> Result<(), Broken> {
    let columns = table.columns(&house.bank.present().release);
    let tray = Tray::default();
    let mut out = CsvExport::new(tray.clone())?;
    out.row(columns.head().iter().map(Value::cell))?;
    let mut after = None;
    loop {
        let rows = export::page(&house.db, table.campaign.id, after, PAGE).await?;
        for one in &rows {
            out.row(columns.row(one).iter().map(Value::cell))?;
        }
        let ready = tray.take();
        if !ready.is_empty() && sender.send_data(ready).await.is_err() {
            return Ok(());
        }
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id);
        // Those who answer questions go first.
        tokio::task::yield_now().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_file_has_no_separator() {
        for (sign, forbidden) in [('/', true), ('"', true), ('\n', true), ('é', false), (' ', false)] {
            assert_eq!(is_forbidden(sign), forbidden, "{sign:?}");
        }
    }
}
