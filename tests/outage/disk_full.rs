//! The disk is full when many people answer: nothing is half-written, and when space returns the program goes on.

use store::Db;
use store::trial::Server;

use crate::crowd::Crowd;
use crate::readiness::is_ready;
use crate::site::Site;
use crate::small_disk::SmallDisk;

#[tokio::test(flavor = "multi_thread")]
async fn disk_full_sqlite() {
    let Some(disk) = SmallDisk::mount(24) else { return };
    let database = format!("sqlite:{}", disk.path().join("pix.db").display());
    let mut site = Site::over(&database);
    let crowd = Crowd::gather(&site).await;
    // A new start begins a new log, which every commit makes longer; an old one has room that is used again.
    assert!(site.stop().success());
    Db::open(&database).await.expect("the database").close().await;
    assert!(!disk.path().join("pix.db-wal").exists(), "the last to leave takes the log away");
    site.restart();
    check("SQLite", &site, &disk, &crowd).await;
}

/// The tables and indexes are on the small disk, the server's log is not: without it PostgreSQL stops, as when killed.
#[tokio::test(flavor = "multi_thread")]
async fn disk_full_postgres() {
    let Some(disk) = SmallDisk::mount(64) else { return };
    let server = Server::start();
    server.run(format!("CREATE TABLESPACE small LOCATION '{}'", disk.folder_for("postgres").display())).await;
    let site = Site::on_postgres(&format!("{}&options=-cdefault_tablespace%3Dsmall", server.url()));
    let crowd = Crowd::gather(&site).await;
    check("PostgreSQL", &site, &disk, &crowd).await;
}

/// Everybody meets the full disk, whatever the speed of the machine.
async fn check(engine: &str, site: &Site, disk: &SmallDisk, crowd: &Crowd) {
    disk.fill();
    let answering = crowd.answer();
    crowd.refused(40).await;
    is_ready(site).await;
    disk.free();
    answering.end().await;
    crowd.check(engine, "disk full", site).await;
}
