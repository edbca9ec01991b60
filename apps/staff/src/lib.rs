//! The pages of the service's staff: organisations, certification centres, target profiles, trainings.
//!
//! One action per file, its page beside it. [`router`] is the map of the site. Whatever is written here is in the audit.

mod archive_page;
mod carried_id;
mod centre;
mod centre_archive;
mod centre_change;
mod centre_creation;
mod centre_form;
mod centre_list;
mod centre_page;
mod form_page;
mod frame;
mod home;
mod list_search;
mod mail;
mod note;
mod organisation;
mod organisation_archive;
mod organisation_change;
mod organisation_creation;
mod organisation_file;
mod organisation_file_page;
mod organisation_form;
mod organisation_invitation;
mod organisation_invitation_cancellation;
mod organisation_invitations_page;
mod organisation_list;
mod organisation_list_page;
mod organisation_member;
mod organisation_page;
mod organisation_places;
mod organisation_places_page;
mod organisation_places_removal;
mod organisation_rows;
mod organisation_template;
mod profile;
mod profile_badge;
mod profile_badge_page;
mod profile_change;
mod profile_creation;
mod profile_criterion;
mod profile_criterion_form;
mod profile_criterion_page;
mod profile_form;
mod profile_list;
mod profile_outdating;
mod profile_page;
mod profile_share;
mod profile_stage;
mod profile_stage_page;
mod profile_subjects;
mod profile_training;
mod profile_training_page;
mod training_list;
mod training_list_page;
mod training_retirement;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
pub use frame::NAV;
use web::house::House;

/// Every page of the app: the handlers' signatures admit the staff only.
///
/// What can be posted to can be opened, and leads to the page of the form.
pub fn router() -> Router<House> {
    Router::new()
        .route("/staff", get(home::show))
        .merge(organisations())
        .merge(centres())
        .merge(profiles())
        .merge(trainings())
}

fn organisations() -> Router<House> {
    use organisation_archive as archive;
    use organisation_change as change;
    use organisation_creation as creation;
    use organisation_file as file;
    use organisation_invitation as invitation;
    use organisation_invitation_cancellation as cancellation;
    use organisation_member as member;
    use organisation_places as places;
    use organisation_places_removal as removal;
    let roomy = DefaultBodyLimit::max(file::LARGEST_BODY);
    Router::new()
        .route("/staff/organisations", get(organisation_list::show))
        .route("/staff/organisations/new", get(creation::show).post(creation::create))
        .route("/staff/organisations/file", get(file::show).post(file::create).layer(roomy))
        .route("/staff/organisations/template", get(organisation_template::show))
        .route("/staff/organisations/{organisation}", get(organisation::show))
        .route("/staff/organisations/{organisation}/change", get(change::show).post(change::create))
        .route("/staff/organisations/{organisation}/archive", get(archive::show).post(archive::create))
        .route("/staff/organisations/{organisation}/members", get(member::show).post(member::create))
        .route(
            "/staff/organisations/{organisation}/invitations",
            get(invitation::show).post(invitation::create),
        )
        .route(
            "/staff/organisations/{organisation}/invitations/{invitation}/cancellation",
            get(cancellation::show).post(cancellation::create),
        )
        .route("/staff/organisations/{organisation}/places", get(places::show).post(places::create))
        .route(
            "/staff/organisations/{organisation}/places/{lot}/removal",
            get(removal::show).post(removal::create),
        )
}

fn centres() -> Router<House> {
    use centre_archive as archive;
    use centre_change as change;
    use centre_creation as creation;
    Router::new()
        .route("/staff/centres", get(centre_list::show))
        .route("/staff/centres/new", get(creation::show).post(creation::create))
        .route("/staff/centres/{centre}", get(centre::show))
        .route("/staff/centres/{centre}/change", get(change::show).post(change::create))
        .route("/staff/centres/{centre}/archive", get(archive::show).post(archive::create))
}

fn profiles() -> Router<House> {
    use profile_badge as badge;
    use profile_change as change;
    use profile_creation as creation;
    use profile_criterion as criterion;
    use profile_outdating as outdating;
    use profile_share as share;
    use profile_stage as stage;
    use profile_training as training;
    Router::new()
        .route("/staff/profiles", get(profile_list::show))
        .route("/staff/profiles/new", get(creation::show).post(creation::create))
        .route("/staff/profiles/{profile}", get(profile::show))
        .route("/staff/profiles/{profile}/change", get(change::show).post(change::create))
        .route("/staff/profiles/{profile}/shares", get(share::show).post(share::create))
        .route("/staff/profiles/{profile}/outdating", get(outdating::show).post(outdating::create))
        .route("/staff/profiles/{profile}/stages", get(stage::show).post(stage::create))
        .route("/staff/profiles/{profile}/badges", get(badge::show).post(badge::create))
        .route(
            "/staff/profiles/{profile}/badges/{badge}/criteria",
            get(criterion::show).post(criterion::create),
        )
        .route("/staff/profiles/{profile}/trainings", get(training::show).post(training::create))
}

fn trainings() -> Router<House> {
    use training_retirement as retirement;
    Router::new()
        .route("/staff/trainings", get(training_list::show).post(training_list::create))
        .route("/staff/trainings/{training}/retirement", get(retirement::show).post(retirement::create))
}
