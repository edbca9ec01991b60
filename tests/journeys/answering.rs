//! Giving an answer through the fields of the page, with the mouse.

use crate::visitor::Visitor;
use content::{FieldKind, Input};
use grade::Answer;
use thirtyfour::prelude::*;

/// The kinds of field an input shows.
pub fn kinds(input: &Input) -> Vec<&'static str> {
    match input {
        Input::Choice { .. } => vec!["choice"],
        Input::Choices { .. } => vec!["choices"],
        Input::Text { .. } => vec!["text"],
        Input::Number { .. } => vec!["number"],
        Input::Date => vec!["date"],
        Input::Set { .. } => vec!["set"],
        Input::Order { .. } => vec!["order"],
        Input::Fields(fields) => {
            let select = |kind: &FieldKind| matches!(kind, FieldKind::Select { .. });
            fields.iter().map(|field| if select(&field.kind) { "select" } else { "fields" }).collect()
        }
    }
}

/// Fills the fields of the question on the page.
pub async fn fill(visitor: &Visitor<'_>, answer: &Answer) {
    match answer {
        Answer::Skipped => {}
        Answer::Choice(line) => visitor.click(&choice(*line)).await,
        Answer::Choices(lines) => {
            for line in lines {
                visitor.click(&choice(*line)).await;
            }
        }
        Answer::Text(text) => visitor.write("#text", text).await,
        Answer::Fields(fields) => {
            for (key, text) in fields {
                write_or_choose(visitor, key, text).await;
            }
        }
        Answer::Order(lines) => order(visitor, lines).await,
    }
}

fn choice(line: usize) -> String {
    format!("label.choice:has([name=choice][value=\"{line}\"])")
}

async fn write_or_choose(visitor: &Visitor<'_>, key: &str, text: &str) {
    let field = format!("[name=\"field.{key}\"]");
    if visitor.find(&field).await.tag_name().await.expect("a name") == "select" {
        visitor.choose(&field, text).await;
    } else {
        visitor.write(&field, text).await;
    }
}

/// Orders lines by their ranks, or by the buttons that take their place where scripts run.
async fn order(visitor: &Visitor<'_>, lines: &[usize]) {
    for (place, line) in lines.iter().enumerate() {
        let rank = format!("[name=\"rank.{line}\"]");
        if visitor.find(&rank).await.is_displayed().await.expect("its state") {
            visitor.choose(&rank, &(place + 1).to_string()).await;
            continue;
        }
        // Each press moves the line one place up: never more presses than lines.
        for _ in 0..lines.len() {
            if visitor.value(&rank).await == (place + 1).to_string() {
                break;
            }
            visitor.click(&format!("li:has({rank}) [data-up]")).await;
        }
        assert_eq!(visitor.value(&rank).await, (place + 1).to_string(), "line {line} is in its place");
    }
}

/// Downloads the first file of the question by its link, with the cookies of the browser; its name and size.
pub async fn download(visitor: &Visitor<'_>) -> Option<(String, usize)> {
    let link = visitor.window().find(By::Css(".question a.file")).await.ok()?;
    let address = link.prop("href").await.expect("a property").expect("an address");
    let cookies = visitor.window().get_all_cookies().await.expect("cookies");
    let cookies: Vec<String> =
        cookies.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
    let reply = reqwest::Client::new()
        .get(&address)
        .header("cookie", cookies.join("; "))
        .send()
        .await
        .expect("a reply");
    assert_eq!(reply.status().as_u16(), 200, "{address}");
    let name = address.rsplit('/').next().and_then(|name| name.split('?').next()).expect("a name").to_owned();
    let kept = format!("attachment; filename*=UTF-8''{name}");
    assert_eq!(reply.headers()["content-disposition"], kept.as_str(), "the file keeps its name");
    Some((name, reply.bytes().await.expect("a body").len()))
}
