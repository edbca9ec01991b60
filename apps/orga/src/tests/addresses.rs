//! Signs that nobody types, in addresses: databases refuse some of them.

use store::campaign::Kind;
use store::trial;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn an_address_with_signs_that_nobody_types_breaks_nothing() {
    trial::each(async |db| {
        let site = Site::over(db);
        let class = Class::new(&site, Kind::Assessment).await;
        let live = class.path("/live?division=6A%00&state=%00");
        for (address, outcome) in [
            ("/invitations/BCDFGHJKM%00", "404"),
            ("/orga/statistics?division=6A%00&year=%00", "200"),
            ("/orga/learners?division=6A%00&q=%00", "200"),
            ("/orga/learners/passwords?division=6A%00", "200"),
            ("/orga/campaigns?q=%00", "200"),
            (live.as_str(), "200"),
        ] {
            class.teacher.get(address).await.leads(outcome);
        }
    })
    .await;
}
