//! A campaign as a table for spreadsheets, read page by page and sent while it is read: neither the memory nor the
//! database notices how many people there are.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes};
use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use formats::csv_export::CsvExport;
use formats::ods_export::OdsExport;
use http_body_util::channel::{Channel, Sender};
use store::campaign::Campaign;
use store::report::{award, export};
use web::house::House;
use web::moment::day_code;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load;
use crate::export_table::{Table, Value};
use crate::table_download::{CSV, attachment};

/// Rows read at once.
const PAGE: i64 = 500;
/// The name of the sheet of a spreadsheet.
const SHEET: &str = "Résultats";
/// Rows written before others have their turn.
const TURN: usize = 50;
/// Pages that wait for a slow reader; the next one is not even read.
const WAITING: usize = 2;

/// The format of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    /// At most as many lines as a sheet has room for, and 4 GiB before compression: a larger one ends before its end.
    Ods,
}

impl Format {
    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ods => "ods",
        }
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Csv => CSV,
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

/// `GET /orga/campaigns/{campaign}/export?format=ods`: as CSV unless asked otherwise.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let format = if query.get("format").is_some_and(|one| one == "ods") { Format::Ods } else { Format::Csv };
    let campaign = load(&house, &member, &campaign).await?;
    let awards = award::of_profile(&house.db, campaign.target_profile_id).await?;
    let headers = [
        (CONTENT_TYPE, format.media().to_owned()),
        (CONTENT_DISPOSITION, named(&campaign, format, house.clock.now())),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    let words = member.frame.words();
    let table = Table { words, organisation: member.organisation, campaign, awards };
    Ok((headers, stream(house, table, format)).into_response())
}

/// The name of the file.
fn named(campaign: &Campaign, format: Format, now: i64) -> String {
    let (id, day) = (campaign.id, day_code(now));
    attachment(&campaign.name, |name| format!("Resultats-{name}-{id}-{day}.{}", format.ending()))
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
    /// Whoever wrote it stopped in the middle.
    #[error("the writing stopped in the middle")]
    Left,
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

/// A table of one format or the other.
enum Export {
    Csv(CsvExport<Tray>),
    Ods(Box<OdsExport<Tray>>),
}

impl Export {
    fn new(format: Format, tray: Tray, sheet: &str) -> io::Result<Self> {
        Ok(match format {
            Format::Csv => Self::Csv(CsvExport::new(tray)?),
            Format::Ods => Self::Ods(Box::new(OdsExport::new(tray, sheet)?)),
        })
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        let cells = values.iter().map(Value::cell);
        match self {
            Self::Csv(csv) => csv.row(cells),
            Self::Ods(ods) => ods.row(cells),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Csv(csv) => csv.finish().map(drop),
            Self::Ods(ods) => ods.finish(),
        }
    }
}

/// The body of a response that grows while it is sent.
fn stream(house: House, table: Table, format: Format) -> Body {
    let (sender, body) = Channel::<Bytes, Broken>::new(WAITING);
    let mut delivery = Delivery(Some(sender));
    tokio::spawn(async move {
        let written = write(&house, (&table, format), &mut delivery).await;
        if let Err(broken) = &written {
            tracing::warn!(%broken, "an export ends before its end");
        }
        delivery.end(written);
    });
    Body::new(body)
}

/// The way to whoever receives a table. Left before it is ended, be it by a defect, it breaks the download: a part of a
/// table must not pass for the whole.
struct Delivery(Option<Sender<Bytes, Broken>>);

impl Delivery {
    /// Sends what is ready; false when the reader went away.
    async fn send(&mut self, ready: Bytes) -> bool {
        let Some(sender) = &mut self.0 else { return false };
        ready.is_empty() || sender.send_data(ready).await.is_ok()
    }

    /// Ends the download, whole or broken.
    fn end(mut self, written: Result<(), Broken>) {
        if let (Some(sender), Err(broken)) = (self.0.take(), written) {
            sender.abort(broken);
        }
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        if let Some(sender) = self.0.take() {
            sender.abort(Broken::Left);
        }
    }
}

/// Sends the table page after page, until its end or until the reader goes away.
async fn write(
    house: &House,
    (table, format): (&Table, Format),
    delivery: &mut Delivery,
) -> Result<(), Broken> {
    let columns = table.columns(&house.bank.present().release);
    let tray = Tray::default();
    let mut out = Export::new(format, tray.clone(), SHEET)?;
    out.row(&columns.head())?;
    let mut after = None;
    loop {
        let rows = export::page(&house.db, table.campaign.id, after, PAGE).await?;
        for portion in rows.chunks(TURN) {
            for one in portion {
                out.row(&columns.row(one))?;
            }
            // Those who answer questions go first.
            tokio::task::yield_now().await;
        }
        let Some(last) = rows.last() else { break };
        after = Some(last.id);
        if !delivery.send(tray.take()).await {
            return Ok(());
        }
    }
    out.finish()?;
    delivery.send(tray.take()).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt;

    #[tokio::test]
    async fn a_part_of_a_table_never_passes_for_the_whole() {
        let ends: [(fn(Delivery), bool); 3] = [
            (|delivery| delivery.end(Ok(())), true),
            (|delivery| delivery.end(Err(Broken::Left)), false),
            (drop, false),
        ];
        for (end, whole) in ends {
            let (sender, body) = Channel::<Bytes, Broken>::new(WAITING);
            let mut delivery = Delivery(Some(sender));
            assert!(delivery.send(Bytes::from_static(b"Nom;Pr")).await);
            end(delivery);
            assert_eq!(body.collect().await.is_ok(), whole);
        }
    }
}
