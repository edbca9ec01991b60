//! The site with the keyboard alone: nothing here points or clicks, and every stop must be seen.

use crate::visitor::Visitor;
use grade::Answer;
use thirtyfour::prelude::*;

/// The most stops between the top of a page and anything on it that is needed.
pub const FAR: usize = 60;

/// What has the focus: whether it matches the selector, whether one sees it, and what it is.
const FOCUSED: &str = r#"
    const here = document.activeElement;
    const drawn = (element, pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const seen = drawn(here) || drawn(here, "::after") || (here.closest("label") && drawn(here.closest("label")));
    const box = here.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return [here.matches(arguments[0]), here.matches(":focus-visible") && Boolean(seen), inside, here.outerHTML.slice(0, 200)];
"#;

/// Presses a key, or types a text, wherever the focus is.
pub async fn press(visitor: &Visitor<'_>, keys: impl Into<TypingData>) {
    let typed: TypingData = keys.into();
    visitor.window().action_chain().send_keys(typed).perform().await.expect("keys are pressed");
}

/// Presses Tab until the focus is on what the selector finds; every stop on the way must be visible.
pub async fn reach(visitor: &Visitor<'_>, selector: &str) {
    for _ in 0..FAR {
        press(visitor, Key::Tab).await;
        if stop(visitor, selector).await {
            return;
        }
    }
    panic!("{selector} is not reached within {FAR} stops on {}", visitor.path().await);
}

/// Presses Shift and Tab once; the focus must be on what the selector finds.
pub async fn back_to(visitor: &Visitor<'_>, selector: &str) {
    let chain = visitor.window().action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
    chain.perform().await.expect("keys are pressed");
    assert!(stop(visitor, selector).await, "{selector} is not the stop before");
}

/// Whether the focus is on what the selector finds. Fails when one cannot see where it is.
async fn stop(visitor: &Visitor<'_>, selector: &str) -> bool {
    let found = visitor.window().execute(FOCUSED, vec![selector.into()]).await.expect("a script runs");
    let (matches, seen, inside, element): (bool, bool, bool, String) = found.convert().expect("four values");
    // After the last stop the focus leaves the page: the next Tab begins again at the top.
    if !element.starts_with("<body") {
        assert!(seen, "the focus is not seen on {element}, {}", visitor.path().await);
        assert!(inside, "the focus is out of the window on {element}, {}", visitor.path().await);
    }
    matches
}

/// Reaches a link or button, presses Enter and waits for the next page.
pub async fn enter(visitor: &Visitor<'_>, selector: &str) {
    reach(visitor, selector).await;
    let before = visitor.page().await;
    press(visitor, Key::Enter).await;
    visitor.leave(&before).await;
}

/// Reaches the fields of a question and fills them.
pub async fn fill(visitor: &Visitor<'_>, answer: &Answer) {
    match answer {
        Answer::Skipped => {}
        Answer::Choice(line) => {
            reach(visitor, "[name=choice]").await;
            press(visitor, Key::Space).await;
            for _ in 0..*line {
                press(visitor, Key::Down).await;
            }
            assert!(
                visitor
                    .find(&format!("[name=choice][value=\"{line}\"]"))
                    .await
                    .is_selected()
                    .await
                    .expect("a state")
            );
        }
        Answer::Choices(lines) => {
            for line in lines {
                reach(visitor, &format!("[name=choice][value=\"{line}\"]")).await;
                press(visitor, Key::Space).await;
            }
        }
        Answer::Text(text) => {
            reach(visitor, "#text").await;
            press(visitor, text.as_str()).await;
        }
        Answer::Fields(fields) => {
            for (key, text) in fields {
                field(visitor, &format!("[name=\"field.{key}\"]"), text).await;
            }
        }
        Answer::Order(lines) => order(visitor, lines).await,
    }
}

/// Types in a field, or goes down a list until it shows the text.
async fn field(visitor: &Visitor<'_>, selector: &str, text: &str) {
    reach(visitor, selector).await;
    if visitor.find(selector).await.tag_name().await.expect("a name") != "select" {
        return press(visitor, text).await;
    }
    for _ in 0..visitor.count(&format!("{selector} option")).await {
        if visitor.value(selector).await == text {
            return;
        }
        press(visitor, Key::Down).await;
    }
    assert_eq!(visitor.value(selector).await, text);
}

/// Moves each line up to its place with its button; the focus follows the line.
async fn order(visitor: &Visitor<'_>, lines: &[usize]) {
    for (place, line) in lines.iter().enumerate() {
        let (rank, wanted) = (format!("[name=\"rank.{line}\"]"), (place + 1).to_string());
        if visitor.value(&rank).await == wanted {
            continue;
        }
        reach(visitor, &format!("li:has({rank}) [data-up]")).await;
        for _ in 0..lines.len() {
            if visitor.value(&rank).await == wanted {
                break;
            }
            press(visitor, Key::Enter).await;
        }
        assert_eq!(visitor.value(&rank).await, wanted, "line {line} is in its place");
    }
}
