//! The questions, loaded once and shared. Attempts begun on an older release keep it: its archive lies in the database.

use content::{Instance, Lang, Release, Source};
use rules::subjects::Subjects;
use rules::syllabus::Syllabus;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use store::Db;

/// How many drawn instances are kept: an answer draws again what its question showed a minute ago, and a result all the
/// questions of its test. A hundred people in the middle of theirs.
const KEPT_INSTANCES: usize = 2048;

/// How many campaigns' syllabi are kept: those of a school's morning.
const KEPT_CAMPAIGNS: usize = 256;

/// A release of the bank and what it asks in each competence.
pub struct Shelf {
    /// The release.
    pub release: Release,
    syllabi: Vec<Syllabus>,
    campaigns: Mutex<HashMap<String, Arc<Syllabus>>>,
    drawn: Mutex<Drawn>,
}

/// Instances drawn lately, forgotten in the order they came: only a cache, any node can draw them again.
#[derive(Default)]
struct Drawn {
    instances: HashMap<Draw, Arc<Instance>>,
    order: VecDeque<Draw>,
}

/// What an instance depends on.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Draw {
    family: i64,
    seed: u64,
    lang: Lang,
}

/// Why the bank cannot give what was asked.
#[derive(Debug, thiserror::Error)]
pub enum BankError {
    /// The family is not in this release.
    #[error("family {0} is not in this release of the bank")]
    NoFamily(i64),
    /// The generator failed on this seed: `pix content check` would have told.
    #[error("family {0} cannot be drawn: {1}")]
    Draw(i64, String),
    /// The release is neither the present one nor in the database.
    #[error("release {0} of the bank is not in the database")]
    NoRelease(String),
    /// The archive of a release cannot be read.
    #[error("release {0} of the bank cannot be read: {1}")]
    Archive(String, String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl Shelf {
    /// Puts a release on its shelf.
    #[must_use]
    pub fn new(release: Release) -> Self {
        let syllabi = Syllabus::all_of(&release);
        Self { release, syllabi, campaigns: Mutex::default(), drawn: Mutex::default() }
    }

    /// What the release asks in a competence, by its index.
    #[must_use]
    pub fn syllabus(&self, competence: u8) -> Option<&Syllabus> {
        self.syllabi.get(usize::from(competence))
    }

    /// What the release asks in all competences, in the order of the framework.
    #[must_use]
    pub fn syllabi(&self) -> &[Syllabus] {
        &self.syllabi
    }

    /// What the release asks of a campaign's subjects, written `1.2-a:5 4.1-c:3`; `None` for another text. Made once for
    /// all the questions of a class.
    #[must_use]
    pub fn campaign(&self, subjects: &str) -> Option<Arc<Syllabus>> {
        let mut campaigns = self.campaigns.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = campaigns.get(subjects) {
            return Some(Arc::clone(known));
        }
        let made = Arc::new(Subjects::parse(subjects)?.syllabus(&self.release));
        if campaigns.len() >= KEPT_CAMPAIGNS {
            campaigns.clear();
        }
        campaigns.insert(subjects.to_owned(), Arc::clone(&made));
        Some(made)
    }

    /// Draws an instance of a family.
    ///
    /// # Errors
    /// [`BankError::NoFamily`] or [`BankError::Draw`].
    pub fn instance(&self, family: i64, seed: u64, lang: Lang) -> Result<Arc<Instance>, BankError> {
        let draw = Draw { family, seed, lang };
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(instance) = drawn.instances.get(&draw) {
            return Ok(Arc::clone(instance));
        }
        drop(drawn);
        let found = self.release.family_by_key(family).ok_or(BankError::NoFamily(family))?;
        let instance =
            found.instance(seed, lang).map_err(|error| BankError::Draw(family, error.to_string()))?;
        let instance = Arc::new(instance);
        drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.keep(draw, Arc::clone(&instance));
        Ok(instance)
    }
}

impl Drawn {
    fn keep(&mut self, draw: Draw, instance: Arc<Instance>) {
        if self.instances.insert(draw, instance).is_none() {
            self.order.push_back(draw);
        }
        while self.order.len() > KEPT_INSTANCES {
            if let Some(oldest) = self.order.pop_front() {
                self.instances.remove(&oldest);
            }
        }
    }
}

/// The present release and the older ones still in use.
pub struct Bank {
    present: Arc<Shelf>,
    older: RwLock<HashMap<String, Arc<Shelf>>>,
    building: tokio::sync::Mutex<()>,
}

impl Bank {
    /// Opens the bank with the release that new attempts use.
    #[must_use]
    pub fn new(release: Release) -> Self {
        Self {
            present: Arc::new(Shelf::new(release)),
            older: RwLock::default(),
            building: tokio::sync::Mutex::default(),
        }
    }

    /// The release that new attempts use.
    #[must_use]
    pub fn present(&self) -> &Arc<Shelf> {
        &self.present
    }

    /// The release that an attempt pinned: the present one, or an older one fetched from the database once.
    ///
    /// # Errors
    /// [`BankError`] when the release is not in the database or cannot be read.
    pub async fn shelf(&self, db: &Db, id: &str) -> Result<Arc<Shelf>, BankError> {
        if self.present.release.id() == id {
            return Ok(Arc::clone(&self.present));
        }
        if let Some(shelf) = self.older.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Ok(Arc::clone(shelf));
        }
        // One at a time: after a change of release, many attempts ask for the same older one at once.
        let _turn = self.building.lock().await;
        if let Some(shelf) = self.older.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Ok(Arc::clone(shelf));
        }
        let archive =
            store::release::find(db, id).await?.ok_or_else(|| BankError::NoRelease(id.to_owned()))?;
        let broken = |why: String| BankError::Archive(id.to_owned(), why);
        let built = tokio::task::spawn_blocking(move || unpacked(&archive)).await;
        let shelf = built.map_err(|error| broken(error.to_string()))?.map_err(broken)?;
        let shelf = Arc::new(shelf);
        self.older.write().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), Arc::clone(&shelf));
        Ok(shelf)
    }
}

/// Reads an archive again; takes as long as a start.
fn unpacked(archive: &[u8]) -> Result<Shelf, String> {
    let source = Source::unpack(archive).map_err(|error| error.to_string())?;
    let release = Release::open(&source)
        .map_err(|problems| problems.first().map_or_else(String::new, ToString::to_string))?;
    Ok(Shelf::new(release))
}
