//! The top bar: brand, navigation, person, language; one menu on narrow screens.

use maud::{Markup, html};

use super::Page;
use super::footer::language_switch;
use crate::components::button::{Button, post};
use crate::components::honeycomb;

pub(super) fn topbar(page: &Page<'_>) -> Markup {
    let words = page.words();
    html! {
        header class="topbar" {
            div class="topbar__in" {
                (brand(page))
                nav class="topbar__nav wide" aria-label=(words.say("nav-main")) { (links(page)) }
                div class="topbar__user wide" { (person(page)) }
                details class="menu narrow" {
                    summary { (words.say("nav-menu")) }
                    div class="menu__in" {
                        @if !page.nav.is_empty() { nav aria-label=(words.say("nav-main")) { (links(page)) } }
                        div class="menu__user" { (person(page)) }
                    }
                }
            }
            div class="stitch" aria-hidden="true" {}
        }
    }
}

fn brand(page: &Page<'_>) -> Markup {
    let home = page.words().with("nav-brand", &[("name", page.service.into())]);
    html! {
        a class="brand" href="/" aria-label=(home) {
            (honeycomb::mark()) (page.service) @if !page.app.suffix().is_empty() { " " span { (page.app.suffix()) } }
        }
    }
}

fn links(page: &Page<'_>) -> Markup {
    html! {
        ul class="nav" {
            @for link in page.nav {
                li {
                    a href=(link.href) aria-current=[(link.section == page.section).then_some("page")] {
                        (page.words().say(link.word))
                    }
                }
            }
        }
    }
}

/// Who is signed in and how to leave; a stranger gets the language switch here, close at hand.
fn person(page: &Page<'_>) -> Markup {
    match page.person {
        Some(person) => html! {
            @if person.account.is_empty() { span { (person.name) } } @else { a class="tap" href=(person.account) { (person.name) } }
            (post(person.sign_out, page.csrf, &Button::submit(page.words().say("nav-sign-out")).bare().small()))
        },
        None => language_switch(page),
    }
}
