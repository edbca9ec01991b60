//! What every request leaves behind: an id for whoever asks for help, one line in the log, and its numbers.
//!
//! A line tells the pattern of the route, never the address: ids, names and tokens stand in addresses.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use tracing::Instrument;
use web::entropy::Entropy;
use web::request_id::RequestId;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");
/// The route of a request that has none.
const NOWHERE: &str = "(none)";

/// Seconds that tell a good day from a bad one.
const SECONDS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.06, 0.25, 1.0, 5.0, 30.0];

static REQUESTS: LazyLock<Family<Answered, Counter>> = LazyLock::new(Family::default);
static DURATIONS: LazyLock<Family<Asked, Histogram>> =
    LazyLock::new(|| Family::new_with_constructor(|| Histogram::new(SECONDS)));

/// The labels of a duration.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: String,
}

/// The labels of a count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

/// What is told of a request.
struct Told {
    method: &'static str,
    route: Option<MatchedPath>,
}

/// Gives the request its id, lets it be answered, and tells.
pub async fn observe(mut request: Request, next: Next) -> Response {
    let told =
        Told { method: known(request.method()), route: request.extensions().get::<MatchedPath>().cloned() };
    // Without chance the id is 0 everywhere, which harms nobody.
    let id = RequestId::of(Entropy.number().unwrap_or_default());
    request.extensions_mut().insert(id);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(tracing::info_span!("request", %id)).await;
    tell(&told, id, &response, begun.elapsed());
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}

fn tell(told: &Told, id: RequestId, response: &Response, took: Duration) {
    let (method, status) = (told.method, response.status());
    let route = told.route.as_ref().map_or(NOWHERE, MatchedPath::as_str);
    let ms = (took.as_secs_f64() * 10_000.0).round() / 10.0;
    tracing::info!(target: "pix::request", %id, method, route, status = status.as_u16(), ms);
    let asked = Asked { method, route: route.to_owned() };
    DURATIONS.get_or_create(&asked).observe(took.as_secs_f64());
    REQUESTS.get_or_create(&Answered { method, route: asked.route, status: status.as_u16() }).inc();
}

/// The counts of the requests, for `/metrics`.
pub fn register(registry: &mut Registry) {
    registry.register("requests", "Requests answered", REQUESTS.clone());
    let durations = DURATIONS.clone();
    registry.register_with_unit("request", "How long requests took", Unit::Seconds, durations);
}

/// Methods that pages are asked with; whatever else is sent has one name, so that nobody makes series at will.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "OTHER",
    }
}
