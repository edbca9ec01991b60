//! Accounts for pupils of the list who have none: a username each, made from the list, and a password good for one
//! sign-in. One pupil or a whole class at a time; shown once, on slips or in a table.

use std::collections::{HashMap, HashSet};

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use formats::Date;
use formats::username::{other_username, username};
use store::organisation::{Kind, Organisation};
use store::pupil_password::Pupil;
use store::pupil_username::{self as usernames, Candidate, Opened};
use store::{AccountId, LearnerId, learner_list};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::learner_list::divisions;
use crate::login_slip::{self, MOST, Slip};
use crate::note::note;
use crate::password_reset::chosen;
use crate::username_page::{self as page, Choice};

/// Whether a school opens accounts itself: a secondary school with a list, whose pupils come by no other service.
pub fn offered(organisation: &Organisation) -> bool {
    organisation.kind == Kind::Sco
        && organisation.managing_learners
        && organisation.identity_provider.is_none()
}

/// `GET /orga/learners/usernames?division=CLASS`: the pupils of a class without an account.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let division = query.get("division").map_or("", String::as_str);
    render(&house, &member, division, None).await
}

/// `POST /orga/learners/usernames`: opens the accounts, all or none. Somebody who has one by now gets no second one.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    if !offered(&member.organisation) {
        return Err(Refusal::NotFound);
    }
    let words = member.frame.words();
    let mut pupils = usernames::candidates(&house.db, member.organisation.id, chosen(&posted)).await?;
    pupils.retain(|pupil| !pupil.elsewhere);
    let given =
        if pupils.is_empty() { Err("usernames-nobody") } else { open(&house, &member, pupils).await? };
    match given {
        Ok(given) => login_slip::reply(&house, &member, (&given, posted.text("as"), "usernames")),
        Err(error) => {
            let page = render(&house, &member, posted.text("division"), Some(words.say(error))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// An account to open.
struct Draft {
    pupil: Candidate,
    account: AccountId,
    names: [String; 2],
    password: String,
    hash: String,
}

impl Draft {
    fn json(&self) -> String {
        let [name, other] = &self.names;
        let (account, learner) = (self.account.number(), self.pupil.id.number());
        let hash = &self.hash;
        format!(
            r#"{{"account":{account},"learner":{learner},"name":"{name}","other":"{other}","hash":"{hash}"}}"#
        )
    }

    fn slip(self, opened: &[Opened]) -> Option<Slip> {
        let Self { pupil, account, password, .. } = self;
        let username = opened.iter().find(|one| one.id == account)?.username.clone();
        let Candidate { id, first_name, last_name, division, .. } = pupil;
        let pupil = Pupil { id, account_id: account, first_name, last_name, division, username };
        Some(Slip { pupil, password })
    }
}

/// Opens an account for each pupil; the key of a sentence when somebody got one meanwhile, or no name is left.
async fn open(
    house: &House,
    member: &Member,
    pupils: Vec<Candidate>,
) -> Result<Result<Vec<Slip>, &'static str>, Refusal> {
    let (organisation, now) = (member.organisation.id, house.clock.now());
    let (drafts, lang) = (drafts(house, pupils).await?, member.frame.words().lang().code());
    let list = format!("[{}]", drafts.iter().map(Draft::json).collect::<Vec<_>>().join(","));
    let mut tx = house.db.begin().await?;
    let opened = usernames::open(&mut tx, organisation, &list, (lang, now)).await?;
    let linked = usernames::link(&mut tx, organisation, &list, now).await?;
    if opened.len() != drafts.len() || linked != drafts.len() as u64 {
        // Dropped without a commit, nothing of it is kept.
        return Ok(Err(web::words::key("usernames-changed")));
    }
    note(house, &mut tx, member, "username-given", opened.iter().map(|one| one.id.to_string())).await?;
    tx.commit().await?;
    Ok(Ok(drafts.into_iter().filter_map(|draft| draft.slip(&opened)).collect()))
}

async fn drafts(house: &House, pupils: Vec<Candidate>) -> Result<Vec<Draft>, Refusal> {
    let (mut drafts, mut seen) = (Vec::new(), HashSet::new());
    for pupil in pupils {
        let names = names(&pupil, &mut seen, [house.entropy.number()?, house.entropy.number()?]);
        let (password, hash) = login_slip::password(house).await?;
        let account = AccountId::new(house.clock.now(), house.entropy.number()?);
        drafts.push(Draft { pupil, account, names, password, hash });
    }
    Ok(drafts)
}

/// The username of a pupil, and another for when it is taken: also by a namesake of the same class, who is in `seen`.
/// Whoever has no birth date gets digits of chance at once.
fn names(pupil: &Candidate, seen: &mut HashSet<String>, chance: [u64; 2]) -> [String; 2] {
    let (first, last) = (&pupil.first_name, &pupil.last_name);
    let [one, other] = chance.map(|chance| other_username(first, last, chance));
    let birth_date: Option<Date> = pupil.birth_date.as_deref().and_then(|date| date.parse().ok());
    let name = birth_date.map_or_else(|| one.clone(), |date| username(first, last, date));
    let name = if seen.contains(&name) { one } else { name };
    seen.insert(name.clone());
    seen.insert(other.clone());
    [name, other]
}

async fn render(
    house: &House,
    member: &Member,
    division: &str,
    error: Option<&str>,
) -> Result<Html<String>, Refusal> {
    if !offered(&member.organisation) {
        return Err(Refusal::NotFound);
    }
    let (words, organisation) = (member.frame.words(), member.organisation.id);
    let list = learner_list::sought(&house.db, organisation, false).await?;
    let of_class = list.iter().filter(|one| one.division.as_deref() == Some(division));
    let ids: Vec<LearnerId> = of_class.map(|one| one.id).collect();
    let mut pupils = match ids.is_empty() {
        true => Vec::new(),
        false => usernames::candidates(&house.db, organisation, ids).await?,
    };
    pupils.truncate(MOST);
    let body = page::page(&Choice {
        words,
        csrf: &member.person.form_token,
        divisions: &divisions(&list),
        division,
        pupils: &pupils,
        error,
    });
    Ok(Sheet::new(words.say("usernames-title"), body).within("learners").render(house, member))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pupil(birth_date: Option<&str>) -> Candidate {
        Candidate {
            id: LearnerId::new(1, 1),
            first_name: "Léa".to_owned(),
            last_name: "GARRIGUE".to_owned(),
            division: None,
            birth_date: birth_date.map(str::to_owned),
            elsewhere: false,
        }
    }

    #[test]
    fn names_come_from_the_list_and_never_twice() {
        let mut seen = HashSet::new();
        for (birth_date, chance, expected) in [
            (Some("2014-12-12"), [1, 2], ["lea.garrigue1212", "lea.garrigue0002"]),
            (Some("2013-12-12"), [3, 4], ["lea.garrigue0003", "lea.garrigue0004"]),
            (Some("never"), [5, 6], ["lea.garrigue0005", "lea.garrigue0006"]),
            (None, [7, 8], ["lea.garrigue0007", "lea.garrigue0008"]),
        ] {
            assert_eq!(names(&pupil(birth_date), &mut seen, chance), expected);
        }
    }

    #[test]
    fn only_secondary_schools_with_a_list_of_their_own_open_accounts() {
        let school = |kind, managing_learners, provider: Option<&str>| Organisation {
            managing_learners,
            identity_provider: provider.map(str::to_owned),
            ..Organisation::new(store::OrganisationId::new(1, 1), kind, "École", 1)
        };
        for (organisation, expected) in [
            (school(Kind::Sco, true, None), true),
            (school(Kind::Sco, true, Some("GAR")), false),
            (school(Kind::Sco, false, None), false),
            (school(Kind::Sup, true, None), false),
            (school(Kind::Primary, true, None), false),
        ] {
            assert_eq!(offered(&organisation), expected, "{organisation:?}");
        }
    }
}
