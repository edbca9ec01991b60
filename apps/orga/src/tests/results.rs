//! What was sent: means, bands, stages, badges, and the filters that agree with them.

use store::campaign::Kind;
use store::participation::Participation;
use store::report::tries;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn results_come_with_their_mean_and_their_bands() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.teacher.get(&class.path("/results")).await.leads("200").says("orga-no-result-title");
    let (lea, tom, ana) = (
        class.pupil("Léa Garrigue", "6A").await,
        class.pupil("Tom Zola", "").await,
        class.pupil("Ana Abel", "").await,
    );
    class.keep(&[class.sent(lea, "1.2-a:3 4.1-a:2"), class.sent(tom, ""), class.begun(ana)]).await;
    let page = class.teacher.get(&class.path("/results")).await;
    page.leads("200")
        .holds("<dt>Résultat moyen</dt><dd>50")
        .holds("Garrigue Léa")
        .holds("Zola Tom")
        .lacks("Abel");
    page.holds("91 à 100").holds("?band=9").holds("/analysis\"");
    for (order, first) in [("result", "Zola Tom"), ("-result", "Garrigue Léa")] {
        let page = class.teacher.get(&class.path(&format!("/results?order={order}"))).await;
        let place = |name| page.body.find(name).expect("a name");
        let other = if first == "Zola Tom" { "Garrigue Léa" } else { "Zola Tom" };
        assert!(place(first) < place(other), "{order}");
    }
    let best = class.teacher.get(&class.path("/results?band=9")).await;
    best.holds("Garrigue Léa").lacks("Zola").holds("<dt>Résultat moyen</dt><dd>100").says("orga-chosen");
}

/// Scenario 13: with the filters class 6A and stage 2, list, count and address agree.
#[tokio::test]
async fn scenario_13_list_count_and_address_agree_under_filters() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.with_stages(&[(0, "Premiers pas"), (50, "À moitié"), (90, "Presque tout")]).await;
    for (name, division, stage) in [
        ("Léa Garrigue", "6A", 50),
        ("Tom Zola", "6A", 0),
        ("Ana Abel", "6A", 50),
        ("Luc Moreau", "6B", 50),
        ("Eve Petit", "6B", 90),
    ] {
        let pupil = class.pupil(name, division).await;
        class.keep(&[Participation { stage: Some(stage), ..class.sent(pupil, "1.2-a:2") }]).await;
    }
    let page = class.teacher.get(&class.path("/results?division=6A&stage=50")).await;
    page.leads("200").holds("Abel Ana").holds("Garrigue Léa").lacks("Zola").lacks("Moreau").lacks("Petit");
    page.holds("<dt>Résultats reçus</dt><dd>2").holds("2 personnes affichées").holds("★☆");
    // The chart counts the class, and each of its bars leads to the same filters.
    page.holds("Palier 2\u{a0}: À moitié")
        .holds("results?division=6A&amp;stage=90#list")
        .holds("results?division=6A#list");
    page.holds("<option value=\"6A\" selected>").holds("<option value=\"50\" selected>");
}

#[tokio::test]
async fn badges_are_shown_and_filter() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.with_badge("SAFE", "Prudent en ligne").await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "").await, class.pupil("Tom Zola", "").await);
    let safe = Participation { badges: Some(" SAFE ".to_owned()), ..class.sent(lea, "") };
    class.keep(&[safe, class.sent(tom, "")]).await;
    class
        .teacher
        .get(&class.path("/results"))
        .await
        .holds("Zola")
        .holds("<span class=\"tag tag--line\">Prudent en ligne");
    class.teacher.get(&class.path("/results?badge=SAFE")).await.holds("Garrigue").lacks("Zola");
    class.teacher.get(&class.path("/results?badge=OTHER")).await.lacks("Garrigue").says("orga-none-kept");
}

/// What was sent last counts, also while a newer try is under way; both were sendings.
#[tokio::test]
async fn a_new_try_hides_nothing() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let lea = class.pupil("Léa Garrigue", "").await;
    let first = Participation { superseded: true, ..class.sent(lea, "") };
    site.wait(1_000);
    let second = Participation { superseded: true, ..class.sent(lea, "1.2-a:3 4.1-a:2") };
    site.wait(1_000);
    class.keep(&[first, second, class.begun(lea)]).await;
    let page = class.teacher.get(&class.path("/results")).await;
    page.holds("<dt>Résultat moyen</dt><dd>100").holds("data-label=\"Envois\">2</td>");
    assert_eq!(tries::of_campaign(&site.house.db, class.campaign.id).await.expect("tries").len(), 3);
}

#[tokio::test]
async fn a_collection_tells_pix_and_who_may_be_certified() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let profile =
        |levels: [u8; 16]| levels.into_iter().flat_map(|level| [level, level * 8]).collect::<Vec<_>>();
    let sent = |pupil, pix, certifiable, levels| Participation {
        shared_at: Some(site.now()),
        pix: Some(pix),
        certifiable: Some(certifiable),
        snapshot: Some(profile(levels)),
        ..class.begun(pupil)
    };
    let mut levels = [0; 16];
    levels[..6].fill(2);
    class.keep(&[sent(lea, 96, true, levels), sent(tom, 0, false, [0; 16])]).await;
    let page = class.teacher.get(&class.path("/results")).await;
    page.leads("200").holds("<dt>Pix en moyenne</dt><dd>48").holds("<dt>Certifiable</dt><dd>1");
    page.holds("data-label=\"Pix\">96</td>")
        .holds("data-label=\"Compétences certifiables\">6</td>")
        .says("orga-certifiable-no")
        .lacks("?band=");
    let order = |order: &str| class.path(&format!("/results?order={order}"));
    for (by, first) in [("pix", "Zola"), ("-pix", "Garrigue"), ("certifiable", "Zola"), ("-sent", "Garrigue")]
    {
        let page = class.teacher.get(&order(by)).await;
        let [lea, tom] = ["Garrigue Léa", "Zola Tom"].map(|name| page.body.find(name).expect("a name"));
        assert_eq!(if lea < tom { "Garrigue" } else { "Zola" }, first, "{by}");
    }
    // There is nothing to analyse, now or later: no tab leads there, and an old link says why.
    page.lacks("/analysis\"");
    let analysis = class.teacher.get(&class.path("/analysis")).await;
    analysis.leads("200").says("orga-analysis-collection").says("orga-analysis-collection-title");
}
