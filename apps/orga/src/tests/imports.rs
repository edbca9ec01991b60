//! Importing lists through the pages: each sample, scenarios 1 to 3 of the specification, and what is refused.

use axum::body::Body;
use axum::http::{Method, Request, header};
use jobs::{Mailer, Worker};
use std::io::{Cursor, Write};
use std::sync::Arc;
use std::time::Duration;
use store::membership::Role as Post;
use store::organisation::{Kind, Organisation};
use store::{LearnerId, OrganisationId, learner, learner_list, tally};
use tower::ServiceExt;
use web::trial::{DAY, Reply, Visitor};

use super::site::Site;

const UAI: &str = "0999901Z";
const SIECLE: &[u8] = include_bytes!("../../../../crates/formats/samples/siecle.xml");
const SIECLE_BROKEN: &[u8] = include_bytes!("../../../../crates/formats/samples/siecle_broken_uai.xml");
const FREGATA: &[u8] = include_bytes!("../../../../crates/formats/samples/fregata.csv");
const FREGATA_BROKEN: &[u8] =
    include_bytes!("../../../../crates/formats/samples/fregata_broken_city_code.csv");
const SUP: &[u8] = include_bytes!("../../../../crates/formats/samples/sup.csv");
const SUP_BROKEN: &[u8] = include_bytes!("../../../../crates/formats/samples/sup_broken_three_fields.csv");
const ONDE: &[u8] = include_bytes!("../../../../crates/formats/samples/onde.csv");
const ONDE_BROKEN: &[u8] = include_bytes!("../../../../crates/formats/samples/onde_broken_level.csv");

/// A school with a list, and a second one of the same kind.
async fn school(site: &Site, kind: Kind, tags: &str) -> Organisation {
    let id = OrganisationId::new(site.now(), site.house.entropy.number().expect("a number"));
    let school = Organisation {
        external_id: Some(UAI.to_owned()),
        managing_learners: true,
        tags: tags.to_owned(),
        ..Organisation::new(id, kind, "École", site.now())
    };
    site.organisation(school).await
}

/// Posts a form with a file.
async fn send(visitor: &Visitor<'_>, format: &str, name: &str, file: &[u8]) -> Reply {
    let fields = [("csrf", visitor.csrf.as_str()), ("format", format)];
    let mut body = Vec::new();
    for (field, value) in fields {
        let head = format!("--limit\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    let head =
        format!("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--limit--\r\n");
    post(visitor, &[], Body::from(body)).await
}

async fn post(visitor: &Visitor<'_>, headers: &[(&str, &str)], body: Body) -> Reply {
    let mut request = Request::builder()
        .method(Method::POST)
        .uri("/orga/learners/import")
        .header(header::COOKIE, &visitor.cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limit");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body).expect("a request");
    let (response, tally) = tally::count(visitor.site.router().oneshot(request)).await;
    Reply::read(response.expect("a router always replies"), tally).await
}

/// Sends a file that is kept; gives the address of its import.
async fn sent(visitor: &Visitor<'_>, format: &str, name: &str, file: &[u8]) -> String {
    let reply = send(visitor, format, name, file).await;
    assert_eq!(reply.status, 303, "{}", reply.body);
    assert!(reply.location.starts_with("/orga/learners/imports/"), "{}", reply.location);
    reply.location
}

/// Lets the job behind the scenes read what waits.
async fn work(site: &Site) {
    let now = site.now();
    let folder = tempfile::tempdir().expect("a folder");
    let worker = Worker {
        db: site.house.db.clone(),
        mailer: Mailer::files(folder.path()),
        clock: Arc::new(move || now),
        certifier: Arc::new(|_| None),
        rest: Duration::from_millis(1),
    };
    while worker.step().await.expect("the worker works") {}
}

/// Sends a file, has it read, and confirms it.
async fn imported(visitor: &Visitor<'_>, site: &Site, format: &str, name: &str, file: &[u8]) -> String {
    let import = sent(visitor, format, name, file).await;
    work(site).await;
    let confirmed = visitor.post(&format!("{import}/confirmation"), "").await;
    confirmed.leads(&format!("303 {import}"));
    import
}

/// How many are on the list, and how many were.
async fn people(site: &Site, school: OrganisationId) -> (usize, usize) {
    let list = learner_list::whole(&site.house.db, school).await.expect("the list");
    let gone = list.iter().filter(|learner| learner.disabled_at.is_some()).count();
    (list.len() - gone, gone)
}

/// A register without one pupil, whose INE is given.
fn without(file: &[u8], id: &str) -> Vec<u8> {
    let at = |needle: String, from: usize| {
        let found = file[from..].windows(needle.len()).position(|bytes| bytes == needle.as_bytes());
        from + found.unwrap_or_else(|| panic!("{needle}"))
    };
    let start = at(format!("<ELEVE ELEVE_ID=\"{id}\""), 0);
    let end = at("</ELEVE>".to_owned(), start) + "</ELEVE>".len();
    [&file[..start], &file[end..]].concat()
}

#[tokio::test]
async fn scenario_1_a_register_fills_the_list() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let import = sent(&admin, "siecle", "siecle.xml", SIECLE).await;
    admin.get(&import).await.leads("200").says("import-waiting");
    work(&site).await;
    assert_eq!(people(&site, school.id).await, (0, 0), "a preview changes nothing");
    let preview = admin.get(&import).await;
    preview.leads("200").says("import-ready").holds("Ajoutés (25)").holds("Laissés de côté (4)");
    let skipped = admin.get(&format!("{import}?kind=skipped")).await;
    for reason in ["import-skip-left", "import-skip-number", "import-skip-class"] {
        skipped.says(reason);
    }
    admin.post(&format!("{import}/confirmation"), "").await.leads(&format!("303 {import}"));
    admin.post(&format!("{import}/confirmation"), "").await.leads(&format!("303 {import}"));
    let lines = learner_list::whole(&site.house.db, school.id).await.expect("the list");
    let of_class = |class: &str| lines.iter().filter(|line| line.division.as_deref() == Some(class)).count();
    assert_eq!((lines.len(), of_class("6A"), of_class("6B")), (25, 13, 12));
    let list = admin.get("/orga/learners?q=garigue+lea").await;
    list.leads("200").holds("GARRIGUE Léa").lacks("GARRIGUE Tom");
    admin.get("/orga/learners?division=6B").await.holds("12 personnes");
    admin.get("/orga/learners").await.holds("25 personnes").holds("né(e) le 03/05/2014");
}

#[tokio::test]
async fn scenario_2_the_register_of_another_school_changes_nothing() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    imported(&admin, &site, "siecle", "siecle.xml", SIECLE).await;
    let import = sent(&admin, "siecle", "siecle.xml", SIECLE_BROKEN).await;
    work(&site).await;
    let refused = admin.get(&import).await;
    refused.leads("200").says("import-fault-uai").says("import-remedy-uai").holds("0999902A").holds(UAI);
    refused.lacks("/confirmation");
    admin.post(&format!("{import}/confirmation"), "").await.leads(&format!("303 {import}"));
    assert_eq!(people(&site, school.id).await, (25, 0));
}

#[tokio::test]
async fn scenario_3_who_is_missing_is_disabled_and_comes_back() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    imported(&admin, &site, "siecle", "siecle.xml", SIECLE).await;
    let before = learner_list::whole(&site.house.db, school.id).await.expect("the list");
    let fewer = without(SIECLE, "5001");
    site.wait(DAY);
    let import = sent(&admin, "siecle", "siecle.xml", &fewer).await;
    work(&site).await;
    admin.get(&import).await.holds("Désactivés (1)").holds("Inchangés (24)").lacks("Ajoutés (1)");
    admin.post(&format!("{import}/confirmation"), "").await;
    assert_eq!(people(&site, school.id).await, (24, 1));
    admin.get("/orga/learners?state=gone").await.holds("Une personne");
    site.wait(DAY);
    let back = imported(&admin, &site, "siecle", "siecle.xml", SIECLE).await;
    admin.get(&back).await.holds("Reviennent (1)");
    let after = learner_list::whole(&site.house.db, school.id).await.expect("the list");
    let ids = |list: &[learner::Learner]| list.iter().map(|one| one.id).collect::<Vec<LearnerId>>();
    assert_eq!(ids(&after), ids(&before), "the same line, with its history");
    assert_eq!(people(&site, school.id).await, (25, 0));
}

#[tokio::test]
async fn an_import_is_undone_for_seven_days() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    imported(&admin, &site, "siecle", "siecle.xml", SIECLE).await;
    site.wait(DAY);
    let import = imported(&admin, &site, "siecle", "siecle.xml", &without(SIECLE, "5001")).await;
    assert_eq!(people(&site, school.id).await, (24, 1));
    admin.get(&import).await.says("import-undo");
    admin.post(&format!("{import}/undoing"), "").await.leads(&format!("303 {import}"));
    admin.post(&format!("{import}/undoing"), "").await.leads(&format!("303 {import}"));
    assert_eq!(people(&site, school.id).await, (25, 0));
    let late = imported(&admin, &site, "siecle", "siecle.xml", &without(SIECLE, "5001")).await;
    site.wait(7 * DAY - 1_000);
    let admin = site.signed_in(admin.account).await;
    admin.get(&late).await.says("import-undo");
    site.wait(2_000);
    admin.get(&late).await.lacks("/undoing");
    admin.post(&format!("{late}/undoing"), "").await.leads(&format!("303 {late}"));
    assert_eq!(people(&site, school.id).await, (24, 1));
}

/// A sample that is accepted, or refused with these words.
async fn check_sample(
    (kind, tags): (Kind, &str),
    (format, name, file): (&str, &str, &[u8]),
    expected: Result<usize, &[&str]>,
) {
    let site = Site::open().await;
    let school = school(&site, kind, tags).await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let import = sent(&admin, format, name, file).await;
    work(&site).await;
    let page = admin.get(&import).await;
    match expected {
        Ok(number) => {
            page.says("import-ready").holds(&format!("Ajoutés ({number})"));
            admin.post(&format!("{import}/confirmation"), "").await;
            assert_eq!(people(&site, school.id).await, (number, 0), "{name}");
            let again = sent(&admin, format, name, file).await;
            work(&site).await;
            admin.get(&again).await.says("import-nothing");
        }
        Err(words) => {
            for word in words {
                page.holds(word);
            }
            assert_eq!(people(&site, school.id).await, (0, 0), "{name}");
        }
    }
}

#[tokio::test]
async fn every_sample_gives_what_its_readme_says() {
    let (sco, farm) = ((Kind::Sco, " "), (Kind::Sco, " AGRICULTURE "));
    let (sup, primary) = ((Kind::Sup, " "), (Kind::Primary, " "));
    check_sample(sco, ("siecle", "siecle.xml", SIECLE), Ok(25)).await;
    check_sample(sco, ("siecle", "siecle.xml", SIECLE_BROKEN), Err(&["0999902A"])).await;
    check_sample(farm, ("fregata", "fregata.csv", FREGATA), Ok(12)).await;
    let city: &[&str] = &["data-label=\"Ligne\">5</td>", "Code commune naissance**"];
    check_sample(farm, ("fregata", "fregata.csv", FREGATA_BROKEN), Err(city)).await;
    check_sample(sup, ("sup", "sup.csv", SUP), Ok(12)).await;
    check_sample(sup, ("sup-whole", "sup.csv", SUP), Ok(12)).await;
    let three: &[&str] = &[
        "3 erreurs",
        "Colonne ou champ\">Email</td>",
        "jj/mm/aaaa",
        "Colonne ou champ\">Nom de famille</td>",
    ];
    check_sample(sup, ("sup", "sup.csv", SUP_BROKEN), Err(three)).await;
    check_sample(primary, ("onde", "onde.csv", ONDE), Ok(20)).await;
    check_sample(primary, ("onde-whole", "onde.csv", ONDE), Ok(20)).await;
    let level: &[&str] = &[
        "2 erreurs",
        "data-label=\"Ligne\">12</td>",
        "Colonne ou champ\">Cycle</td>",
        "Colonne ou champ\">Niveau</td>",
    ];
    check_sample(primary, ("onde", "onde.csv", ONDE_BROKEN), Err(level)).await;
}

#[tokio::test]
async fn pupils_of_other_levels_are_left_aside_and_values_not_recognised_are_told() {
    let site = Site::open().await;
    let primary = school(&site, Kind::Primary, " ").await;
    let admin = site.worker("admin", &primary, Post::Admin).await;
    let import = sent(&admin, "onde-whole", "onde.csv", ONDE_BROKEN).await;
    work(&site).await;
    admin.get(&format!("{import}?kind=skipped")).await.says("import-skip-level");
    let university = school(&site, Kind::Sup, " ").await;
    let admin = site.worker("dean", &university, Post::Admin).await;
    let import = sent(&admin, "sup", "sup.csv", SUP).await;
    work(&site).await;
    admin.get(&import).await.holds("2 valeurs").holds("Non reconnu");
}

#[tokio::test]
async fn what_is_no_list_is_refused_with_a_remedy() {
    let bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
    let whole = ("import-fault-file", "import-remedy-file");
    let check = async |kind: Kind, (format, name): (&str, &str), file: &[u8], said: &[&'static str]| {
        let site = Site::open().await;
        let school = school(&site, kind, " ").await;
        let admin = site.worker("admin", &school, Post::Admin).await;
        let import = sent(&admin, format, name, file).await;
        work(&site).await;
        let page = admin.get(&import).await;
        for key in said {
            page.says(key);
        }
        page.lacks("/confirmation");
        assert_eq!(people(&site, school.id).await, (0, 0));
    };
    let siecle = ("siecle", "a.xml");
    check(Kind::Sco, siecle, bomb.as_bytes(), &[whole.0, whole.1]).await;
    check(Kind::Sco, siecle, b"<a>", &[whole.0]).await;
    check(Kind::Sco, siecle, b"", &["import-fault-empty"]).await;
    check(Kind::Sco, ("siecle", "a.zip"), b"PK\x03\x04?", &[whole.0]).await;
    let table = "Premier prénom;Nom\r\nZoé;Lemoine\r\n";
    check(Kind::Sup, ("sup", "a.csv"), table.as_bytes(), &["import-fault-header"]).await;
    let wide: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(Kind::Sup, ("sup", "a.csv"), &wide, &["import-remedy-encoding"]).await;
}

/// An archive of one file.
fn packed(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("an archive");
    zip.write_all(bytes).expect("an archive");
    zip.finish().expect("an archive").into_inner()
}

#[tokio::test]
async fn an_archive_is_unpacked_within_its_limits() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let bomb = packed("siecle.xml", &vec![b' '; 8 << 20]);
    assert!(bomb.len() < 1 << 16, "it is small as it is sent");
    let import = sent(&admin, "siecle", "siecle.zip", &bomb).await;
    work(&site).await;
    admin.get(&import).await.says("import-fault-large").lacks("/confirmation");
    assert_eq!(people(&site, school.id).await, (0, 0));
    imported(&admin, &site, "siecle", "siecle.zip", &packed("siecle.xml", SIECLE)).await;
    assert_eq!(people(&site, school.id).await, (25, 0));
}

#[tokio::test]
async fn what_is_refused_at_the_door() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    send(&admin, "siecle", "", SIECLE).await.leads("422").says("import-no-file");
    send(&admin, "siecle", "siecle.csv", SIECLE).await.leads("422").says("import-fault-ending");
    send(&admin, "onde", "onde.csv", ONDE).await.leads("400");
    send(&admin, "nonsense", "siecle.xml", SIECLE).await.leads("400");
    let forged = Visitor { csrf: "forged".to_owned(), ..admin.clone() };
    send(&forged, "siecle", "siecle.xml", SIECLE).await.leads("403");
    post(&admin, &[], Body::from("nonsense")).await.leads("400");
    for size in [20_000_001, 21_000_000] {
        send(&admin, "siecle", "siecle.xml", &vec![b' '; size]).await.leads("413").says("import-fault-large");
    }
    let declared = [("content-length", "1073741824")];
    post(&admin, &declared, Body::empty()).await.leads("413").says("import-remedy-large");
    assert_eq!(store::learner_import::latest(&site.house.db, school.id).await, Ok(None), "nothing is kept");
}

#[tokio::test]
async fn one_import_at_a_time() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let first = sent(&admin, "siecle", "siecle.xml", SIECLE).await;
    send(&admin, "siecle", "siecle.xml", SIECLE).await.leads("409").says("import-under-way").holds(&first);
    work(&site).await;
    send(&admin, "siecle", "siecle.xml", SIECLE).await.leads("409");
    admin.get("/orga/learners/import").await.holds(&first).lacks("multipart");
    admin.post(&format!("{first}/cancellation"), "").await.leads(&format!("303 {first}"));
    admin.post(&format!("{first}/confirmation"), "").await.leads(&format!("303 {first}"));
    assert_eq!(people(&site, school.id).await, (0, 0));
    sent(&admin, "siecle", "siecle.xml", SIECLE).await;
}

#[tokio::test]
async fn lists_are_the_affair_of_their_administrators() {
    let site = Site::open().await;
    let (here, elsewhere) = (school(&site, Kind::Sco, " ").await, school(&site, Kind::Sco, " ").await);
    let admin = site.worker("admin", &here, Post::Admin).await;
    let member = site.worker("member", &here, Post::Member).await;
    let rival = site.worker("rival", &elsewhere, Post::Admin).await;
    let import = sent(&admin, "siecle", "siecle.xml", SIECLE).await;
    work(&site).await;
    send(&member, "siecle", "siecle.xml", SIECLE).await.leads("403");
    for (visitor, outcome) in [(&member, "403"), (&rival, "404")] {
        visitor.get(&import).await.leads(outcome);
        for verb in ["confirmation", "cancellation", "undoing"] {
            visitor.post(&format!("{import}/{verb}"), "").await.leads(outcome);
        }
    }
    admin.post(&format!("{import}/confirmation"), "").await;
    member.get("/orga/learners").await.holds("25 personnes").lacks("/orga/learners/import");
    rival.get("/orga/learners").await.says("learners-empty").lacks("GARRIGUE");
    let unmanaged = site.school("Collège sans liste").await;
    let other = site.worker("other", &unmanaged, Post::Admin).await;
    other.get("/orga/learners/import").await.says("import-no-format").lacks("multipart");
    send(&other, "siecle", "siecle.xml", SIECLE).await.leads("403");
}

#[tokio::test]
async fn a_template_has_the_columns_that_are_read() {
    let site = Site::open().await;
    let primary = school(&site, Kind::Pro, " ").await;
    let admin = site.worker("admin", &primary, Post::Admin).await;
    let template = admin.get("/orga/learners/import/template").await;
    let import = sent(&admin, "generic", "modele.csv", &template.bytes).await;
    work(&site).await;
    admin.get(&import).await.says("import-ready").holds("Exemple Camille");
    let university = school(&site, Kind::Sup, " ").await;
    let dean = site.worker("dean", &university, Post::Admin).await;
    dean.get("/orga/learners/import/template").await.holds("Numéro étudiant");
}

/// The newer file counted on what the older one had made of the list.
#[tokio::test]
async fn an_import_that_another_follows_is_not_undone() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let first = imported(&admin, &site, "siecle", "siecle.xml", &without(SIECLE, "5001")).await;
    site.wait(DAY);
    let second = imported(&admin, &site, "siecle", "siecle.xml", SIECLE).await;
    let undo = async |import: &str| {
        admin.post(&format!("{import}/undoing"), "").await.leads(&format!("303 {import}"));
    };
    admin.get(&first).await.says("import-followed").lacks("/undoing");
    undo(&first).await;
    assert_eq!(people(&site, school.id).await, (25, 0), "the second file names all of them");
    undo(&second).await;
    assert_eq!(people(&site, school.id).await, (24, 0));
    admin.get(&first).await.says("import-undo");
    let third = sent(&admin, "siecle", "siecle.xml", &without(SIECLE, "5001")).await;
    work(&site).await;
    undo(&first).await;
    assert_eq!(people(&site, school.id).await, (24, 0), "a file waits that was compared with this list");
    admin.post(&format!("{third}/cancellation"), "").await;
    undo(&first).await;
    assert_eq!(people(&site, school.id).await, (0, 0));
}

/// Capitals, spaces and the way to write a day tell nobody from themselves.
#[tokio::test]
async fn a_table_in_other_letters_names_the_same_people() {
    let site = Site::open().await;
    let school = school(&site, Kind::Sco, " AEFE ").await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let table = |line: &str| format!("Nom apprenant;Prénom apprenant;Classe;Date de naissance\n{line}\n");
    imported(&admin, &site, "generic", "a.csv", table("ROUX;Léa;6A;03/02/2014").as_bytes()).await;
    imported(&admin, &site, "generic", "a.csv", table("Roux; léa;6A;3/2/2014").as_bytes()).await;
    assert_eq!(people(&site, school.id).await, (1, 0));
}
