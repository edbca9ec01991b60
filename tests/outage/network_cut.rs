//! The network is cut, or falls silent, amid answers: between the program and its database, between people and the
//! program. When it is mended the program, which nobody touches, goes on.

use store::trial::Server;

use crate::crowd::Crowd;
use crate::proxy::{Place, Proxy};
use crate::readiness::{is_cut_off, is_ready};
use crate::site::Site;

#[tokio::test(flavor = "multi_thread")]
async fn network_to_the_database_cut_postgres() {
    database(Proxy::cut, "network to the database cut").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn network_to_the_database_silent_postgres() {
    database(Proxy::silence, "network to the database silent").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn network_to_the_program_cut_sqlite() {
    people("SQLite", &Site::on_sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn network_to_the_program_cut_postgres() {
    let server = Server::start();
    people("PostgreSQL", &Site::on_postgres(server.url())).await;
}

async fn database(trouble: fn(&Proxy), outage: &str) {
    let server = Server::start();
    let proxy = Proxy::to(Place::Socket(server.socket())).await;
    let site = Site::on_postgres(&format!("postgres://postgres@127.0.0.1:{}/postgres", proxy.port()));
    let crowd = Crowd::gather(&site).await;
    let answering = crowd.answer();
    crowd.accepted(80).await;
    trouble(&proxy);
    crowd.refused(40).await;
    is_cut_off(&site).await;
    proxy.mend();
    answering.end().await;
    is_ready(&site).await;
    crowd.check("PostgreSQL", outage, &site).await;
}

async fn people(engine: &str, site: &Site) {
    let proxy = Proxy::to(Place::Port(site.host().to_owned())).await;
    let crowd = Crowd::gather(site).await.through(&format!("http://127.0.0.1:{}", proxy.port()));
    let answering = crowd.answer();
    crowd.accepted(80).await;
    proxy.cut();
    crowd.unheard(40).await;
    proxy.mend();
    answering.end().await;
    crowd.check(engine, "network to the program cut", site).await;
}
