//! The app as a whole: every route and who may use it.
//!
//! [`site`] is the app over a fresh database, with organisations and their people.

mod activity;
mod analysis;
mod campaigns;
mod class;
mod exports;
mod imports;
mod participants;
mod passwords;
mod results;
mod route_table;
mod routes;
mod site;
mod team;
mod workplaces;
