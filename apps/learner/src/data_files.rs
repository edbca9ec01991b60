//! The files of somebody's own data: JSON for programs, a table of the answers for people.
//!
//! Neither a solution nor a seed is in them: with those, questions could be answered for others.

use rules::answer_text;
use rules::standing::standing;
use serde_json::{Value, json};
use store::account::Account;
use store::{
    audit, combined_course_progress, erasure, legal, membership, outbox, problem_report, reset, session,
    state, training_mark, tutorial_mark,
};
use web::Words;
use web::house::House;
use web::moment::iso;

use crate::attempt_loading::FRAMEWORK;
use crate::data_archive::{Archive, Broken};
use crate::{data_answers, data_campaigns};

/// Rows read at once: a fraction of a millisecond of the database.
const PAGE: i64 = 100;

/// Writes every file.
pub async fn write(
    house: &House,
    account: &Account,
    words: Words,
    archive: &mut Archive,
) -> Result<(), Broken> {
    archive.file(words.say("data-readme-name"))?;
    archive.add(words.say("data-readme").as_bytes()).await?;
    archive.file("account.json")?;
    archive.add(&pretty(&about(house, account).await?)).await?;
    archive.file("results.json")?;
    archive.add(&pretty(&results(house, account, words).await?)).await?;
    archive.file("mails.json")?;
    mails(house, account, archive).await?;
    archive.file("reports.json")?;
    reports(house, account, archive).await?;
    archive.file("campaigns.json")?;
    data_campaigns::taken(house, account, archive).await?;
    archive.file("class-lists.json")?;
    data_campaigns::lines(house, account, archive).await?;
    archive.file("tests.json")?;
    data_answers::tests(house, account, archive).await?;
    archive.file("answers.json")?;
    data_answers::json(house, account, words, archive).await?;
    archive.file("answers.csv")?;
    data_answers::csv(house, account, words, archive).await
}

/// The account, its devices, the documents accepted, the tutorials kept, the trainings judged, and what was noted about it.
async fn about(house: &House, account: &Account) -> Result<Value, Broken> {
    let (db, id) = (&house.db, account.id);
    let sessions = session::list(db, id, house.clock.now()).await?;
    let accepted = legal::acceptances(db, id).await?;
    let noted = audit::of_subject(db, &id.to_string(), None, PAGE).await?;
    let asked = erasure::asked(db, id).await?;
    let marks = tutorial_mark::of_account(db, id).await?;
    let judged = training_mark::of_account(db, id).await?;
    let followed = combined_course_progress::of_account(db, id).await?;
    let workplaces = membership::workplaces(db, id).await?;
    let resets = reset::of_account(db, id, FRAMEWORK, None, PAGE).await?;
    Ok(json!({
        "id": id.to_string(),
        "first_name": account.first_name,
        "last_name": account.last_name,
        "email": account.email,
        "email_confirmed_at": account.email_confirmed_at.map(iso),
        "username": account.username,
        "language": account.lang,
        "role": account.role.name(),
        "created_at": iso(account.created_at),
        "active_at": account.active_at.map(iso),
        "failed_sign_ins": account.failed_sign_ins,
        "devices": sessions.iter().map(|one| json!({
            "device": one.device, "opened_at": iso(one.created_at), "used_at": iso(one.seen_at),
        })).collect::<Vec<_>>(),
        "documents": accepted.iter().map(|one| json!({
            "document": one.document, "version": one.version, "accepted_at": iso(one.accepted_at),
        })).collect::<Vec<_>>(),
        "noted": noted.iter().map(|one| json!({ "at": iso(one.at), "what": one.action })).collect::<Vec<_>>(),
        "tutorials": marks.iter().map(|one| json!({
            "tutorial": one.tutorial, "saved_at": one.saved_at.map(iso), "useful_at": one.useful_at.map(iso),
        })).collect::<Vec<_>>(),
        "trainings": judged.iter().map(|one| json!({
            "training": one.title, "useful": one.useful, "said_at": iso(one.rated_at),
        })).collect::<Vec<_>>(),
        "combined_courses": followed.iter().map(|one| json!({
            "organisation": one.organisation, "code": one.code, "name": one.name,
            "began_at": iso(one.started_at), "completed_at": one.completed_at.map(iso),
        })).collect::<Vec<_>>(),
        "started_again": resets.iter().map(|one| json!({
            "competence": one.competence, "at": iso(one.reset_at),
        })).collect::<Vec<_>>(),
        "works_in": workplaces.iter().map(|one| json!({
            "organisation": one.name, "as": one.role.name(),
        })).collect::<Vec<_>>(),
        "erasure_requested_at": asked.map(iso),
    }))
}

/// What the answers say today: pix and level of each competence that was begun.
async fn results(house: &House, account: &Account, words: Words) -> Result<Value, Broken> {
    let kept = state::find(&house.db, account.id, FRAMEWORK).await?;
    let known = rules::learner_state::LearnerState::decode(&kept.body).unwrap_or_default();
    let shelf = house.bank.present();
    let competences = shelf.syllabi().iter().zip(&shelf.release.framework().competences);
    let begun = competences.filter(|(syllabus, _)| known.run_of(syllabus.competence).is_some());
    let rows = begun.map(|(syllabus, competence)| {
        let score = standing(&known, syllabus, house.site.ceiling, house.clock.now()).score;
        json!({
            "competence": competence.code,
            "name": competence.name.get(words.lang()),
            "pix": score.pix(),
            "level": score.level(),
        })
    });
    Ok(json!(rows.collect::<Vec<_>>()))
}

/// The mails kept for the account's address, without their texts, which may hold a link that opens the account.
async fn mails(house: &House, account: &Account, archive: &mut Archive) -> Result<(), Broken> {
    let mut list = List::default();
    let address = account.email.as_deref().unwrap_or_default();
    let mut after = None;
    loop {
        let page = outbox::to(&house.db, address, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        let rows = page.iter().map(|mail| {
            json!({
                "subject": mail.subject,
                "written_at": iso(mail.created_at),
                "sent_at": mail.sent_at.map(iso),
            })
        });
        archive.add(list.rows(rows).as_bytes()).await?;
    }
    archive.add(list.end().as_bytes()).await
}

/// The problems that the person told about questions.
async fn reports(house: &House, account: &Account, archive: &mut Archive) -> Result<(), Broken> {
    let mut list = List::default();
    let mut before = None;
    loop {
        let page = problem_report::of_account(&house.db, account.id, before, PAGE).await?;
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        let rows = page.iter().map(|one| {
            json!({
                "test": one.attempt_id.to_string(),
                "position": one.position,
                "kind": one.category,
                "text": one.text,
                "told_at": iso(one.id.made_at()),
            })
        });
        archive.add(list.rows(rows).as_bytes()).await?;
    }
    archive.add(list.end().as_bytes()).await
}

/// A JSON list that is written piece by piece.
#[derive(Default)]
pub struct List {
    begun: bool,
}

impl List {
    /// More rows.
    pub fn rows(&mut self, rows: impl Iterator<Item = Value>) -> String {
        let mut text = String::new();
        for row in rows {
            text.push_str(if self.begun { ",\n" } else { "[\n" });
            text.push_str(&row.to_string());
            self.begun = true;
        }
        text
    }

    /// What closes it.
    pub fn end(&self) -> &'static str {
        if self.begun { "\n]\n" } else { "[]\n" }
    }
}

fn pretty(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

/// An answer as a person would say it: the text, or the numbers of the choices, from 1 and in the order shown.
pub fn answered(stored: &str) -> Value {
    use grade::Answer;
    let places =
        |indexes: &mut dyn Iterator<Item = usize>| json!(indexes.map(|index| index + 1).collect::<Vec<_>>());
    match answer_text::read(stored) {
        None | Some(Answer::Skipped) => Value::Null,
        Some(Answer::Choice(index)) => json!(index + 1),
        Some(Answer::Choices(indexes)) => places(&mut indexes.into_iter()),
        Some(Answer::Order(indexes)) => places(&mut indexes.into_iter()),
        Some(Answer::Text(text)) => json!(text),
        Some(Answer::Fields(fields)) => fields.into_iter().map(|(name, text)| (name, json!(text))).collect(),
    }
}
