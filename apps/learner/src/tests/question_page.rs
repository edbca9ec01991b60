//! The page of a question: where one stands, the way out, lines in the order drawn, files and their text.

use content::{Instance, Lang};
use maud::Render;
use web::Words;

use super::site::{Site, Visitor};
use super::taking::{SKIP, Taking, family_with};
use web::trial::Reply;

/// A question of a family wanted, its page and what was drawn.
async fn shown(
    site: &Site,
    visitor: &Visitor<'_>,
    wanted: impl Fn(&Instance) -> bool,
) -> (Reply, std::sync::Arc<Instance>) {
    let taking = Taking::at(visitor, family_with(site, wanted)).await;
    let asked = taking.waiting().await.expect("a question");
    let page = visitor.get(&taking.path("/questions/1")).await;
    page.leads("200");
    (page, asked.instance)
}

/// Makes sure that texts stand in the page in this order.
fn check_order<'a>(page: &Reply, texts: impl Iterator<Item = &'a String>) {
    let mut rest = page.body.as_str();
    for text in texts {
        let html = maud::html! { (text) }.render().into_string();
        let (_, after) = rest.split_once(&format!("{html}<")).unwrap_or_else(|| panic!("{text:?} in order"));
        rest = after;
    }
}

#[tokio::test]
async fn the_thread_and_the_way_out_are_told() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    let words = Words::of(Lang::Fr);
    for position in 1..=6_u16 {
        let page = taking.visitor.get(&taking.path(&format!("/questions/{position}"))).await;
        let done = (position - 1) % 5;
        let of = words.with("question-of", &[("n", (done + 1).into()), ("total", 5.into())]);
        page.leads("200").holds(&of).says("question-quit").says("question-quit-kept");
        assert_eq!(page.body.matches("<i class=\"done\">").count(), usize::from(done), "at {position}");
        assert_eq!(page.body.matches("<i class=\"now\">").count(), 1);
        taking.answer(position, SKIP).await;
    }
    taking.visitor.get("/profile").await.leads("200").holds(&taking.path(""));
}

#[tokio::test]
async fn lines_stand_in_the_order_drawn() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (page, instance) =
        shown(&site, &learner, |one| matches!(one.paper.input, content::Input::Choice { .. })).await;
    let content::Input::Choice { options } = &instance.paper.input else { panic!("a choice") };
    check_order(&page, options.iter());
    let (page, instance) =
        shown(&site, &learner, |one| matches!(one.paper.input, content::Input::Order { .. })).await;
    let content::Input::Order { items } = &instance.paper.input else { panic!("an order") };
    check_order(&page, items.iter());
}

#[tokio::test]
async fn the_first_format_of_a_file_is_offered_first() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let several = |one: &Instance| one.paper.downloads.iter().any(|file| file.formats.len() > 1);
    let (page, instance) = shown(&site, &learner, several).await;
    let file = instance.paper.downloads.iter().find(|file| file.formats.len() > 1).expect("such a file");
    let (first, second) = (file.formats[0].ending(), file.formats[1].ending());
    let (main, others) = page.body.split_once("class=\"file-formats\"").expect("other formats");
    assert!(main.contains(&format!(".{first}?lang=fr")) && others.contains(&format!(".{second}?lang=fr")));
    page.says("download-others");
}

#[tokio::test]
async fn the_text_of_a_file_waits_in_a_fold() {
    let told = "\n## alternative\nLe même contenu, en clair.\n\n## hint\n";
    let untold = |text: &str| !text.contains("\n## alternative\n");
    let site =
        Site::with_bank(|text| text.replace("\n## hint\n", if untold(text) { told } else { "\n## hint\n" }))
            .await;
    let learner = site.learner("zoe").await;
    let (page, instance) = shown(&site, &learner, |one| one.paper.alternative.is_some()).await;
    let text = instance.paper.alternative.as_ref().expect("a text");
    page.says("question-alternative").holds(text.as_str());
    let (before, _) = page.body.split_once(text.as_str()).expect("the text");
    let fold = &before[before.rfind("<details").expect("a fold")..];
    assert!(fold.starts_with("<details class=\"more\">"), "it is closed at first: {fold}");
}
