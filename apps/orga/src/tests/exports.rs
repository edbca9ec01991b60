//! Tables for spreadsheets, with the columns that schools expect.

use axum::http::header;
use store::campaign::Kind;
use store::organisation::{Kind as School, Organisation};
use store::participation::Participation;
use web::trial::Reply;

use super::class::Class;
use super::site::Site;

/// The lines of a table, each cut into cells.
fn lines(reply: &Reply) -> Vec<Vec<String>> {
    let text = reply.body.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let cells = |line: &str| line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect();
    text.split("\r\n").filter(|line| !line.is_empty()).map(cells).collect()
}

/// A line as pairs: column, value.
fn pairs(lines: &[Vec<String>], line: usize) -> Vec<(&str, &str)> {
    assert_eq!(lines[0].len(), lines[line].len(), "{lines:#?}");
    lines[0].iter().map(String::as_str).zip(lines[line].iter().map(String::as_str)).collect()
}

#[tokio::test]
async fn a_test_has_its_columns() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.with_stages(&[(0, "Premiers pas"), (50, "À moitié"), (90, "Presque tout")]).await;
    class.with_badge("SAFE", "Prudent en ligne").await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6B").await);
    let sent = Participation {
        external_id: Some("=Table".to_owned()),
        stage: Some(50),
        badges: Some(" SAFE ".to_owned()),
        ..class.sent(lea, "1.2-a:2 4.1-a:1")
    };
    site.wait(1_000);
    class.keep(&[sent, class.begun(tom)]).await;
    let reply = class.teacher.get(&class.path("/export")).await;
    let name =
        reply.headers.get(header::CONTENT_DISPOSITION).expect("a name").to_str().expect("text").to_owned();
    let id = class.campaign.id;
    assert!(name.contains(&format!("filename=\"Resultats-securite-des-6e-{id}-2026-11-02.csv\"")), "{name}");
    assert!(
        name.contains(&format!("filename*=UTF-8''Resultats-S%C3%A9curit%C3%A9%20des%206e-{id}")),
        "{name}"
    );
    let lines = lines(&reply);
    assert_eq!(lines.len(), 3);
    let id = id.to_string();
    let first = [
        ("Nom de l'organisation", "Collège Jean-Zay"),
        ("ID Campagne", id.as_str()),
        ("Code", "KWDTRM234"),
        ("Nom de la campagne", "Sécurité des 6e"),
        ("Nom du Profil Cible", "Protection"),
        ("Nom du Participant", "Garrigue"),
        ("Prénom du Participant", "Léa"),
        ("Classe", "6A"),
        ("Numéro de table", "'=Table"),
        ("% de progression", "1,00"),
        ("Date de début", "2026-11-02"),
        ("Partage (O/N)", "Oui"),
        ("Date du partage", "2026-11-02"),
        ("Palier obtenu (/2)", "1"),
        ("Prudent en ligne obtenu (O/N)", "Oui"),
        ("% maitrise de l'ensemble des acquis du profil", "0,60"),
    ];
    assert_eq!(pairs(&lines, 1)[..first.len()], first);
    let each = |values: [(&str, &str); 3], of: &str| {
        values.map(|(column, value)| (format!("{column} {of}"), value.to_owned()))
    };
    let group = |share, skills, validated, of: &str| {
        each([("% de maitrise", share), ("Nombre d'acquis", skills), ("Acquis maitrisés", validated)], of)
    };
    let names = |code: &str| {
        let framework = site.house.bank.present().release.framework().clone();
        framework
            .competence(code)
            .expect("a competence")
            .name
            .fr
            .replace(['\u{a0}', '\u{202f}'], " ")
            .replace('’', "'")
    };
    let mut expected = Vec::new();
    expected.extend(group("0,67", "3", "2", &format!("de la compétence {}", names("1.2"))));
    expected.extend(group("0,50", "2", "1", &format!("de la compétence {}", names("4.1"))));
    let rest: Vec<_> = pairs(&lines, 1)[first.len()..]
        .iter()
        .map(|(column, value)| ((*column).to_owned(), (*value).to_owned()))
        .collect();
    assert_eq!(rest[..6], expected);
    assert_eq!(rest.len(), 12, "two competences, two domains: {rest:#?}");
    assert!(rest[6].0.starts_with("% de maitrise du domaine"), "{rest:#?}");
    let second = pairs(&lines, 2);
    assert_eq!(
        second[9..13].iter().map(|(_, value)| *value).collect::<Vec<_>>(),
        ["0,00", "2026-11-02", "Non", "NA"]
    );
    assert!(second[12..].iter().all(|(_, value)| *value == "NA"), "{second:#?}");
}

#[tokio::test]
async fn a_university_shows_groups_numbers_and_skills() {
    let site = Site::open().await;
    let id = store::OrganisationId::new(site.now(), 5);
    let school = Organisation {
        managing_learners: true,
        shows_skills: true,
        ..Organisation::new(id, School::Sup, "Université", site.now())
    };
    let school = site.organisation(school).await;
    let class = Class::of(&site, school, Kind::Assessment).await;
    let lea = class.pupil("Léa Garrigue", "G1").await;
    class.keep(&[class.sent(lea, "1.2-a:1")]).await;
    let reply = class.teacher.get(&class.path("/export")).await;
    let lines = lines(&reply);
    let line = pairs(&lines, 1);
    assert_eq!(line[7..9], [("Groupe", "G1"), ("Numéro Étudiant", "")]);
    let skills =
        [("1.2-a-1", "OK"), ("1.2-a-2", "KO"), ("1.2-a-3", "KO"), ("4.1-a-1", "KO"), ("4.1-a-2", "KO")];
    assert_eq!(line[line.len() - 5..], skills);
}

#[tokio::test]
async fn a_collection_has_its_columns() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6B").await);
    let sent = Participation {
        shared_at: Some(site.now()),
        pix: Some(37),
        certifiable: Some(false),
        snapshot: Some([4, 37].into_iter().chain([0; 30]).collect()),
        ..class.begun(lea)
    };
    site.wait(1_000);
    class.keep(&[sent, class.begun(tom)]).await;
    let lines = lines(&class.teacher.get(&class.path("/export")).await);
    let first = pairs(&lines, 1);
    let expected = [
        ("Envoi (O/N)", "Oui"),
        ("Date de l'envoi", "2026-11-02"),
        ("Nombre de pix total", "37"),
        ("Certifiable (O/N)", "Non"),
        ("Nombre de compétences certifiables", "1"),
    ];
    assert_eq!(first[8..13], expected, "{first:#?}");
    assert_eq!((first.len(), first[13].1, first[14].1), (13 + 32, "4", "37"));
    assert!(
        first[13].0.starts_with("Niveau pour la compétence") && first[14].0.starts_with("Nombre de pix pour")
    );
    let second = pairs(&lines, 2);
    assert_eq!(second[8].1, "Non");
    assert!(second[9..].iter().all(|(_, value)| *value == "NA"), "{second:#?}");
}

/// More tries of one pupil than are read at once, whose identifier looks like a formula.
async fn keep_many(class: &Class<'_>, levels: &str) {
    let lea = class.pupil("Léa Garrigue", "6A").await;
    let tries: Vec<_> = (0..1_100)
        .map(|number| Participation {
            id: store::ParticipationId::new(class.site.now() + number, 1),
            superseded: true,
            external_id: Some("=1+1".to_owned()),
            ..class.sent(lea, levels)
        })
        .collect();
    class.keep(&tries).await;
}

#[tokio::test]
async fn a_long_table_is_whole() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    keep_many(&class, "1.2-a:1").await;
    assert_eq!(lines(&class.teacher.get(&class.path("/export")).await).len(), 1_101);
}

#[tokio::test]
async fn the_same_table_is_a_spreadsheet() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    keep_many(&class, "1.2-a:2 4.1-a:1").await;
    let reply = class.teacher.get(&class.path("/export?format=ods")).await;
    let header =
        |name: header::HeaderName| reply.headers.get(name).expect("a header").to_str().expect("text");
    assert_eq!(header(header::CONTENT_TYPE), "application/vnd.oasis.opendocument.spreadsheet");
    assert!(header(header::CONTENT_DISPOSITION).contains("-2026-11-02.ods\""));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&reply.bytes)).expect("an archive");
    let mut file = archive.by_name("content.xml").expect("a table");
    let mut content = String::new();
    std::io::Read::read_to_string(&mut file, &mut content).expect("text");
    assert_eq!(content.matches("<table:table-row>").count(), 1_101);
    for part in [
        "<text:p>% de progression</text:p>",
        "office:value-type=\"string\"><text:p>=1+1</text:p>",
        "office:date-value=\"2026-11-02\"",
        "office:value=\"0.60\"",
    ] {
        assert!(content.contains(part), "{part}");
    }
    assert!(!content.contains("table:formula"));
}
