//! What a first visit weighs: the front page and everything it names, compressed.

use crate::http::Connection;
use crate::report::Figure;
use std::collections::BTreeSet;

/// Bytes and requests of the first visit.
pub async fn first(engine: &'static str, host: &str) -> Result<Vec<Figure>, String> {
    let mut connection = Connection::open(host, String::new()).await.map_err(|error| error.to_string())?;
    let accepted = "Accept-Encoding: br, gzip\r\n";
    let page = connection.get("/", "").await.map_err(|error| error.to_string())?;
    let text = page.text().into_owned();
    let mut named: BTreeSet<String> = BTreeSet::from(["/".to_owned()]);
    named.extend(text.split('"').filter(|part| part.starts_with("/assets/")).map(str::to_owned));
    let mut bytes = 0;
    for path in &named {
        let reply = connection.get(path, accepted).await.map_err(|error| error.to_string())?;
        if reply.status != 200 {
            return Err(format!("{path} answered {}", reply.status));
        }
        bytes += reply.body.len();
    }
    Ok(vec![
        Figure::new(engine, "first visit, kB compressed", bytes as f64 / 1000.0).at_most(100.0),
        Figure::new(engine, "first visit, requests", named.len() as f64).at_most(8.0),
    ])
}
