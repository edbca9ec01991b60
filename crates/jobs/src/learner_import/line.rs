//! A person of a file and a line of the store, as the rules compare them; and back, as JSON.

use formats::{Key, Sex, Status};
use rules::class_list::{Field, Known, Line};
use rules::search_text::search_text;
use serde_json::{Map, Value, json};
use store::learner::Learner;

/// A line of the store.
pub(super) fn known(learner: &Learner) -> Known {
    let line = Line::new(&learner.key)
        .with(Field::FirstName, Some(&learner.first_name))
        .with(Field::SecondName, learner.second_name.as_deref())
        .with(Field::ThirdName, learner.third_name.as_deref())
        .with(Field::LastName, Some(&learner.last_name))
        .with(Field::UsualName, learner.usual_name.as_deref())
        .with(Field::BirthDate, learner.birth_date.as_deref())
        .with(Field::Sex, learner.sex.as_deref())
        .with(Field::BirthCityCode, learner.birth_city_code.as_deref())
        .with(Field::BirthCity, learner.birth_city.as_deref())
        .with(Field::BirthDepartment, learner.birth_department.as_deref())
        .with(Field::BirthCountry, learner.birth_country.as_deref())
        .with(Field::NationalNumber, learner.national_number.as_deref())
        .with(Field::StudentNumber, learner.student_number.as_deref())
        .with(Field::Email, learner.email.as_deref())
        .with(Field::Division, learner.division.as_deref())
        .with(Field::Level, learner.level.as_deref())
        .with(Field::Mef, learner.mef.as_deref())
        .with(Field::Status, learner.status.as_deref())
        .with(Field::Department, learner.department.as_deref())
        .with(Field::Team, learner.team.as_deref())
        .with(Field::Diploma, learner.diploma.as_deref())
        .with(Field::Scheme, learner.scheme.as_deref())
        .with(Field::Further, learner.further.as_deref());
    Known { line, disabled: learner.disabled_at.is_some() }
}

/// A person of a file.
pub(super) fn told(learner: &formats::Learner) -> Line {
    let (national, student) = match &learner.key {
        Some(Key::National(number)) => (Some(number.as_str()), None),
        Some(Key::Student(number)) => (None, Some(number.as_str())),
        Some(Key::Other(_)) | None => (None, None),
    };
    let birth_date = learner.birth_date.map(|date| date.to_string());
    let division = learner.class.as_deref().or(learner.groups.first().map(String::as_str));
    Line::new(&key(learner))
        .with(Field::FirstName, Some(&learner.first_name))
        .with(Field::SecondName, learner.second_name.as_deref())
        .with(Field::ThirdName, learner.third_name.as_deref())
        .with(Field::LastName, Some(&learner.last_name))
        .with(Field::UsualName, learner.usual_name.as_deref())
        .with(Field::BirthDate, birth_date.as_deref())
        .with(Field::Sex, learner.sex.map(|sex| if sex == Sex::Female { "F" } else { "M" }))
        .with(Field::BirthCityCode, learner.birth.city_code.as_deref())
        .with(Field::BirthCity, learner.birth.city.as_deref())
        .with(Field::BirthDepartment, learner.birth.department.as_deref())
        .with(Field::BirthCountry, learner.birth.country.as_deref())
        .with(Field::NationalNumber, national)
        .with(Field::StudentNumber, student)
        .with(Field::Email, learner.email.as_deref())
        .with(Field::Division, division)
        .with(Field::Level, learner.level.as_deref())
        .with(Field::Mef, learner.mef.as_deref())
        .with(Field::Status, learner.status.map(|status| if status == Status::Pupil { "ST" } else { "AP" }))
        .with(Field::Department, learner.department.as_deref())
        .with(Field::Team, learner.team.as_deref())
        .with(Field::Diploma, learner.diploma.as_deref())
        .with(Field::Scheme, learner.scheme.as_deref())
        .with(Field::Further, further(learner).as_deref())
}

/// Numbers are compared without regard to capitals. A file without numbers tells people by their names and birth date.
fn key(learner: &formats::Learner) -> String {
    match &learner.key {
        Some(Key::National(number)) => format!("ine:{}", number.to_uppercase()),
        Some(Key::Student(number)) => format!("number:{}", number.to_uppercase()),
        Some(Key::Other(other)) => format!("other:{other}"),
        None => {
            let day = learner.birth_date.map(|date| date.to_string()).unwrap_or_default();
            format!("other:{}", search_text(&format!("{} {} {day}", learner.last_name, learner.first_name)))
        }
    }
}

fn further(learner: &formats::Learner) -> Option<String> {
    if learner.extra.is_empty() {
        return None;
    }
    let columns: Map<String, Value> =
        learner.extra.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    Some(Value::Object(columns).to_string())
}

/// A line as the store writes it back: the fields by their names, and since when it is disabled.
pub(super) fn json(line: &Line, disabled_at: Option<i64>) -> Value {
    let mut object = Map::new();
    for field in Field::ALL {
        if let Some(text) = line.get(field) {
            object.insert(field.name().to_owned(), json!(text));
        }
    }
    let names = [Field::LastName, Field::FirstName, Field::UsualName];
    let names = names.map(|field| line.get(field).unwrap_or_default()).join(" ");
    object.insert("key".to_owned(), json!(line.key));
    object.insert("sought".to_owned(), json!(search_text(&names)));
    if let Some(at) = disabled_at {
        object.insert("disabled_at".to_owned(), json!(at));
    }
    Value::Object(object)
}
