//! PostgreSQL is killed while many people answer, and comes back: the program, which nobody touches, goes on.

use store::trial::Server;

use crate::crowd::Crowd;
use crate::readiness::{is_cut_off, is_ready};
use crate::site::Site;

#[tokio::test(flavor = "multi_thread")]
async fn database_killed_amid_answers_postgres() {
    let server = Server::start();
    let site = Site::on_postgres(server.url());
    let crowd = Crowd::gather(&site).await;
    let answering = crowd.answer();
    crowd.accepted(80).await;
    let processes = server.kill();
    crowd.refused(40).await;
    is_cut_off(&site).await;
    server.start_again();
    answering.end().await;
    is_ready(&site).await;
    crowd.check("PostgreSQL", &format!("its {processes} processes killed"), &site).await;
}
