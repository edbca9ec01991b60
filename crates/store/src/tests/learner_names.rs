//! The names of a class list: of whoever may say who they are, and nobody else.

use crate::learner::{self, Learner};
use crate::learner_name::of_list;
use crate::organisation::{self, Kind, Organisation};
use crate::trial::{self, NOW};
use crate::{LearnerId, OrganisationId};

#[tokio::test]
async fn whoever_has_a_birth_date_and_is_in_the_list() {
    trial::each(async |db| {
        let [here, there] = [1, 2].map(|number| OrganisationId::new(NOW, number));
        let line = |organisation, number, first| {
            let id = LearnerId::new(NOW, number);
            let born = Some("2013-03-12".to_owned());
            Learner { birth_date: born, ..Learner::new(organisation, id, (first, "Garrigue"), NOW) }
        };
        let lea = Learner {
            second_name: Some("Ana".to_owned()),
            usual_name: Some("Brun".to_owned()),
            ..line(here, 1, "Léa")
        };
        let gone = Learner { disabled_at: Some(NOW), ..line(here, 2, "Lou") };
        let undated = Learner { birth_date: None, ..line(here, 3, "Max") };
        let mut tx = db.begin().await.unwrap();
        for school in [here, there] {
            let school = Organisation::new(school, Kind::Sco, "Collège", NOW);
            organisation::create(&mut tx, &school).await.unwrap();
        }
        for line in [&line(here, 5, "Tom"), &lea, &gone, &undated, &line(there, 4, "Noé")] {
            learner::add(&mut tx, line).await.unwrap();
        }
        tx.commit().await.unwrap();
        let names = of_list(&db, here).await.unwrap();
        let first: Vec<_> = names.iter().map(|line| (line.id, line.first_name.as_str())).collect();
        assert_eq!(first, [(lea.id, "Léa"), (LearnerId::new(NOW, 5), "Tom")]);
        let others = names.iter().map(|line| {
            (line.second_name.as_deref(), line.third_name.as_deref(), line.usual_name.as_deref())
        });
        assert_eq!(others.collect::<Vec<_>>(), [(Some("Ana"), None, Some("Brun")), (None, None, None)]);
    })
    .await;
}
