//! What is told to those who watch: counts that are right, and nothing about anybody.

use store::trial::Trial;

use crate::candidate::Candidate;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread")]
async fn metrics_sqlite() {
    check("").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_postgres() {
    let trial = Trial::postgres().await;
    check(&trial.url).await;
}

async fn check(database: &str) {
    let port = free_port();
    let site = Site::with(database, &[("PIX_METRICS_LISTEN", &format!("127.0.0.1:{port}"))]);
    let person = Candidate::begin(&site, 7).await;
    for position in 1..=4 {
        person.answer(position).await.expect("a reply");
    }
    let told = asked(&format!("http://127.0.0.1:{port}/metrics")).await;
    let answers: f64 = told.lines().filter(|line| line.starts_with("pix_answers_total{")).map(value).sum();
    assert!((answers - 4.0).abs() < f64::EPSILON, "{answers} answers:\n{told}");
    for (series, least) in [
        (
            "pix_requests_total{method=\"POST\",route=\"/attempts/{attempt}/answers/{position}\",status=\"303\"}",
            4.0,
        ),
        ("pix_requests_total{method=\"POST\",route=\"/sign-up\",status=\"303\"}", 1.0),
        ("pix_request_seconds_count{method=\"GET\",route=\"/sign-up\"}", 1.0),
        ("pix_database_transactions_total", 6.0),
        ("pix_database_commits_total", 6.0),
        ("pix_database_wait_seconds_count", 6.0),
        ("pix_database_up", 1.0),
        ("pix_mails{state=\"late\"}", 0.0),
        ("pix_jobs{state=\"due\"}", 0.0),
        ("process_resident_memory_bytes", 1e6),
        ("process_cpu_seconds_total", 0.01),
    ] {
        let line = told.lines().find(|line| line.starts_with(series));
        let line = line.unwrap_or_else(|| panic!("{series} is not in\n{told}"));
        assert!(value(line) >= least, "{line}");
    }
    assert!(told.contains("pix_program_info{version=\"") && told.contains(",release=\""), "{told}");
    assert!(told.ends_with("# EOF\n") && told.matches("# EOF").count() == 1, "{told}");
    for secret in ["candidate-7", "Ada", "/attempts/0", "session"] {
        assert!(!told.contains(secret), "{secret} is in\n{told}");
    }
    let public = reqwest::get(site.url("/metrics")).await.expect("a reply");
    assert_eq!(public.status(), reqwest::StatusCode::NOT_FOUND, "the public does not see it");
}

async fn asked(url: &str) -> String {
    reqwest::get(url).await.expect("a reply").text().await.expect("text")
}

fn value(line: &str) -> f64 {
    line.rsplit(' ').next().and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{line}"))
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}
