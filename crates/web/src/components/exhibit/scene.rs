//! Small drawings that stand for pictures in a document; their words say what is drawn.

use content::Scene;
use maud::{Markup, html};

/// Paths of 200 by 120, each with the name of its colour.
type Paths = &'static [(&'static str, &'static str)];

const SKY: (&str, &str) = ("sky", "M0 0h200v120H0z");
const BEACH: Paths = &[
    SKY,
    ("sun", "M150 12a14 14 0 1 1-.1 0z"),
    ("sea", "M0 55h200v40H0z"),
    ("sand", "M0 92q100-14 200 0v28H0z"),
    ("paper", "M60 35v30h22z"),
    ("roof", "M52 67h40l-8 9H60zM20 95q18-22 36 0z"),
];
const MOUNTAIN: Paths = &[
    SKY,
    ("sun", "M40 14a12 12 0 1 1-.1 0z"),
    ("ink", "M10 104 80 24l44 80z"),
    ("sea", "M84 104l52-66 54 66z"),
    ("paper", "M80 24 64 43l9 5 8-5 8 6 4-1zM136 38l-13 17 8 4 6-4 7 5 6-2z"),
    ("leaf", "M0 100q100-10 200 0v20H0z"),
];
const TOWN: Paths = &[
    SKY,
    ("sand", "M12 50h46v54H12zM120 58h34v46h-34z"),
    ("paper", "M62 38h52v66H62zM158 46h34v58h-34z"),
    ("roof", "M6 50l29-22 29 22zM114 58l23-18 23 18zM156 46l19-16 19 16z"),
    (
        "sea",
        "M22 60h9v12h-9zM40 60h9v12h-9zM72 50h10v13H72zM94 50h10v13H94zM72 74h10v13H72zM94 74h10v13H94zM132 68h10v12h-10zM170 58h10v12h-10z",
    ),
    ("ink", "M0 104h200v16H0z"),
];
const DESK: Paths = &[
    ("sand", "M0 0h200v120H0z"),
    ("ink", "M58 16h84v56H58zM94 72h12v12H94zM80 84h40v6H80z"),
    ("sky", "M63 21h74v46H63z"),
    ("roof", "M0 90h200v30H0z"),
    ("paper", "M24 96l30-3 4 14-32 3zM160 72h18v18h-18z"),
];
const GARDEN: Paths = &[
    SKY,
    ("leaf", "M0 78h200v42H0z"),
    ("roof", "M38 50h8v36h-8zM150 54h8v32h-8z"),
    ("tree", "M42 14a24 22 0 1 1-.1 0zM154 20a22 21 0 1 1-.1 0z"),
    ("sun", "M80 92a5 5 0 1 1-.1 0zM124 98a5 5 0 1 1-.1 0zM178 96a5 5 0 1 1-.1 0z"),
    ("paper", "M102 90a5 5 0 1 1-.1 0zM20 98a5 5 0 1 1-.1 0zM58 102a5 5 0 1 1-.1 0z"),
];
const PATTERN: Paths = &[
    ("sand", "M0 0h200v120H0z"),
    (
        "sea",
        "M0 0h20v20H0zM40 0h20v20H40zM80 0h20v20H80zM120 0h20v20h-20zM160 0h20v20h-20zM20 40h20v20H20zM60 40h20v20H60zM100 40h20v20h-20zM140 40h20v20h-20zM180 40h20v20h-20zM0 80h20v20H0zM40 80h20v20H40zM80 80h20v20H80zM120 80h20v20h-20zM160 80h20v20h-20z",
    ),
];

/// The drawing of a scene.
pub fn scene(scene: Scene, text: &str) -> Markup {
    let paths = match scene {
        Scene::Beach => BEACH,
        Scene::Mountain => MOUNTAIN,
        Scene::Town => TOWN,
        Scene::Desk => DESK,
        Scene::Garden => GARDEN,
        Scene::Pattern => PATTERN,
    };
    html! {
        svg class="scene" viewBox="0 0 200 120" role="img" aria-label=(text) {
            @for (colour, path) in paths { path class=(format!("scene__{colour}")) d=(path) {} }
        }
    }
}
