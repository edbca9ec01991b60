//! The app as a whole: every route and who may use it, and what the staff do there.
//!
//! [`site`] is the app over a fresh database.

mod centres;
mod forms_sent_twice;
mod organisations;
mod profiles;
mod route_table;
mod routes;
mod site;
