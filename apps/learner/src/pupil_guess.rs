//! Guesses of a birth date: whoever knows the name of a pupil and tries one day after the other is told nothing any more.
//! They are counted for each line that the names may mean, however these are spelt and whoever types them; what is kept
//! is a fingerprint of the line.

use rules::allowance::BIRTH_DATE;
use rules::reconciliation::{Line, near, normalised};
use store::learner_name::{Named, of_list};
use store::{LearnerId, OrganisationId, TokenHash, allowance};
use web::house::House;
use web::refusal::Refusal;

/// What somebody types of a pupil.
pub struct Guess<'a> {
    /// The rooms.
    pub house: &'a House,
    /// Whose list it is.
    pub organisation: OrganisationId,
    /// The first and the last name.
    pub typed: (&'a str, &'a str),
}

impl Guess<'_> {
    /// Whether too many days were tried for one of these lines, those that the names may mean on the day that was typed.
    /// Where there is none the same is read, so that the time it takes tells nothing.
    pub async fn is_used_up(&self, lines: &[LearnerId]) -> Result<bool, Refusal> {
        let (db, now) = (&self.house.db, self.house.clock.now());
        let (every, ahead) = (BIRTH_DATE.every, BIRTH_DATE.ahead());
        for bucket in self.buckets(lines) {
            if allowance::is_used_up(db, bucket, now, every, ahead).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Counts a wrong day for each line that the names may mean, on whatever day; for the names themselves where there is
    /// none, so that nothing tells who is on the list.
    pub async fn count(&self) -> Result<(), Refusal> {
        let list = of_list(&self.house.db, self.organisation).await?;
        let names: Vec<_> = list.iter().map(line).collect();
        let meant = near(self.typed, &names).into_iter();
        let lines: Vec<_> = meant.filter_map(|place| list.get(place)).map(|line| line.id).collect();
        let (every, ahead) = (BIRTH_DATE.every, BIRTH_DATE.ahead());
        let mut tx = self.house.db.begin().await?;
        for bucket in self.buckets(&lines) {
            allowance::spend(&mut tx, bucket, self.house.clock.now(), every, ahead).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    fn buckets(&self, lines: &[LearnerId]) -> Vec<TokenHash> {
        if lines.is_empty() {
            let (first, last) = (normalised(self.typed.0), normalised(self.typed.1));
            return vec![bucket(&format!("{} {first} {last}", self.organisation))];
        }
        lines.iter().map(|line| bucket(&line.to_string())).collect()
    }
}

fn bucket(whose: &str) -> TokenHash {
    TokenHash::of(&format!("{} {whose}", BIRTH_DATE.name))
}

fn line(named: &Named) -> Line<'_> {
    Line {
        first_names: [
            Some(named.first_name.as_str()),
            named.second_name.as_deref(),
            named.third_name.as_deref(),
        ],
        last_names: [Some(named.last_name.as_str()), named.usual_name.as_deref()],
    }
}
