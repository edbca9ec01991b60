use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::*;

/// Asks for an asset; gives its status, its caching, its coding and its size.
fn ask(path: &str, accepted: &str) -> (StatusCode, String, String, usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let request = Request::get(path).header(ACCEPT_ENCODING, accepted).body(Body::empty()).unwrap();
        let response = router::<()>().oneshot(request).await.unwrap();
        let header =
            |name| response.headers().get(&name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let (status, caching, coding) = (response.status(), header(CACHE_CONTROL), header(CONTENT_ENCODING));
        (status, caching, coding, response.into_body().collect().await.unwrap().to_bytes().len())
    })
}

#[test]
fn assets_are_kept_for_a_year_and_travel_compressed() {
    let plain = STYLES.concat().len();
    let check = |accepted: &str, coding: &str| {
        let (status, caching, given, size) = ask(&url("app.css"), accepted);
        assert_eq!((status, given.as_str()), (StatusCode::OK, coding));
        assert!(caching.contains("immutable"));
        assert_eq!(size == plain, coding.is_empty());
    };
    check("gzip, deflate, br", "br");
    check("gzip", "gzip");
    check("gzip, br;q=0", "gzip");
    check("", "");
}

#[test]
fn an_old_address_is_not_kept_and_an_unknown_one_is_refused() {
    let (status, caching, ..) = ask("/assets/0ld/app.css", "");
    assert_eq!((status, caching.as_str()), (StatusCode::OK, "no-cache"));
    assert_eq!(ask(&url("secret.css"), "").0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&url("..%2Ftokens.css"), "").0, StatusCode::NOT_FOUND);
}

#[test]
fn every_face_of_the_style_sheet_is_on_the_shelf() {
    let style = STYLES.concat();
    let named: Vec<&str> = style.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(named.len(), FACES.len());
    for name in named {
        assert!(weight(name).is_some(), "{name}");
    }
}

#[test]
fn a_page_stays_within_its_budget() {
    let total = |names: &[&str]| names.iter().map(|name| weight(name).unwrap()).sum::<usize>();
    let css = total(&["app.css"]);
    assert!(css <= 20_000, "CSS {css}");
    let js = total(&SCRIPTS.map(|(name, _)| name));
    assert!(js <= 15_000, "JS {js}");
    for (name, script) in SCRIPTS {
        assert!(script.len() <= 2_048, "{name}: {}", script.len());
    }
    let usual = total(&[FIRST_FACES[0], FIRST_FACES[1], "radio-canada-latin-600.woff2"]);
    assert!(usual <= 60_000, "faces {usual}");
    let comfort = total(&FIRST_COMFORT_FACES);
    assert!(comfort <= 60_000, "comfort faces {comfort}");
}

#[test]
fn no_colour_is_written_outside_the_tokens() {
    for style in STYLES.iter().filter(|style| **style != TOKENS) {
        let values = style
            .lines()
            .flat_map(|line| line.split([';', '{', '}']))
            .filter_map(|part| part.split_once(':'));
        for (name, value) in values {
            let literal = value.contains('#')
                || value.contains("rgb")
                || value.contains("hsl")
                || value.contains("oklch");
            assert!(!literal, "{name}:{value}");
            for word in ["white", "black", "red", "green", "blue", "gray", "grey"] {
                assert!(!value.split([' ', ',', '(', ')']).any(|part| part == word), "{name}:{value}");
            }
        }
    }
    let hexadecimal = |text: &str| {
        text.split("\"#").skip(1).any(|rest| {
            let value = rest.split('"').next().unwrap_or_default();
            [3, 4, 6, 8].contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    for source in rust_sources() {
        assert!(!hexadecimal(&source.1), "a colour in {}", source.0);
        assert!(!source.1.contains(concat!("style", "=")), "an inline style in {}", source.0);
    }
}

fn rust_sources() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.ends_with("trial") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                sources.push((path.display().to_string(), std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    sources
}
