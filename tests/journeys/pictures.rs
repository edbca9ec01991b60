//! Pictures of the pages that a journey looks at, for whoever wants to look too: set `PIX_SHOTS` to a folder.

use crate::accessibility::Look;
use crate::visitor::Visitor;
use std::path::PathBuf;

/// Takes a picture of the whole open page, if pictures are wanted.
pub async fn take(visitor: &Visitor<'_>, look: Look, page: &str) {
    let Some(folder) = std::env::var_os("PIX_SHOTS").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).expect("the folder of pictures");
    let name: String = page.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let name = format!(
        "{}-{}-{}-{}.png",
        if page == "/" { "home" } else { name.trim_matches('-') },
        look.lang,
        look.theme,
        look.width
    );
    std::fs::write(folder.join(name), visitor.browser.picture().await).expect("a picture is written");
}
