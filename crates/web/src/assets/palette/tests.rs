use super::*;

/// The contrast of two colours by the WCAG 2 formula.
fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let channel = |from: usize| {
        let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn check(text: &str, ground: &str, least: f64) {
    for (theme, colour) in [("light", light as fn(&str) -> &'static str), ("dark", dark)] {
        let (text_colour, ground_colour) = (colour(text), colour(ground));
        assert!(
            !text_colour.is_empty() && !ground_colour.is_empty(),
            "{theme}: {text} or {ground} has no colour"
        );
        let found = contrast(text_colour, ground_colour);
        assert!(found >= least, "{theme}: {text} on {ground}: {found:.2} < {least}");
    }
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast("#FFFFFF", "#000000") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#FFFFFF") - 4.48).abs() < 0.005);
}

#[test]
fn text_reads_on_every_ground() {
    for ground in ["--ground", "--surface", "--sunken"] {
        for text in ["--ink", "--ink-2", "--ok", "--warn", "--error", "--info"] {
            check(text, ground, 4.5);
        }
        for app in ["learner", "orga", "certif", "junior", "staff"] {
            check(&format!("--{app}-ink"), ground, 4.5);
        }
    }
    check("--ground", "--ink", 4.5);
}

#[test]
fn text_reads_on_every_tint() {
    for tone in ["ok", "warn", "error", "info"] {
        let soft = format!("--{tone}-soft");
        for text in ["--ink", "--ink-2", &format!("--{tone}")] {
            check(text, &soft, 4.5);
        }
        for app in ["learner", "orga", "certif", "junior", "staff"] {
            check(&format!("--{app}-ink"), &soft, 4.5);
        }
    }
    for app in ["learner", "orga", "certif", "junior", "staff"] {
        check(&format!("--{app}-on"), &format!("--{app}"), 4.5);
        check(&format!("--{app}-on"), &format!("--{app}-hover"), 4.5);
        for text in ["--ink", "--ink-2", &format!("--{app}-ink")] {
            check(text, &format!("--{app}-soft"), 4.5);
        }
    }
}

#[test]
fn domains_read_and_are_outlined() {
    for domain in ["d1", "d2", "d3", "d4", "d5"] {
        let (fill, soft, strong, on) = (
            format!("--{domain}"),
            format!("--{domain}-soft"),
            format!("--{domain}-strong"),
            format!("--{domain}-on"),
        );
        check(&on, &fill, 4.5);
        for text in [&strong, "--ink", "--ink-2"] {
            check(text, &soft, 4.5);
        }
        for ground in ["--ground", "--surface", "--sunken"] {
            check(&strong, ground, 4.5);
        }
    }
}

#[test]
fn controls_and_focus_are_seen() {
    for ground in ["--ground", "--surface", "--sunken"] {
        check("--line-strong", ground, 3.0);
        check("--focus", ground, 3.0);
        for app in ["learner", "orga", "certif", "staff"] {
            check(&format!("--{app}"), ground, 3.0);
        }
    }
    for app in ["learner", "orga", "certif", "junior", "staff"] {
        check("--focus", &format!("--{app}-soft"), 3.0);
    }
}

#[test]
fn both_ways_into_the_dark_hold_the_same_colours() {
    let asked = colours(block("[data-theme=\"dark\"] {"));
    let followed = colours(block(":root:not([data-theme=\"light\"]) {"));
    assert_eq!(asked, followed);
    let light_names: Vec<_> = LIGHT.keys().collect();
    assert_eq!(light_names, asked.keys().collect::<Vec<_>>());
}
