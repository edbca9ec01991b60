//! What a teacher sees and does: the pages of a large campaign, the table of a huge one, the class list of a large
//! school, and a class that begins.

use crate::disk;
use crate::form;
use crate::http::Connection;
use crate::process::{forget_peak, own_mib, peak_mib, rss_mib};
use crate::pupil;
use crate::register::{self, CLASS};
use crate::report::Figure;
use crate::scenario::{Engine, calm};
use crate::server::{Campaign, Place, Server};
use crate::timing::{Step, Timings};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Participants of the campaign whose pages are asked for.
const PARTICIPANTS: usize = 2000;
/// Participants of the campaign that is taken as a table.
const ROWS: usize = 100_000;
/// Pupils of the class list.
const PUPILS: usize = 4000;
/// Classes that begin, one after the other.
const CLASSES: usize = 4;
/// How many times each page is asked for.
const VISITS: usize = 200;
/// How often the preview of an import is looked at.
const GLANCE: Duration = Duration::from_millis(50);
const BOUNDARY: &str = "a-line-that-is-in-no-register";

/// Pages, table, list and class of one engine.
pub async fn day(engine: &Engine<'_>, place: &Place, port: u16) -> Result<Vec<Figure>, String> {
    let (campaigns, learners) = place.seed_campaigns(&[PARTICIPANTS, ROWS, 0], CLASSES * CLASS)?;
    let [large, huge, empty] = campaigns.as_slice() else { return Err("a campaign is missing".to_owned()) };
    if engine.url.is_some() {
        // What the server does by itself a minute later, in the midst of what is measured.
        disk::psql(&place.database, "VACUUM ANALYZE")?;
    }
    let server = place.start(port).await?;
    calm(&engine.watched(&[&server])).await;
    let mut figures = pages(engine, &server, large).await?;
    figures.extend(table(engine, &server, huge).await?);
    figures.extend(list(engine, &server, empty).await?);
    figures.extend(classes(engine, &server, empty, learners).await?);
    Ok(figures)
}

async fn open(server: &Server, campaign: &Campaign) -> Result<Connection, String> {
    Connection::open(&server.host, format!("session={}", campaign.token))
        .await
        .map_err(|error| error.to_string())
}

/// The pages of a campaign, one after the other.
async fn pages(engine: &Engine<'_>, server: &Server, campaign: &Campaign) -> Result<Vec<Figure>, String> {
    let address = format!("/orga/campaigns/{}", campaign.id);
    let mut connection = open(server, campaign).await?;
    let results =
        connection.get(&format!("{address}/results"), "").await.map_err(|error| error.to_string())?;
    let person = results.text().split('"').find(|part| part.contains("/participants/")).map(str::to_owned);
    let person = person.ok_or("the results name nobody")?;
    let pages = [
        ("participants", address.clone()),
        ("participants, found by a name", format!("{address}?name=lefevre&page=2")),
        ("results", format!("{address}/results")),
        ("results of a class", format!("{address}/results?division=6e+1")),
        ("analysis", format!("{address}/analysis")),
        ("analysis of a class", format!("{address}/analysis?division=6e+1")),
        ("page of a participant", person),
        ("report of a class, to be printed", format!("{address}/report?division=6e+1")),
        ("reports of its pupils, to be printed", format!("{address}/report/pupils?division=6e+1")),
        ("statistics of the school", "/orga/statistics".to_owned()),
    ];
    let mut figures = Vec::new();
    for (label, path) in pages {
        let [p50, p95, _] = visits(&mut connection, &path).await?;
        let of = format!("{label}, of {PARTICIPANTS}");
        figures.push(Figure::new(engine.name, format!("{of}, p50, ms"), p50));
        figures.push(Figure::new(engine.name, format!("{of}, p95, ms"), p95).at_most(50.0));
    }
    Ok(figures)
}

async fn visits(connection: &mut Connection, path: &str) -> Result<[f64; 3], String> {
    let timings = Timings::default();
    for _ in 0..VISITS {
        let begun = Instant::now();
        let reply = connection.get(path, "").await.map_err(|error| error.to_string())?;
        timings.note(Step::Sheet, begun.elapsed());
        if reply.status != 200 {
            return Err(format!("{path} answered {}", reply.status));
        }
    }
    timings.percentiles(Step::Sheet).ok_or_else(|| format!("{path} was never asked for"))
}

/// What a process took beyond what it had.
struct Growth {
    /// With the pages of files that it looks at.
    resident: f64,
    /// Without them.
    own: f64,
}

/// Does a piece of work; gives what it gave, and how much memory the program took for it.
async fn grown<T>(
    server: &Server,
    work: impl Future<Output = Result<T, String>>,
) -> Result<(T, Growth), String> {
    let pid = server.pid();
    forget_peak(pid).map_err(|error| error.to_string())?;
    let before = (rss_mib(pid), own_mib(pid));
    let over = Arc::new(AtomicBool::default());
    let watch = tokio::spawn(highest(pid, Arc::clone(&over)));
    let done = work.await;
    over.store(true, Ordering::Relaxed);
    let own = watch.await.map_err(|error| error.to_string())? - before.1;
    Ok((done?, Growth { resident: peak_mib(pid) - before.0, own }))
}

/// The most memory of its own that a process has until it is over.
async fn highest(pid: u32, over: Arc<AtomicBool>) -> f64 {
    let mut highest = own_mib(pid);
    while !over.load(Ordering::Relaxed) {
        tokio::time::sleep(Duration::from_millis(5)).await;
        highest = highest.max(own_mib(pid));
    }
    highest
}

/// A huge campaign as a table.
async fn table(engine: &Engine<'_>, server: &Server, campaign: &Campaign) -> Result<Vec<Figure>, String> {
    let path = format!("/orga/campaigns/{}/export", campaign.id);
    let begun = Instant::now();
    let taken = async {
        let mut connection = open(server, campaign).await?;
        connection.measure(&path).await.map_err(|error| error.to_string())
    };
    let ((status, lines, bytes), growth) = grown(server, taken).await?;
    let seconds = begun.elapsed().as_secs_f64();
    if status != 200 || lines <= ROWS {
        return Err(format!("{path} answered {status} with {lines} lines"));
    }
    let name = |what: &str| format!("table of {ROWS} participants, {what}");
    Ok(vec![
        Figure::new(engine.name, name("rows/s"), (lines - 1) as f64 / seconds).at_least(20_000.0),
        Figure::new(engine.name, name("RSS growth, MiB"), growth.resident).at_most(32.0),
        Figure::new(engine.name, name("of which not the file of the database, MiB"), growth.own),
        Figure::new(engine.name, name("MB"), bytes as f64 / 1e6),
    ])
}

/// The class list of a large school: sent, looked at, confirmed.
async fn list(engine: &Engine<'_>, server: &Server, campaign: &Campaign) -> Result<Vec<Figure>, String> {
    let document = register::document(PUPILS)?;
    let begun = Instant::now();
    let (preview, growth) = grown(server, import(server, campaign, &document)).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let name = |what: &str| format!("class list of {PUPILS} pupils, {what}");
    let mut connection = open(server, campaign).await?;
    let [p50, p95, _] = visits(&mut connection, "/orga/learners?q=b").await?;
    Ok(vec![
        Figure::new(engine.name, name("sent and previewed, s"), preview),
        Figure::new(engine.name, name("and confirmed, s"), seconds).at_most(5.0),
        Figure::new(engine.name, name("RSS growth, MiB"), growth.resident).at_most(64.0),
        Figure::new(engine.name, name("of which not the file of the database, MiB"), growth.own),
        Figure::new(engine.name, name("its page, p50, ms"), p50),
        Figure::new(engine.name, name("its page, p95, ms"), p95),
    ])
}

/// Imports a list; gives the seconds until it could be confirmed.
async fn import(server: &Server, campaign: &Campaign, document: &[u8]) -> Result<f64, String> {
    let told = |error: std::io::Error| error.to_string();
    let mut connection = open(server, campaign).await?;
    let page = connection.get("/orga/learners/import", "").await.map_err(told)?;
    let csrf = form::csrf(&page.text()).ok_or("/orga/learners/import has no form")?;
    let begun = Instant::now();
    let sent = connection
        .upload("/orga/learners/import", BOUNDARY, &multipart(&csrf, document))
        .await
        .map_err(told)?;
    if sent.status != 303 {
        return Err(format!("/orga/learners/import answered {}", sent.status));
    }
    let confirmation = format!("{}/confirmation", sent.location);
    loop {
        let preview = connection.get(&sent.location, "").await.map_err(told)?;
        if preview.text().contains(&confirmation) {
            break;
        }
        if begun.elapsed() > Duration::from_secs(60) {
            return Err(format!("{} is not ready", sent.location));
        }
        tokio::time::sleep(GLANCE).await;
    }
    let previewed = begun.elapsed().as_secs_f64();
    let done = connection.post(&confirmation, &form::pairs(&[("csrf", &csrf)])).await.map_err(told)?;
    let (path, page) = connection.follow(done).await.map_err(told)?;
    let applied = page.status == 200 && page.text().contains("/undoing");
    if applied { Ok(previewed) } else { Err(format!("{path} answered {} and is not applied", page.status)) }
}

fn multipart(csrf: &str, document: &[u8]) -> Vec<u8> {
    let field = |name: &str, value: &str| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"eleves.xml\"\r\n\
         Content-Type: text/xml\r\n\r\n"
    );
    let fields = [field("csrf", csrf), field("format", "siecle"), file].concat();
    [fields.as_bytes(), document, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat()
}

/// Classes of the list that begin a campaign.
async fn classes(
    engine: &Engine<'_>,
    server: &Server,
    campaign: &Campaign,
    learners: Vec<String>,
) -> Result<Vec<Figure>, String> {
    let timings = Arc::new(Timings::default());
    let pupils: Vec<(usize, String)> = learners.into_iter().enumerate().collect();
    for class in pupils.chunks(CLASS) {
        pupil::class(&server.host, &campaign.code, class.to_vec(), &timings).await?;
    }
    let [p50, p95, p99] = timings.percentiles(Step::Join).ok_or("nobody began")?;
    let name =
        |part: &str| format!("a class of {CLASS} begins within 5 s, code to first question, {part}, ms");
    Ok(vec![
        Figure::new(engine.name, name("p50"), p50),
        Figure::new(engine.name, name("p95"), p95),
        Figure::new(engine.name, name("p99"), p99).at_most(100.0),
    ])
}
