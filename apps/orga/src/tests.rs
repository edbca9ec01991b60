//! The app as a whole: every route and who may use it.
//!
//! [`site`] is the app over a fresh database, with organisations and their people.

mod activity;
mod addresses;
mod analysis;
mod campaign_pictures;
mod campaigns;
mod certifiability;
mod class;
mod combined_courses;
mod exports;
mod imports;
mod learner_removals;
mod live;
mod participants;
mod passwords;
mod places;
mod projections;
mod removals;
mod repairs;
mod reports;
mod results;
mod route_table;
mod routes;
mod site;
mod statistics;
mod strangers;
mod team;
mod usernames;
mod workplaces;
