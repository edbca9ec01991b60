//! What `--dry-run` says of each sample: the same as its README, and as the page of the preview.

use super::*;
use axum::body::Body;
use axum::http::{Method, Request, header};
use jobs::{Mailer, Worker};
use rules::placement::Placement;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use store::membership::{self, Role as Post};
use store::organisation::{Kind, Organisation};
use store::trial::Trial;
use tower::ServiceExt;
use web::trial::{App, BANK, Reply, Site, Visitor};

const UAI: &str = "0999901Z";

/// A sample, who imports it, whether it is accepted, and pieces of what is said of it.
struct Sample {
    file: &'static str,
    format: Format,
    of: (Kind, &'static str),
    accepted: bool,
    said: &'static [&'static str],
}

const SCO: (Kind, &str) = (Kind::Sco, " ");
const FARM: (Kind, &str) = (Kind::Sco, " AGRICULTURE ");
const SUP: (Kind, &str) = (Kind::Sup, " ");
const PRIMARY: (Kind, &str) = (Kind::Primary, " ");

/// Every file of the folder, some of them twice.
const SAMPLES: [Sample; 11] = [
    Sample {
        file: "siecle.xml",
        format: Format::Siecle,
        of: SCO,
        accepted: true,
        said: &["added 25,", "skipped 4,", "no-national-number"],
    },
    Sample {
        file: "siecle_broken_uai.xml",
        format: Format::Siecle,
        of: SCO,
        accepted: false,
        said: &["UAI_MISMATCHED", "0999902A", UAI],
    },
    Sample {
        file: "onde.csv",
        format: Format::Onde,
        of: PRIMARY,
        accepted: true,
        said: &["added 20,", "skipped 0,"],
    },
    Sample {
        file: "onde_broken_level.csv",
        format: Format::Onde,
        of: PRIMARY,
        accepted: false,
        said: &["    12  FIELD_BAD_VALUES  Cycle", "    12  FIELD_BAD_VALUES  Niveau"],
    },
    Sample {
        file: "onde.csv",
        format: Format::OndeWhole,
        of: PRIMARY,
        accepted: true,
        said: &["added 20,", "skipped 0,"],
    },
    Sample {
        file: "onde_broken_level.csv",
        format: Format::OndeWhole,
        of: PRIMARY,
        accepted: true,
        said: &["added 20,", "skipped 1,", "other-level"],
    },
    Sample {
        file: "sup.csv",
        format: Format::Sup,
        of: SUP,
        accepted: true,
        said: &["added 12,", "warnings 2"],
    },
    Sample { file: "sup.csv", format: Format::SupWhole, of: SUP, accepted: true, said: &["added 12,"] },
    Sample {
        file: "sup_broken_three_fields.csv",
        format: Format::Sup,
        of: SUP,
        accepted: false,
        said: &["     3  FIELD_EMAIL_FORMAT", "     7  FIELD_DATE_FORMAT", "     8  FIELD_REQUIRED"],
    },
    Sample {
        file: "fregata.csv",
        format: Format::Fregata,
        of: FARM,
        accepted: true,
        said: &["added 12,", "skipped 0,"],
    },
    Sample {
        file: "fregata_broken_city_code.csv",
        format: Format::Fregata,
        of: FARM,
        accepted: false,
        said: &["     5  FIELD_REQUIRED  Code commune naissance**"],
    },
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/formats/samples")
}

fn dry_run(words: Words, format: Format, file: &str) -> (String, bool) {
    report(words, format, &folder().join(file), (UAI, &[])).expect("a report")
}

#[test]
fn every_sample_gives_what_its_readme_says() {
    for Sample { file, format, accepted, said, .. } in &SAMPLES {
        let told = dry_run(Words::of(Lang::En), *format, file);
        assert_eq!(told.1, *accepted, "{file}: {}", told.0);
        for piece in *said {
            assert!(told.0.contains(piece), "{piece:?} is not in {file}: {}", told.0);
        }
    }
    let told = dry_run(Words::of(Lang::En), Format::Siecle, "sup.csv");
    assert!(
        !told.1 && told.0.contains("INVALID_FILE_EXTENSION") && told.0.contains("xml, zip"),
        "{}",
        told.0
    );
}

#[test]
fn no_sample_is_forgotten() {
    let entries = std::fs::read_dir(folder()).expect("the samples");
    let names = entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned());
    let found: BTreeSet<String> =
        names.filter(|name| name != "README.md" && !name.starts_with('.')).collect();
    let tried: BTreeSet<String> = SAMPLES.iter().map(|sample| sample.file.to_owned()).collect();
    assert_eq!(found, tried);
}

#[test]
fn a_file_is_compared_with_the_list() {
    let school = OrganisationId::new(0, 1);
    let gone = Learner {
        key: "ine:GONE".to_owned(),
        ..Learner::new(school, LearnerId::new(0, 1), ("Zoé", "LEMOINE"), 0)
    };
    let words = Words::of(Lang::Fr);
    let told = report(words, Format::Siecle, &folder().join("siecle.xml"), (UAI, &[gone]));
    let text = told.expect("a report").0;
    assert!(text.contains("disabled 1,") && text.contains("disabled  LEMOINE Zoé"), "{text}");
}

#[tokio::test]
async fn the_page_of_the_preview_says_the_same() {
    let trial = Trial::sqlite().await;
    let app = App { router: orga::router, nav: orga::NAV };
    let placement = Placement::default();
    let site = Site::of(app, trial.db.clone(), (true, placement), &BANK, learner::in_force());
    for (number, sample) in (0_u64..).zip(&SAMPLES) {
        let admin = administrator(&site, number, sample).await;
        let import = sent(&admin, sample).await;
        work(&site).await;
        let (text, accepted) = dry_run(Words::of(Lang::Fr), sample.format, sample.file);
        let page = admin.get(&import).await.body;
        assert_eq!(page.contains("/confirmation"), accepted, "{}: {page}", sample.file);
        let (_, lines) = text.split_once('\n').expect("lines");
        for line in lines.lines().filter(|line| !line.contains("  warning  ")) {
            let parts: Vec<&str> = line.trim().splitn(4, "  ").collect();
            let [place, kind, what, ..] = parts.as_slice() else { panic!("{}: {line}", sample.file) };
            let shown =
                if accepted { admin.get(&format!("{import}?kind={kind}")).await.body } else { page.clone() };
            let named = what.split(" \"").next().unwrap_or_default();
            for piece in [if *place == "-" { "–" } else { place }, named] {
                assert!(shown.contains(piece), "{piece:?} of {line:?} is not on the page of {}", sample.file);
            }
        }
    }
}

/// The administrator of a school that imports such files.
async fn administrator<'a>(site: &'a Site, number: u64, sample: &Sample) -> Visitor<'a> {
    let (kind, tags) = sample.of;
    let school = Organisation {
        external_id: Some(UAI.to_owned()),
        managing_learners: true,
        tags: tags.to_owned(),
        ..Organisation::new(OrganisationId::new(site.now(), number), kind, "École", site.now())
    };
    let visitor = site.member(&format!("admin{number}"), store::account::Role::Teacher).await;
    let mut tx = site.house.db.begin().await.expect("a transaction");
    organisation::create(&mut tx, &school).await.expect("a school");
    membership::join(&mut tx, school.id, visitor.account, Post::Admin, site.now()).await.expect("a member");
    tx.commit().await.expect("kept");
    visitor
}

/// Sends a sample by the page; gives the address of its import.
async fn sent(visitor: &Visitor<'_>, sample: &Sample) -> String {
    let mut body = Vec::new();
    for (field, value) in [("csrf", visitor.csrf.as_str()), ("format", sample.format.name())] {
        let head = format!("--limit\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    let file = sample.file;
    let head =
        format!("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(&std::fs::read(folder().join(file)).expect("a sample"));
    body.extend_from_slice(b"\r\n--limit--\r\n");
    let request = Request::builder()
        .method(Method::POST)
        .uri("/orga/learners/import")
        .header(header::COOKIE, &visitor.cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limit")
        .body(Body::from(body))
        .expect("a request");
    let (response, tally) = store::tally::count(visitor.site.router().oneshot(request)).await;
    let reply = Reply::read(response.expect("a router always replies"), tally).await;
    assert_eq!(reply.status, 303, "{file}: {}", reply.body);
    reply.location
}

/// Lets the job behind the scenes read what waits.
async fn work(site: &Site) {
    let (now, folder) = (site.now(), tempfile::tempdir().expect("a folder"));
    let worker = Worker {
        db: site.house.db.clone(),
        mailer: Mailer::files(folder.path()),
        clock: Arc::new(move || now),
        certifier: Arc::new(|_| None),
        rest: Duration::from_millis(1),
    };
    while worker.step().await.expect("the worker works") {}
}
