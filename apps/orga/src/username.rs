//! Usernames for pupils of the list who have none, made from the list. Whoever has no account gets one, with a password
//! good for one sign-in; an account with an e-mail address keeps its own. Shown once, on slips or in a table.

use std::collections::{HashMap, HashSet};

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use formats::Date;
use formats::username::{other_username, username};
use store::organisation::{Kind, Organisation};
use store::pupil_password::Pupil;
use store::pupil_username::{self as usernames, Candidate, Named};
use store::{AccountId, LearnerId, learner_list};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;
use web::words::key;

use crate::frame::Sheet;
use crate::login_slip::{self, Slip};
use crate::note::note;
use crate::pupil_group::{Asked, Portion, chosen};
use crate::pupil_group_page::Group;
use crate::username_page::{self as page, PATH};

/// Whether a school gives usernames itself: a secondary school with a list, whose pupils come by no other service.
pub fn offered(organisation: &Organisation) -> bool {
    let listed = organisation.managing_learners || organisation.has_feature("LEARNER_IMPORT");
    organisation.kind == Kind::Sco && listed && organisation.identity_provider.is_none()
}

/// `GET /orga/learners/usernames?division=CLASS&page=N`: the pupils of a class without a username.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    render(&house, &member, &Asked::read(&query), None).await
}

/// `POST /orga/learners/usernames`: gives the usernames, all or none. Somebody who has one by now gets no second one.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    if !offered(&member.organisation) {
        return Err(Refusal::NotFound);
    }
    let given = match chosen(&posted) {
        Ok(ids) => give(&house, &member, ids).await?,
        Err(error) => Err(error),
    };
    match given {
        Ok(given) => login_slip::reply(&house, &member, &given, (&posted, PATH, "usernames")),
        Err(error) => {
            let error = member.frame.words().say(error);
            let page = render(&house, &member, &Asked::sent(&posted), Some(error)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// A username to give, with the account to open for whoever has none.
struct Draft {
    pupil: Candidate,
    account: AccountId,
    names: [String; 2],
    /// Of a new account, and its hash.
    password: Option<(String, String)>,
}

impl Draft {
    fn json(&self) -> String {
        let [name, other] = &self.names;
        let (account, learner) = (self.account.number(), self.pupil.id.number());
        let hash = self.password.as_ref().map_or("", |(_, hash)| hash.as_str());
        format!(
            r#"{{"account":{account},"learner":{learner},"name":"{name}","other":"{other}","hash":"{hash}"}}"#
        )
    }

    fn slip(self, named: &[Named]) -> Option<Slip> {
        let Self { pupil, account, password, .. } = self;
        let username = named.iter().find(|one| one.id == account)?.username.clone();
        let Candidate { id, first_name, last_name, division, .. } = pupil;
        let pupil = Pupil { id, account_id: account, first_name, last_name, division, username };
        Some(Slip { pupil, password: password.map(|(password, _)| password) })
    }
}

/// Gives each pupil a username; the key of a sentence when nobody needs one, or somebody got one meanwhile.
async fn give(
    house: &House,
    member: &Member,
    ids: Vec<LearnerId>,
) -> Result<Result<Vec<Slip>, &'static str>, Refusal> {
    let mut pupils = usernames::candidates(&house.db, member.organisation.id, ids).await?;
    pupils.retain(|pupil| !pupil.elsewhere);
    if pupils.is_empty() {
        return Ok(Err(key("usernames-nobody")));
    }
    let drafts = drafts(house, pupils).await?;
    let Some(named) = keep(house, member, &drafts).await? else {
        return Ok(Err(key("usernames-changed")));
    };
    Ok(Ok(drafts.into_iter().filter_map(|draft| draft.slip(&named)).collect()))
}

/// Writes them, all or none; nothing when somebody has one by now, or no name is left.
async fn keep(house: &House, member: &Member, drafts: &[Draft]) -> Result<Option<Vec<Named>>, Refusal> {
    let (organisation, now) = (member.organisation.id, house.clock.now());
    let lang = member.frame.words().lang().code();
    let list = format!("[{}]", drafts.iter().map(Draft::json).collect::<Vec<_>>().join(","));
    let new = drafts.iter().filter(|draft| draft.password.is_some()).count();
    let mut tx = house.db.begin().await?;
    let named = match usernames::give(&mut tx, organisation, &list, (lang, now)).await {
        Err(store::Error::Unique(_)) => return Ok(None),
        named => named?,
    };
    let linked = usernames::link(&mut tx, organisation, &list, now).await?;
    if named.len() != drafts.len() || linked != new as u64 {
        // Dropped without a commit, nothing of it is kept.
        return Ok(None);
    }
    note(house, &mut tx, member, "username-given", named.iter().map(|one| one.id.to_string())).await?;
    tx.commit().await?;
    Ok(Some(named))
}

async fn drafts(house: &House, pupils: Vec<Candidate>) -> Result<Vec<Draft>, Refusal> {
    let (mut drafts, mut seen) = (Vec::new(), HashSet::new());
    for pupil in pupils {
        let names = names(&pupil, &mut seen, [house.entropy.number()?, house.entropy.number()?]);
        let password = match pupil.account_id {
            Some(_) => None,
            None => Some(login_slip::password(house).await?),
        };
        let new = AccountId::new(house.clock.now(), house.entropy.number()?);
        drafts.push(Draft { account: pupil.account_id.unwrap_or(new), pupil, names, password });
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
    asked: &Asked,
    error: Option<&str>,
) -> Result<Html<String>, Refusal> {
    if !offered(&member.organisation) {
        return Err(Refusal::NotFound);
    }
    let (words, organisation) = (member.frame.words(), member.organisation.id);
    let list = learner_list::sought(&house.db, organisation, false).await?;
    let ids = asked.of(&list);
    let pupils = match ids.is_empty() {
        true => Vec::new(),
        false => usernames::candidates(&house.db, organisation, ids).await?,
    };
    let portion = Portion::of(asked.page, pupils.len());
    let csrf = &member.person.form_token;
    let group = Group { words, csrf, path: PATH, list: &list, asked, portion, error };
    let body = page::page(&group, &portion.take(pupils));
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
            account_id: None,
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
    fn only_secondary_schools_with_a_list_of_their_own_give_usernames() {
        let school = |kind, managing_learners, provider: Option<&str>| Organisation {
            managing_learners,
            identity_provider: provider.map(str::to_owned),
            ..Organisation::new(store::OrganisationId::new(1, 1), kind, "École", 1)
        };
        let importing =
            Organisation { features: " LEARNER_IMPORT ".to_owned(), ..school(Kind::Sco, false, None) };
        for (organisation, expected) in [
            (school(Kind::Sco, true, None), true),
            (importing, true),
            (school(Kind::Sco, true, Some("GAR")), false),
            (school(Kind::Sco, false, None), false),
            (school(Kind::Sup, true, None), false),
            (school(Kind::Primary, true, None), false),
        ] {
            assert_eq!(offered(&organisation), expected, "{organisation:?}");
        }
    }
}
