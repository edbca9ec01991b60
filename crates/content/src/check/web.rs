//! A mini-web must be whole: every link leads somewhere or says that it does not, every page can be reached.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::family::Family;
use crate::front::Kind;
use crate::generate::Draw;
use crate::lang::Lang;
use crate::web::{Web, WebAddress, WebPage, WebSite, WebSpot};

/// Checks the mini-web of one instance, if it has one.
pub(super) fn check(findings: &mut Findings, family: &Family, seed: u64, lang: Lang, draw: &Draw) {
    let line = family.body().script_line;
    let web = match family.web_of(draw, seed, lang) {
        Ok(Some(web)) => web,
        Ok(None) => return,
        Err(error) => {
            let why = error.to_string();
            let topic = why.split("(seed").next().unwrap_or_default().to_owned();
            return findings.problem(line, &topic, || error.problem().map_or(why, |one| one.message.clone()));
        }
    };
    if family.front().kind == Kind::Know {
        findings.problem(1, "web kind", || {
            "kind is \"know\" and the generator gives a web to explore: expected \"do\" or \"investigate\"".to_owned()
        });
    }
    for (place, url) in broken(&web) {
        findings.problem(line, "web link", || {
            format!("seed {seed}: {place} links to {url}, where nothing is: write the page, or broken: true at the link")
        });
    }
    for address in web.broken.iter().filter(|address| web.at(address).is_some()) {
        findings.problem(line, "web broken", || {
            format!("seed {seed}: a link to {address} says broken: true, but the page exists")
        });
    }
    for address in unreached(&web) {
        findings.problem(line, "web reach", || {
            format!(
                "seed {seed}: nothing leads from {} to {address}: link to it, or give an engine",
                web.start
            )
        });
    }
}

/// The links that lead nowhere without saying so, with the page where they stand.
fn broken(web: &Web) -> Vec<(WebAddress, &str)> {
    let leads = |url: &str| {
        WebAddress::parse(url)
            .is_some_and(|address| web.at(&address).is_some() || web.broken.contains(&address))
    };
    let of_page = |(site, page): (&WebSite, &WebPage)| site.address(&page.path);
    web.pages()
        .flat_map(|(site, page)| page.urls().map(move |url| ((site, page), url)))
        .filter(|(_, url)| !leads(url))
        .map(|(place, url)| (of_page(place), url))
        .collect()
}

/// The pages and engines that one cannot come to from the start, by links, by the name of a site that leads to its
/// first page, or by a search.
fn unreached(web: &Web) -> Vec<WebAddress> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![web.start.clone()];
    while let Some(address) = waiting.pop() {
        let Some(spot) = web.at(&address) else { continue };
        if !reached.insert(address) {
            continue;
        }
        match spot {
            WebSpot::Page(site, page) => {
                waiting.push(site.address("/"));
                waiting.extend(page.urls().filter_map(WebAddress::parse));
            }
            WebSpot::Engine(_) => waiting.extend(web.pages().map(|(site, page)| site.address(&page.path))),
        }
    }
    let pages = web.pages().map(|(site, page)| site.address(&page.path));
    let engines = web.sites.iter().filter(|site| site.engine).map(|site| site.address("/"));
    pages.chain(engines).filter(|address| !reached.contains(address)).collect()
}
