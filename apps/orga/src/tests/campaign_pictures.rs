//! The picture beside an identifier: sent, shown, changed, removed, and what is refused.

use store::CampaignId;
use store::campaign::Kind;
use store::campaign_picture::{Described, of_campaign, served};
use store::membership::Role as Post;
use web::trial::{Reply, Visitor};

use super::class::Class;
use super::site::Site;

/// A picture of 800 by 600 dots, or its beginning: WebP, without a byte that is no text.
const PICTURE: &str = "RIFF\u{1a}\0\0\0WEBPVP8X\u{a}\0\0\0\u{10}\0\0\0\u{1f}\u{3}\0\u{57}\u{2}\0";

/// Posts the form with a file; an empty one is none.
async fn send(visitor: &Visitor<'_>, path: &str, description: &str, file: &str) -> Reply {
    let field = |name: &str, rest: &str, value: &str| {
        format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"{rest}\r\n\r\n{value}\r\n")
    };
    let body = [
        field("csrf", "", &visitor.csrf),
        field("description", "", description),
        field("file", "; filename=\"carte.webp\"", file),
        "--limit--\r\n".to_owned(),
    ];
    let headers = [("content-type", "multipart/form-data; boundary=limit")];
    visitor.post_raw(path, &headers, &body.concat()).await
}

async fn present(class: &Class<'_>) -> Option<Described> {
    of_campaign(&class.site.house.db, class.campaign.id).await.expect("the pictures")
}

#[tokio::test]
async fn a_picture_is_sent_changed_and_removed() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let path = class.path("/picture");
    class.teacher.get(&class.path("/settings")).await.leads("200").holds(&path);
    class.teacher.get(&path).await.leads("200").says("campaign-picture-file").lacks("<img");
    let done = send(&class.teacher, &path, " Une carte ", PICTURE).await;
    done.leads(&format!("303 {}", class.path("/settings?done=picture")));
    assert!(done.tally.statements.len() <= 5, "{:#?}", done.tally.statements);
    class.teacher.get(&done.location).await.says("campaign-done-picture");
    let first = present(&class).await.expect("a picture");
    assert_eq!((first.description.as_str(), first.width, first.height), ("Une carte", 800, 600));
    let page = class.teacher.get(&path).await;
    page.leads("200").holds(&format!("/campaigns/{}/pictures/{}", class.campaign.code, first.id));
    page.holds("alt=\"Une carte\"").says("campaign-picture-another");
    // Without a new file its words change only; a new one has an address of its own.
    send(&class.teacher, &path, "Une autre carte", "").await.leads(&done.outcome());
    assert_eq!(
        present(&class).await,
        Some(Described { description: "Une autre carte".to_owned(), ..first.clone() })
    );
    send(&class.teacher, &path, "Une carte", PICTURE).await.leads(&done.outcome());
    assert_ne!(present(&class).await.expect("a picture").id, first.id);
    // A copy of the campaign has it too.
    let copy = CampaignId::new(site.now() + 9, 9);
    let copied = class.teacher.post(&class.path("/copy"), &format!("id={copy}")).await;
    copied.leads(&format!("303 /orga/campaigns/{copy}/settings?done=copied"));
    let of_copy = of_campaign(&site.house.db, copy).await.expect("the pictures");
    assert_eq!(of_copy.map(|one| one.description).as_deref(), Some("Une carte"));
    for _ in 0..2 {
        let removed = class.teacher.post(&format!("{path}/removal"), "").await;
        removed.leads(&format!("303 {}", class.path("/settings?done=picture-removed")));
        class.teacher.get(&removed.location).await.says("campaign-done-picture-removed");
        assert_eq!(present(&class).await, None);
    }
}

#[tokio::test]
async fn what_is_no_picture_is_told_and_what_was_typed_stays() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let path = class.path("/picture");
    let heavy = format!("{PICTURE}{}", "a".repeat(200_000));
    for (file, why) in [
        ("", "campaign-picture-missing"),
        ("<svg onload=\"alert(1)\"/>", "campaign-picture-unknown"),
        ("GIF89a", "campaign-picture-unknown"),
        (heavy.as_str(), "campaign-picture-heavy"),
    ] {
        let refused = send(&class.teacher, &path, "Une carte", file).await;
        refused.leads("422").says(why).holds("value=\"Une carte\"");
    }
    send(&class.teacher, &path, "  ", PICTURE).await.leads("422").says("campaign-picture-undescribed");
    let enormous = "a".repeat(3_000_000);
    send(&class.teacher, &path, "Une carte", &enormous).await.leads("422").says("campaign-picture-heavy");
    assert_eq!(present(&class).await, None);
}

#[tokio::test]
async fn only_who_may_change_a_campaign_gives_it_a_picture() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let path = class.path("/picture");
    let member = site.worker("sonia", &class.school, Post::Member).await;
    member.get(&class.path("/settings")).await.leads("200").lacks(&path);
    send(&member, &path, "Une carte", PICTURE).await.leads("403");
    let rival = site.school("Collège Rival").await;
    let rival = site.worker("rival", &rival, Post::Admin).await;
    send(&rival, &path, "Une carte", PICTURE).await.leads("404");
    rival.post(&format!("{path}/removal"), "").await.leads("404");
    let forged = Visitor { csrf: "forged".to_owned(), ..site.signed_in(class.teacher.account).await };
    send(&forged, &path, "Une carte", PICTURE).await.leads("403");
    assert_eq!(present(&class).await, None);
}

/// A picture with EXIF data: which side is up (1: the first line of dots), and where it was taken.
fn photograph(orientation: char) -> String {
    let head = "RIFF\u{42}\0\0\0WEBPVP8X\u{a}\0\0\0\u{18}\0\0\0\u{1f}\u{3}\0\u{57}\u{2}\0";
    let entry = format!("\u{12}\u{1}\u{3}\0\u{1}\0\0\0{orientation}\0\0\0");
    format!("{head}EXIF\u{24}\0\0\0II*\0\u{8}\0\0\0\u{1}\0{entry}\0\0\0\048.8566 N ")
}

#[tokio::test]
async fn what_a_photograph_tells_beside_the_picture_is_not_kept() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let path = class.path("/picture");
    let turned = send(&class.teacher, &path, "Une carte", &photograph('\u{6}')).await;
    turned.leads("422").says("campaign-picture-turned").holds("value=\"Une carte\"");
    assert_eq!(present(&class).await, None);
    let done = send(&class.teacher, &path, "Une carte", &photograph('\u{1}')).await;
    done.leads(&format!("303 {}", class.path("/settings?done=picture")));
    let id = present(&class).await.expect("a picture").id;
    let kept = served(&site.house.db, &class.campaign.code, id).await.expect("read").expect("a picture");
    let text = String::from_utf8(kept.bytes).expect("a text");
    assert!(text.contains("VP8X") && !text.contains("EXIF") && !text.contains("48.8566"), "{text:?}");
}
