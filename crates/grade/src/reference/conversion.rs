//! From the reference's texts to the structured questions of our bank.

use std::collections::{BTreeMap, BTreeSet};

use crate::reference::grading::{PASS, entries, groups};
use crate::reference::mapping::Node;
use crate::reference::proposals::{InputKind, items, ordered_inputs};
use crate::reference::{Challenge, Inputs, Kind, Refusal, inputs};
use crate::treatment::is_space;
use crate::{
    Answer, Decimal, Field, FieldSolution, NumberSolution, Question, SetSolution, Solution, TextSolution,
    Tolerance,
};

impl Challenge {
    /// Converts the challenge to a question of ours. No mistake is known.
    ///
    /// # Errors
    /// Refuses a challenge that no answer could satisfy as written, and says what to correct.
    pub fn question(&self) -> Result<Question, Refusal> {
        let text = self.solution.as_deref().ok_or(Refusal::Missing { what: "solution" })?;
        let solution = match self.kind {
            Kind::Choice => Solution::Choice { right: self.rank(text)? },
            Kind::Choices => Solution::Choices { right: self.ranks(text)? },
            Kind::Text => self.single(text)?,
            Kind::Fields => Solution::Fields(self.fields(text)?),
            Kind::Set => Solution::Set(self.set(text)?),
            Kind::Unknown => return Err(Refusal::Kind),
        };
        Ok(Question { solution, mistakes: Vec::new() })
    }

    /// Converts an answer as sent by the client.
    ///
    /// # Errors
    /// Refuses a text that is not an answer to this kind of question.
    pub fn answer(&self, text: &str) -> Result<Answer, Refusal> {
        if text == PASS {
            return Ok(Answer::Skipped);
        }
        match self.kind {
            Kind::Choice => Ok(Answer::Choice(self.rank(text)?)),
            Kind::Choices => Ok(Answer::Choices(self.ranks(text)?)),
            Kind::Text => Ok(Answer::Text(text.to_owned())),
            Kind::Fields | Kind::Set => {
                let content = |value| if let Node::Text(text) = value { text } else { String::new() };
                let given = entries("answer", text)?;
                Ok(Answer::Fields(given.into_iter().map(|(key, value)| (key, content(value))).collect()))
            }
            Kind::Unknown => Err(Refusal::Kind),
        }
    }

    /// Reads a rank, from 1, as an index, from 0.
    fn rank(&self, text: &str) -> Result<usize, Refusal> {
        let count = items(self.proposals.as_deref().unwrap_or_default()).len();
        let rank = text.trim_matches(is_space);
        let index = rank.parse::<usize>().ok().and_then(|rank| rank.checked_sub(1));
        index.filter(|index| *index < count).ok_or_else(|| Refusal::Rank { rank: rank.to_owned(), count })
    }

    fn ranks(&self, text: &str) -> Result<BTreeSet<usize>, Refusal> {
        text.split(',').map(|rank| self.rank(rank)).collect()
    }

    /// One field: a number if the format says so and it is written as one, otherwise a text.
    fn single(&self, text: &str) -> Result<Solution, Refusal> {
        let accepted: Vec<String> = text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let [first, others @ ..] = accepted.as_slice() else {
            return Err(Refusal::Missing { what: "solution" });
        };
        if let (true, [], Some(value)) = (self.numeric, others, Decimal::parse(first)) {
            return Ok(Solution::Number(NumberSolution { value, within: Decimal::ZERO }));
        }
        let inputs = ordered_inputs(self.proposals.as_deref().unwrap_or_default())?;
        let tolerance = match inputs.first() {
            // A simulator posts a code: a typo would be another code.
            None => Tolerance { typos: false, ..self.tolerance },
            Some(input) if input.kind == InputKind::Select => Tolerance::default(),
            Some(_) => self.tolerance,
        };
        Ok(Solution::Text(TextSolution { accepted, tolerance }))
    }

    fn fields(&self, text: &str) -> Result<Vec<Field>, Refusal> {
        let mut groups: BTreeMap<String, Vec<String>> = groups(text)?.into_iter().collect();
        let mut fields = Vec::new();
        for (key, kind) in self.keys()? {
            let accepted = groups.remove(&key).ok_or_else(|| Refusal::Unpaired { key: key.clone() })?;
            let solution = match kind {
                InputKind::Select => FieldSolution::Select(accepted),
                InputKind::Input => FieldSolution::Text(TextSolution { accepted, tolerance: self.tolerance }),
            };
            fields.push(Field { key, solution });
        }
        match groups.into_keys().next() {
            Some(key) => Err(Refusal::Unpaired { key }),
            None => Ok(fields),
        }
    }

    fn set(&self, text: &str) -> Result<SetSolution, Refusal> {
        let groups = groups(text)?.into_iter().map(|(_, variants)| variants).collect();
        let keys = self.keys()?.into_keys().collect();
        Ok(SetSolution { keys, groups, tolerance: self.tolerance, scoring: self.labels()? })
    }

    fn keys(&self) -> Result<Inputs, Refusal> {
        inputs(self.proposals.as_deref().ok_or(Refusal::Missing { what: "proposals" })?)
    }

    /// Reads the scoring with numeric keys, so that ten is more than two.
    fn labels(&self) -> Result<Option<BTreeMap<usize, String>>, Refusal> {
        let Some(scoring) = self.scoring.as_deref().filter(|scoring| !scoring.is_empty()) else {
            return Ok(None);
        };
        let mut labels = BTreeMap::new();
        for (key, value) in entries("scoring", &scoring.replace('@', ""))? {
            let count = key.parse().map_err(|_| Refusal::Scoring { key })?;
            labels.insert(count, if let Node::Text(label) = value { label } else { String::new() });
        }
        Ok(Some(labels))
    }
}
