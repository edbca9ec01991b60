//! An instance as plain text, for authors.

use std::fmt::Write;

use crate::exhibit::{Evidence, Exhibit, Node, calendar, settings};
use crate::paper::{Expected, FieldKind, Format, Input, Instance};
use crate::web::{Web, WebSite};

/// Writes the paper and the key of an instance so that a person can read them in a terminal.
#[must_use]
pub fn instance(instance: &Instance) -> String {
    let mut out = String::new();
    // Writing into a String never fails.
    let _ = write_paper(&mut out, instance).and_then(|()| write_key(&mut out, instance));
    out
}

/// Writes the sites of a mini-web, page by page.
#[must_use]
pub fn web(web: &Web) -> String {
    let mut out = String::new();
    // Writing into a String never fails.
    let _ = web.sites.iter().try_for_each(|site| write_site(&mut out, site));
    out
}

fn write_site(out: &mut String, site: &WebSite) -> std::fmt::Result {
    let engine = if site.engine { ", search engine" } else { "" };
    writeln!(out, "\n--- {}{} · {}{engine} ---", site.scheme(), site.host, site.name)?;
    for page in &site.pages {
        let date = page.date.as_ref().map_or_else(String::new, |date| format!(" ({})", date.text));
        writeln!(out, "{} · {}{date}", page.path, page.title)?;
        for line in page.lines() {
            writeln!(out, "    {line}")?;
        }
    }
    Ok(())
}

fn write_paper(out: &mut String, instance: &Instance) -> std::fmt::Result {
    let paper = &instance.paper;
    writeln!(out, "=== {} · {} · {:?} ===", paper.family, paper.lang.code(), paper.mode)?;
    writeln!(out, "title      {}\n", paper.title)?;
    writeln!(out, "question   {}\n", paper.question.plain())?;
    writeln!(out, "statement  {}\n", paper.statement.plain())?;
    if let Some(alternative) = &paper.alternative {
        writeln!(out, "alternative {}\n", alternative.plain())?;
    }
    for exhibit in &paper.exhibits {
        write_exhibit(out, exhibit)?;
    }
    for download in &paper.downloads {
        let names: Vec<String> =
            download.formats.iter().map(|format: &Format| download.file_name(*format)).collect();
        writeln!(out, "download   {}", names.join(" | "))?;
    }
    if let Some(start) = &paper.web {
        writeln!(out, "web        begins at {start}")?;
    }
    write_input(out, &paper.input)?;
    if let Some(help) = &paper.help {
        writeln!(out, "help       {}", help.plain())?;
    }
    Ok(())
}

fn write_key(out: &mut String, instance: &Instance) -> std::fmt::Result {
    let key = &instance.key;
    writeln!(out, "\n--- key ---")?;
    let expected = match &key.expected {
        Expected::Written(html) => html.plain(),
        Expected::One(text) => text.clone(),
        Expected::Several(texts) => texts.join(" + "),
        Expected::Steps(texts) => texts.join(" → "),
        Expected::Fields(fields) => {
            fields.iter().map(|(label, value)| format!("{label} = {value}")).collect::<Vec<_>>().join("; ")
        }
    };
    writeln!(out, "expected   {expected}")?;
    writeln!(out, "solution   {:?}", key.question.solution)?;
    writeln!(out, "correction {}", key.correction.plain())?;
    writeln!(out, "hint       {}", key.hint.plain())?;
    for mistake in &key.question.mistakes {
        let said = key.feedback.get(&mistake.key).map(crate::Html::plain).unwrap_or_default();
        writeln!(out, "mistake    {} {:?}\n           {said}", mistake.key, key.wrong_answer(mistake))?;
    }
    writeln!(out, "tutorials  {}", key.tutorials.join(", "))
}

fn write_exhibit(out: &mut String, exhibit: &Exhibit) -> std::fmt::Result {
    writeln!(out, "exhibit    {}", exhibit.title)?;
    for line in evidence(&exhibit.evidence).lines() {
        writeln!(out, "    {line}")?;
    }
    writeln!(out)
}

/// What an exhibit shows, line by line.
pub(crate) fn evidence(evidence: &Evidence) -> String {
    let mut out = String::new();
    // Writing into a String never fails.
    let _ = write_evidence(&mut out, evidence);
    out
}

fn write_evidence(out: &mut String, evidence: &Evidence) -> std::fmt::Result {
    match evidence {
        Evidence::Tree { nodes } => write_nodes(out, nodes, 0)?,
        Evidence::Files { columns, rows, .. } | Evidence::Table { columns, rows, .. } => {
            for row in std::iter::once(columns).chain(rows) {
                writeln!(out, "{}", row.join(" | "))?;
            }
        }
        Evidence::Facts { facts } => {
            for (name, value) in facts {
                writeln!(out, "{name}: {value}")?;
            }
        }
        Evidence::Lines { lines } => {
            for line in lines {
                writeln!(out, "{line}")?;
            }
        }
        Evidence::Icons { items } => {
            for item in items {
                writeln!(out, "[{:?}] {} {}", item.icon, item.name, item.note.as_deref().unwrap_or(""))?;
            }
        }
        Evidence::Mail(mail) => write_all(out, &mail.lines())?,
        Evidence::Browser(browser) => write_all(out, &browser.lines())?,
        Evidence::Phone(phone) => write_all(out, &phone.lines())?,
        Evidence::Chat(chat) => write_all(out, &chat.lines())?,
        Evidence::Dialog(dialog) => write_all(out, &dialog.lines())?,
        Evidence::Terminal(terminal) => write_all(out, &terminal.lines())?,
        Evidence::Post(post) => write_all(out, &post.lines())?,
        Evidence::Calendar(days) => write_all(out, &calendar::lines(days))?,
        Evidence::Chart(chart) => write_all(out, &chart.lines())?,
        Evidence::Document(document) => write_all(out, &document.lines())?,
        Evidence::Program(program) => write_all(out, &program.lines())?,
        Evidence::Board(board) => write_all(out, &board.lines())?,
        Evidence::Settings(groups) => write_all(out, &settings::lines(groups))?,
    }
    Ok(())
}

fn write_all(out: &mut String, lines: &[String]) -> std::fmt::Result {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn write_nodes(out: &mut String, nodes: &[Node], depth: usize) -> std::fmt::Result {
    for node in nodes {
        let mark = if node.folder { "/" } else { "" };
        let note = node.note.as_deref().unwrap_or("");
        writeln!(out, "{}{}{mark}  {note}", "    ".repeat(depth), node.name)?;
        write_nodes(out, &node.children, depth + 1)?;
    }
    Ok(())
}

fn write_input(out: &mut String, input: &Input) -> std::fmt::Result {
    match input {
        Input::Choice { options } => lines(out, "( )", options),
        Input::Choices { options } => lines(out, "[ ]", options),
        Input::Order { items } => lines(out, "↕", items),
        Input::Set { labels } => lines(out, "____", labels),
        Input::Text { size } => writeln!(out, "answer     text ({size:?})"),
        Input::Number { unit } => writeln!(out, "answer     number {}", unit.as_deref().unwrap_or("")),
        Input::Date => writeln!(out, "answer     date"),
        Input::Fields(fields) => {
            for field in fields {
                let kind = match &field.kind {
                    FieldKind::Text => "text".to_owned(),
                    FieldKind::Date => "date".to_owned(),
                    FieldKind::Number { unit } => format!("number {}", unit.as_deref().unwrap_or("")),
                    FieldKind::Select { options } => options.join(" | "),
                };
                writeln!(out, "    {} [{}]: {kind}", field.label, field.key)?;
            }
            Ok(())
        }
    }
}

fn lines(out: &mut String, mark: &str, texts: &[String]) -> std::fmt::Result {
    texts.iter().try_for_each(|text| writeln!(out, "    {mark} {text}"))
}
