//! A class and what each of its pupils reached: made in memory from the rows of one statement.

use rules::positioning::{Positioning, Reached};
use rules::search_text::search_text;
use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use store::ParticipationId;
use store::report::sent::Sent;

use crate::participant_roll::full_name;

/// A pupil and what they reached.
#[derive(Clone)]
pub struct Pupil<'a> {
    /// The try that was sent last.
    pub id: ParticipationId,
    /// Last and first name.
    pub name: String,
    /// The class or group.
    pub division: Option<&'a str>,
    sought: String,
}

/// A class: pupils by name, what each reached, and where all of them stand.
pub struct Class<'a> {
    /// The pupils, sorted by name.
    pub pupils: Vec<Pupil<'a>>,
    /// What each of them reached.
    pub reached: Vec<Vec<Reached>>,
    /// Where they stand together.
    pub positioning: Positioning,
    subjects: Subjects,
}

impl<'a> Class<'a> {
    /// Everybody who sent something: rows come person after person, the newest last.
    pub fn of(sent: &'a [Sent], subjects: &Subjects) -> Self {
        let newest = sent.chunk_by(|one, next| one.account_id == next.account_id).filter_map(<[Sent]>::last);
        let mut people: Vec<_> = newest.filter_map(|one| Some((pupil(one), reached(one)?))).collect();
        people.sort_by(|(one, _), (next, _)| (&one.sought, one.id).cmp(&(&next.sought, next.id)));
        Self::standing(people, subjects)
    }

    /// Those of one class.
    pub fn within(&self, division: &str) -> Self {
        let all = self.pupils.iter().zip(&self.reached);
        let kept = all.filter(|(pupil, _)| pupil.division == Some(division));
        Self::standing(
            kept.map(|(pupil, reached)| (pupil.clone(), reached.clone())).collect(),
            &self.subjects,
        )
    }

    fn standing(people: Vec<(Pupil<'a>, Vec<Reached>)>, subjects: &Subjects) -> Self {
        let mut positioning = Positioning::of(subjects);
        let (pupils, reached): (Vec<_>, Vec<_>) = people.into_iter().unzip();
        reached.iter().for_each(|person| positioning.add(person));
        Self { pupils, reached, positioning, subjects: subjects.clone() }
    }
}

fn pupil(sent: &Sent) -> Pupil<'_> {
    let sought = match sent.sought.as_str() {
        "" => search_text(&format!("{} {}", sent.last_name, sent.first_name)),
        sought => sought.to_owned(),
    };
    let name = full_name(&sent.last_name, &sent.first_name);
    Pupil { id: sent.id, name, division: sent.division.as_deref(), sought }
}

fn reached(sent: &Sent) -> Option<Vec<Reached>> {
    Some(Reached::all_of(&Snapshot::decode(&sent.snapshot)?).collect())
}
