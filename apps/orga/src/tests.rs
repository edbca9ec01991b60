//! The app as a whole: every route and who may use it.
//!
//! [`site`] is the app over a fresh database, with organisations and their people.

mod route_table;
mod routes;
mod site;
mod workplaces;
