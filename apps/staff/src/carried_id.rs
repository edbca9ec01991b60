//! The id of what a form will make: chosen when the form is shown, carried by it, the key of its row. So a form that is
//! sent twice (two clicks, a reloaded page, the way back) makes one thing, and the second time leads to it.

use maud::{Markup, html};
use std::fmt::Display;
use std::str::FromStr;
use web::form::Form;

/// The name of the field.
const FIELD: &str = "id";

/// The id that a form carries, or a fresh one when it carries none.
pub fn carried<Id: FromStr>(posted: &Form, fresh: Id) -> Id {
    posted.text(FIELD).parse().unwrap_or(fresh)
}

/// The hidden field that carries an id.
pub fn carried_field(id: impl Display) -> Markup {
    html! { input type="hidden" name=(FIELD) value=(id.to_string()); }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::TrainingId;

    #[test]
    fn a_form_gives_back_the_id_it_carries() {
        let (fresh, shown) = (TrainingId::from_number(1), TrainingId::from_number(2));
        let field = carried_field(shown).into_string();
        assert_eq!(field, format!("<input type=\"hidden\" name=\"id\" value=\"{shown}\">"));
        for (value, expected) in
            [(shown.to_string(), shown), (String::new(), fresh), ("0000000000000\u{e9}".to_owned(), fresh)]
        {
            let posted: Form = [(FIELD.to_owned(), value)].into_iter().collect();
            assert_eq!(carried(&posted, fresh), expected);
        }
        assert_eq!(carried(&Form::default(), fresh), fresh);
    }
}
