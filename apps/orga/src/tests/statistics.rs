//! The statistics of an organisation: what counts, who is asked for, and what is in none of them.

use store::campaign::Kind;
use store::participation::Participation;
use web::trial::DAY;

use super::class::Class;
use super::site::Site;

const PATH: &str = "/orga/statistics";

#[tokio::test]
async fn nothing_yet_says_what_will_be_here() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.pupil("Léa Garrigue", "6A").await;
    class.teacher.get(PATH).await.leads("200").says("statistics-none").lacks("<svg viewBox=\"0 0 400");
}

#[tokio::test]
async fn a_year_tells_levels_months_and_classes() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom, ana) = (
        class.pupil("Léa Garrigue", "6A").await,
        class.pupil("Tom Zola", "6A").await,
        class.pupil("Ana Abel", "6B").await,
    );
    let before = Participation { superseded: true, ..class.sent(lea, "1.2-a:1") };
    site.wait(30 * DAY);
    class
        .keep(&[before, class.sent(lea, "1.2-a:3 4.1-a:2"), class.sent(tom, "1.2-a:1"), class.begun(ana)])
        .await;
    let page = site.signed_in(class.teacher.account).await.get(PATH).await;
    // Of Léa the newest counts: 3 and 1 out of 3, 2 and 0 out of 2, together (3 + 1 + 2 + 0) / 4 out of 2,5.
    page.leads("200").holds("2 sur 3").holds("1 sur 2").holds("<dd>1,5 <small>sur 2,5</small>");
    page.holds("<dt>Ont participé</dt><dd>3 <small>sur 3</small>").holds("<dt>Envois reçus</dt><dd>3");
    page.holds("4 participations commencées, 3 envoyées");
    page.holds("<th scope=\"row\">novembre 2026</th><td class=\"r\">1</td><td class=\"r\">1</td>");
    page.holds("<th scope=\"row\">décembre 2026</th><td class=\"r\">3</td><td class=\"r\">2</td>");
    for (class, counts) in [("6A", [2, 2, 2]), ("6B", [1, 1, 0])] {
        let labels = ["Élèves", "Ont participé", "Ont envoyé"].into_iter().zip(counts);
        let cell = |(label, count)| format!("<td class=\"r\" data-label=\"{label}\">{count}</td>");
        page.holds(&format!("{class}</a></th>{}", labels.map(cell).collect::<String>()));
    }
    page.lacks("Garrigue").lacks("Zola");
}

#[tokio::test]
async fn the_figures_of_a_year_are_a_table_too() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "=6B").await);
    class.pupil("Ana Abel", "").await;
    class.keep(&[class.sent(lea, "1.2-a:3 4.1-a:2"), class.begun(tom)]).await;
    class.teacher.get(PATH).await.holds("/orga/statistics/export?year=2026&amp;division=\"");
    let table = class.teacher.get(&format!("{PATH}/export?year=2026")).await;
    table.leads("200").holds("\u{feff}\"Année scolaire\";").lacks("Garrigue");
    assert!(table.tally.statements.len() <= 5, "{:#?}", table.tally.statements);
    let name = table.headers.get("content-disposition").expect("a name").to_str().expect("text");
    assert!(name.contains("filename=\"Statistiques-college-jean-zay-2026-2026-11-02.csv\""), "{name}");
    let line = |cells: &str| table.holds(&format!("\"2026–2027\";\"Toutes\";{cells}\r\n"));
    line("\"Ensemble\";\"\";3;2;1;2;1;1;2,5;2,5");
    line("\"Mois\";\"2026-11\";;;;2;1;;;");
    line("\"Mois\";\"2027-07\";;;;0;0;;;");
    line("\"Classe ou groupe\";\"Sans classe\";1;0;0;;;;;");
    line("\"Classe ou groupe\";\"'=6B\";1;1;0;;;;;");
    line("\"Compétence\";\"Gérer des données\";;;;;;1;3,0;3,0");
    let one = class.teacher.get(&format!("{PATH}/export?division=6A")).await;
    one.holds("\"6A\";\"Ensemble\";\"\";1;1;1;1;1;1;2,5;2,5");
    let rival = site.school("Collège Rival").await;
    let other = site.worker("rival", &rival, store::membership::Role::Admin).await;
    other.get(&format!("{PATH}/export")).await.leads("200").holds("\"Ensemble\";\"\";0;0;0;0;0;;;");
}

#[tokio::test]
async fn filters_stay_in_the_address() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6B").await);
    class.keep(&[class.sent(lea, "1.2-a:3 4.1-a:2"), class.sent(tom, "")]).await;
    let one = class.teacher.get(&format!("{PATH}?division=6B")).await;
    one.leads("200").holds("<option value=\"6B\" selected>").holds("0 sur 3").lacks("3 sur 3");
    one.holds("<dt>Ont participé</dt><dd>1 <small>sur 1</small>")
        .holds("/orga/statistics?year=2026&amp;division=6A");
    class.teacher.get(&format!("{PATH}?division=6C")).await.leads("200").says("statistics-none");
    // A year that is not offered is the present one; the next year begins empty, and the old one stays.
    class.teacher.get(&format!("{PATH}?year=1999")).await.holds("1,5 sur 3");
    site.wait(300 * DAY);
    let teacher = site.signed_in(class.teacher.account).await;
    teacher.get(PATH).await.says("statistics-none").holds("<option value=\"2027\" selected>2027–2028");
    teacher
        .get(&format!("{PATH}?year=2026"))
        .await
        .holds("1,5 sur 3")
        .holds("<option value=\"2026\" selected>");
}

/// Scenario 16 for the whole organisation: statistics exclude a deleted participation, and so they do collections from
/// levels, and everything of others.
#[tokio::test]
async fn what_is_deleted_or_elsewhere_is_counted_nowhere() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let deleted = Participation { deleted_at: Some(site.now()), ..class.sent(tom, "") };
    class.keep(&[class.sent(lea, "1.2-a:3 4.1-a:2"), deleted]).await;
    let page = class.teacher.get(PATH).await;
    page.holds("3 sur 3")
        .holds("<dt>Ont participé</dt><dd>1 <small>sur 2</small>")
        .holds("<dt>Envois reçus</dt><dd>1");
    let rival = site.school("Collège Rival").await;
    let other = site.worker("rival", &rival, store::membership::Role::Admin).await;
    other.get(PATH).await.leads("200").says("statistics-none").lacks("6A");
    class.teacher.post(&class.path("/removal"), "").await.leads("303 /orga/campaigns?done=deleted");
    class.teacher.get(PATH).await.says("statistics-none");
}

#[tokio::test]
async fn profiles_take_part_and_have_no_levels_here() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    let lea = class.pupil("Léa Garrigue", "").await;
    class.keep(&[class.collected(lea)]).await;
    let page = class.teacher.get(PATH).await;
    page.leads("200")
        .says("statistics-levels-none")
        .holds("<dt>Envois reçus</dt><dd>1")
        .lacks("id=\"classes\"");
}
