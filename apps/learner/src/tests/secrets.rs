//! No page tells the solution before the answer: not the correction, not a feedback, not what was expected, no seed.

use content::{Expected, Instance, Lang};
use rules::attempt::STAGE;

use super::site::Site;
use super::taking::{SKIP, Taking, Waiting, form};

/// Shorter texts are everywhere in a page.
const SHORTEST: usize = 4;
/// What the pages of a test say whatever is asked: "porte" may well be an answer, and the form that reports a problem
/// asks "Sur quoi porte le problème ?".
const INTERFACE: &str =
    concat!(include_str!("../../../../i18n/fr/taking.ftl"), include_str!("../../../../i18n/en/taking.ftl"));

#[tokio::test]
async fn no_page_of_a_test_tells_the_solution() {
    let site = Site::open().await;
    let mut told = 0;
    for knows in [true, false] {
        let taking = Taking::begin(&site.learner(&format!("knows-{knows}")).await).await;
        while let Some(asked) = taking.waiting().await {
            told += check_pages(&taking, &asked, Lang::Fr).await;
            let input = &asked.instance.paper.input;
            let answer =
                if knows { form(&asked.instance.key.right_answer(), input) } else { SKIP.to_owned() };
            taking.answer(asked.position, &answer).await;
            check_correction(&taking, &asked).await;
        }
    }
    assert!(told > usize::from(STAGE), "{told} texts were looked for");
}

#[tokio::test]
async fn no_question_of_the_bank_tells_its_solution() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let mut asked_for = 0;
    for family in site.house.bank.present().release.families() {
        let taking = Taking::at(&learner, family).await;
        let asked = taking.waiting().await.expect("a question");
        if asked.instance.paper.timer.is_some() {
            let closed = learner.get(&taking.path("/questions/1")).await;
            check_hides(&closed.leads("200").says("clock-heading").body, &asked.instance);
            learner.post(&taking.path("/clocks/1"), "").await;
        }
        for lang in Lang::ALL {
            let instance = site.house.bank.present().instance(family.key(), asked.seed, lang).expect("drawn");
            let found = check_pages(&taking, &Waiting { instance, ..asked }, lang).await;
            assert!(found > 0, "{} has something to hide", family.id());
            asked_for += found;
        }
    }
    println!("{asked_for} texts of keys were looked for in the pages of every family, in both languages");
}

/// What a question asks to find stands in its mini-web; what is told afterwards does not.
#[tokio::test]
async fn no_page_of_a_mini_web_tells_what_comes_after_the_answer() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let mut pages = 0;
    for family in site.house.bank.present().release.families() {
        let taking = Taking::at(&learner, family).await;
        let asked = taking.waiting().await.expect("a question");
        if asked.instance.paper.web.is_none() {
            continue;
        }
        for lang in Lang::ALL {
            let web = family.web(asked.seed, lang).expect("a mini-web");
            let told = told(&family.instance(asked.seed, lang).expect("drawn"));
            let engines = web.sites.iter().filter(|site| site.engine).map(|site| site.address("/?q=a&"));
            let all = web.pages().map(|(site, page)| site.address(&format!("{}?", page.path))).chain(engines);
            for address in all {
                let path = format!("/questions/1/web/{address}lang={}", lang.code());
                let page = learner.get(&taking.path(&path)).await;
                page.leads("200").lacks(family.id()).lacks(&asked.seed.to_string());
                let text = words_of(&page.body);
                let found = told.iter().find(|sentence| holds(&text, sentence));
                assert_eq!(found, None, "{} {address}", family.id());
                pages += 1;
            }
        }
    }
    assert!(pages > 20, "{pages} pages");
}

#[tokio::test]
async fn a_preview_does_not_exist_for_learners() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    for family in site.house.bank.present().release.families() {
        let instance = family.instance(1, Lang::Fr).expect("an instance");
        let path = format!("/preview/{}?seed=1", family.id());
        for reply in [learner.get(&path).await, learner.post(&path, SKIP).await] {
            reply.leads("404").lacks(family.title(Lang::Fr));
            check_hides(&reply.body, &instance);
        }
    }
}

/// The question, and the question again after a form that was not taken; gives how many texts were looked for.
async fn check_pages(taking: &Taking<'_>, asked: &Waiting, lang: Lang) -> usize {
    let question = format!("{}?lang={}", taking.path(&format!("/questions/{}", asked.position)), lang.code());
    let shown = taking.visitor.get(&question).await;
    let fields = format!("lang={}&rank.0=nonsense", lang.code());
    let again = taking.answer(asked.position, &fields).await;
    shown.leads("200");
    again.leads("422");
    let correction = taking.path(&format!("/corrections/{}", asked.position));
    taking.visitor.get(&correction).await.leads("404");
    [shown, again]
        .iter()
        .map(|reply| {
            let heading = words_of(asked.instance.paper.question.as_str());
            assert!(words_of(&reply.body).contains(&heading), "{heading:?} is asked");
            reply.lacks(&asked.instance.paper.family).lacks(&asked.seed.to_string());
            check_hides(&reply.body, &asked.instance)
        })
        .sum()
}

/// After the answer the correction is told: what is looked for before would be found if it were there.
async fn check_correction(taking: &Taking<'_>, asked: &Waiting) {
    let page = taking.visitor.get(&taking.path(&format!("/corrections/{}", asked.position))).await;
    page.leads("200").lacks(&asked.seed.to_string());
    let text = words_of(&page.body);
    for sentence in sentences(&asked.instance.key.correction.plain()) {
        assert!(text.contains(&sentence), "{sentence:?} is not in:\n{text}");
    }
}

/// Makes sure that a page holds nothing of a key; gives how many texts were looked for.
fn check_hides(page: &str, instance: &Instance) -> usize {
    let asking = asking_part(page);
    assert!(!page.contains("<!--"), "a comment can tell what a page does not show");
    let (text, source) = (words_of(&asking), unescaped(&carried(&asking)));
    let secrets = secrets(instance);
    for secret in &secrets {
        let told = holds(&text, secret) || holds(&source, secret);
        assert!(!told, "{}: {secret:?} is told in:\n{page}", instance.paper.family);
    }
    secrets.len()
}

/// The title and the main part of a page. Around them stand the same words whatever is asked, and "Accueil" may well be
/// an answer.
fn asking_part(page: &str) -> String {
    let between = |open: &str, close: &str| {
        let (_, after) = page.split_once(open)?;
        after.split_once(close).map(|(inside, _)| inside)
    };
    match (between("<title>", "</title>"), between("<main", "</main>")) {
        (Some(title), Some(main)) => format!("{title} <main{main}"),
        _ => page.to_owned(),
    }
}

/// What the tags of a page carry, but for names that are the same whatever is asked: "thread" is one of our classes, and
/// may well be an answer.
fn carried(html: &str) -> String {
    const OURS: [&str; 12] = [
        "class",
        "id",
        "for",
        "type",
        "role",
        "method",
        "d",
        "viewBox",
        "inputmode",
        "autocomplete",
        "aria-labelledby",
        "aria-describedby",
    ];
    let mut values = String::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        for pair in tag.split('"').collect::<Vec<_>>().chunks_exact(2) {
            let name = pair[0].rsplit(' ').next().unwrap_or_default().trim_end_matches('=');
            if !OURS.contains(&name) {
                values += &format!(" {}", pair[1]);
            }
        }
    }
    values
}

#[test]
fn tags_carry_what_their_attributes_say() {
    let html = r#"<p class="thread" data-key="lilas"><input type="text" name="a" value="persil">olive</p>"#;
    assert_eq!(carried(html), " lilas a persil");
}

/// Whether a text stands in another as words of its own: "port" is not told by "viewport".
fn holds(text: &str, secret: &str) -> bool {
    let letter = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    text.match_indices(secret).any(|(at, found)| {
        !letter(text[..at].chars().next_back()) && !letter(text[at + found.len()..].chars().next())
    })
}

/// The sentences that are told after the answer.
fn told(instance: &Instance) -> Vec<String> {
    let key = &instance.key;
    let texts = [&key.correction, &key.hint].into_iter().chain(key.feedback.values());
    let sentences = texts.flat_map(|text| sentences(&text.plain()));
    sentences.map(|text| unescaped(&text)).filter(|text| text.chars().count() > 20).collect()
}

/// What the key knows and the paper does not show.
fn secrets(instance: &Instance) -> Vec<String> {
    let key = &instance.key;
    let texts = [&key.correction, &key.hint].into_iter().chain(key.feedback.values());
    let told = texts.flat_map(|text| sentences(&text.plain()));
    let expected = match &key.expected {
        Expected::Written(text) => sentences(&text.plain()),
        Expected::One(text) => vec![text.clone()],
        Expected::Several(texts) | Expected::Steps(texts) => texts.clone(),
        Expected::Fields(fields) => fields.iter().map(|(_, text)| text.clone()).collect(),
    };
    let paper = format!("{:?}", instance.paper).replace("\\u{a0}", " ").replace("\\u{202f}", " ");
    let paper = paper.replace("\\\"", "\"");
    // A line to put in order may look like a tag.
    let shown = [words_of(&paper), unescaped(&paper)];
    let hidden = told.chain(expected).map(|text| unescaped(&text));
    let is_shown = |text: &String| shown.iter().any(|shown| shown.contains(text)) || holds(INTERFACE, text);
    hidden.filter(|text| text.chars().count() >= SHORTEST && !is_shown(text)).collect()
}

/// Without the quotation mark that ended the one before: it may end the line above on the page, too. Two options that
/// follow one another in a correction may do so on the page by chance.
fn sentences(text: &str) -> Vec<String> {
    let clean =
        |sentence: &str| sentence.trim_start_matches(['»', '”', ' ']).trim_end_matches('.').to_owned();
    unescaped(text).replace(".” ", ". ").split(". ").map(clean).collect()
}

/// What a reader sees of HTML: no tags, one space between words.
fn words_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        let Some((tag, after)) = tag.split_once('>') else { break };
        let inline = ["code", "/code", "strong", "/strong", "em", "/em"].contains(&tag);
        text += if inline { "" } else { " " };
        rest = after;
    }
    unescaped(&(text + rest))
}

fn unescaped(html: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let text = pairs.iter().fold(html.to_owned(), |text, (from, to)| text.replace(from, to));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
