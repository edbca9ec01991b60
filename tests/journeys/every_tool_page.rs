//! Every page of Pix Orga and Pix Admin that a link leads to, for the teacher and the staff of the demonstration.
//!
//! Nobody lists the pages: whatever a page links to is opened, one page of each shape. Two pages have one shape when
//! their addresses differ by an id only.

use crate::accessibility::{LOOKS, Look, check, look_at};
use crate::site::Site;
use crate::visitor::{GLANCE, GLANCES, Visitor};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};
use store::campaign::{self, Campaign};
use store::{CampaignId, Db};

/// Fewer shapes than these would mean that the walk lost its way.
const FEWEST: [(&str, &str, &str, usize); 2] =
    [("farid@demo.example", "/orga", "orga", 26), ("sacha@demo.example", "/staff", "staff", 10)];
/// The links of a page to others of the same tool; a file to download is no page.
const LINKS: &str = "
    return [...document.querySelectorAll(`main a[href^='${arguments[0]}'], header a[href^='${arguments[0]}']`)]
        .filter(link => !link.hasAttribute('download') && !/export|template|\\.(csv|ods)/.test(link.href))
        .map(link => link.getAttribute('href').split('#')[0]);
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_tool_page_is_accessible() {
    let site = Site::on_sqlite();
    let mut faults = Vec::new();
    for (who, root, tool, fewest) in FEWEST {
        let visitor = Visitor::arrive(&site).await;
        visitor.sign_in(who).await;
        let mut pages = Vec::new();
        if tool == "orga" {
            classes(&visitor).await;
            pages.push(picture(&site).await);
        }
        pages.extend(walk(&visitor, root).await);
        println!("{tool}: {} pages: {pages:?}", pages.len());
        assert!(pages.len() >= fewest, "{tool}: {} pages of their own shape: {pages:?}", pages.len());
        for look in [LOOKS[0], LOOKS[1]] {
            faults.extend(look_at(&visitor, look, &pages).await);
            if tool == "orga" {
                faults.extend(slips(&visitor, look).await);
            }
        }
        visitor.browser.close().await;
    }
    check(&faults);
}

/// Waits until the last class of the demonstration is made.
async fn classes(visitor: &Visitor<'_>) {
    visitor.open("/orga/learners?division=3e+A").await;
    for _ in 0..GLANCES {
        if visitor.count("main .table--people tbody tr").await > 0 {
            return;
        }
        tokio::time::sleep(GLANCE).await;
        visitor.open("/orga/learners?division=3e+A").await;
    }
    panic!("no class: {}", visitor.text("main").await);
}

/// The page of the picture of a campaign: none of the demonstration asks for an identifier, so one is made.
async fn picture(site: &Site) -> String {
    let db = Db::open(site.database()).await.expect("the database opens");
    let like =
        campaign::by_code(&db, "TRMKWD234").await.expect("the campaigns").expect("the demonstration's");
    let id = CampaignId::new(like.created_at, 7);
    let external_label = Some("Numéro de carte".to_owned());
    let asking = Campaign { id, code: "BCDFGH234".to_owned(), external_label, ..like };
    let mut tx = db.begin().await.expect("a transaction");
    campaign::create(&mut tx, &asking).await.expect("a campaign");
    tx.commit().await.expect("kept");
    format!("/orga/campaigns/{id}/picture")
}

/// The slips of the pupils without an account, and of those with one: no link leads to them.
async fn slips(visitor: &Visitor<'_>, look: Look) -> Vec<String> {
    let class = if look.lang == LOOKS[0].lang && look.width == LOOKS[0].width { "6e+A" } else { "6e+B" };
    let mut faults = Vec::new();
    for page in ["usernames", "passwords"] {
        visitor.open(&format!("/orga/learners/{page}?division={class}")).await;
        visitor.follow("main form[method=post] [value=slips]").await;
        assert!(visitor.count(".slip").await > 0, "{}", visitor.text("main").await);
        faults.extend(look.faults(visitor, &format!("slips of {page}")).await);
    }
    faults
}

/// Opens one page of each shape, from the first on; their addresses.
async fn walk(visitor: &Visitor<'_>, root: &str) -> Vec<String> {
    let mut known = BTreeMap::from([(shape(root), root.to_owned())]);
    let mut waiting = VecDeque::from([root.to_owned()]);
    while let Some(path) = waiting.pop_front() {
        visitor.open(&path).await;
        let arrived = visitor.path().await;
        // A page that leads on to another one is looked at where it leads.
        if arrived != path {
            known.remove(&shape(&path));
            if known.insert(shape(&arrived), arrived).is_some() {
                continue;
            }
        }
        let links = visitor.window().execute(LINKS, vec![root.into()]).await.expect("a script runs");
        for link in links.convert::<Vec<String>>().expect("a list") {
            if let Entry::Vacant(place) = known.entry(shape(&link)) {
                place.insert(link.clone());
                waiting.push_back(link);
            }
        }
    }
    known.into_values().collect()
}

/// An address without its ids and without what its query holds.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let part = |part: &str| if is_id(part) { "…".to_owned() } else { part.to_owned() };
    let mut names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    names.sort_unstable();
    names.dedup();
    format!("{}?{}", path.split('/').map(part).collect::<Vec<_>>().join("/"), names.join("&"))
}

/// Whether a part of an address names one thing among many: ids and codes hold digits, words do not.
fn is_id(part: &str) -> bool {
    part.chars().any(|letter| letter.is_ascii_digit())
}

#[test]
fn two_campaigns_have_one_shape() {
    let check = |path: &str, expected: &str| assert_eq!(shape(path), expected);
    check("/orga", "/orga?");
    check("/orga/campaigns/0190a/results?sort=name&class=6B", "/orga/campaigns/…/results?class&sort");
    check("/orga/campaigns/new", "/orga/campaigns/new?");
}
