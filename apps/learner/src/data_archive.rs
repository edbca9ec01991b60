//! The archive of somebody's own data: read page by page, compressed and sent as it is read, so that neither the memory
//! nor the database notices how much there is.

use axum::body::{Body, Bytes};
use http_body_util::channel::{Channel, Sender};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use store::account::Account;
use web::Words;
use web::house::House;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use crate::data_files;

/// Pages that wait for a slow reader; the next one is not even read.
const WAITING: usize = 2;

/// Why an archive ends before its end: whoever receives it sees a broken download.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The archive could not be written.
    #[error(transparent)]
    Archive(#[from] zip::result::ZipError),
    /// A file of it could not be written.
    #[error(transparent)]
    File(#[from] io::Error),
    /// The bank does not have what was asked.
    #[error(transparent)]
    Bank(#[from] web::bank::BankError),
    /// The reader went away.
    #[error("the reader went away")]
    Gone,
}

/// The body of a response that grows while it is sent.
pub fn stream(house: House, account: Account, words: Words) -> Body {
    let (sender, body) = Channel::<Bytes, Broken>::new(WAITING);
    tokio::spawn(async move {
        let mut archive = Archive::new(sender);
        match data_files::write(&house, &account, words, &mut archive).await {
            Ok(()) => archive.finish().await,
            Err(Broken::Gone) => {}
            Err(broken) => archive.give_up(broken),
        }
    });
    Body::new(body)
}

/// An archive on its way.
pub struct Archive {
    zip: ZipWriter<StreamWriter<Tray>>,
    tray: Tray,
    sender: Sender<Bytes, Broken>,
}

/// What was compressed and not yet sent.
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
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Archive {
    fn new(sender: Sender<Bytes, Broken>) -> Self {
        let tray = Tray::default();
        Self { zip: ZipWriter::new_stream(tray.clone()), tray, sender }
    }

    /// Begins the next file.
    pub fn file(&mut self, name: &str) -> Result<(), Broken> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        Ok(self.zip.start_file(name, options)?)
    }

    /// Adds to the file, and sends what is ready; then lets those who answer questions go first.
    pub async fn add(&mut self, text: &[u8]) -> Result<(), Broken> {
        self.zip.write_all(text)?;
        self.send().await?;
        tokio::task::yield_now().await;
        Ok(())
    }

    async fn send(&mut self) -> Result<(), Broken> {
        let ready = self.tray.take();
        if ready.is_empty() {
            return Ok(());
        }
        self.sender.send_data(ready.into()).await.map_err(|_| Broken::Gone)
    }

    async fn finish(self) {
        let Self { zip, tray, mut sender } = self;
        match zip.finish() {
            // A reader that went away needs no end.
            Ok(_) => drop(sender.send_data(tray.take().into()).await),
            Err(error) => sender.abort(error.into()),
        }
    }

    fn give_up(self, broken: Broken) {
        tracing::warn!(%broken, "a copy of somebody's data ends before its end");
        self.sender.abort(broken);
    }
}
