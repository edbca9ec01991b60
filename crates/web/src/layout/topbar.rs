//! The top bar: brand, navigation, person, language; one menu on narrow screens.

use maud::{Markup, html};

use super::Page;
use super::footer::language_switch;
use crate::components::button::{Button, post};
use crate::components::honeycomb;
use crate::components::icon::Icon;

pub(super) fn topbar(page: &Page<'_>) -> Markup {
    let words = page.words();
    html! {
        header class="topbar" {
            div class="topbar__in" {
                (brand(page))
                nav class="topbar__nav wide" aria-label=(words.say("nav-main")) { (links(page)) }
                div class="topbar__user wide" { (user(page)) }
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

/// On wide screens, the name opens on what concerns the person.
fn user(page: &Page<'_>) -> Markup {
    let Some(who) = page.person.filter(|who| !who.account.is_empty()) else { return person(page) };
    let words = page.words();
    html! {
        details class="menu menu--user" {
            summary { span { (who.name) } (Icon::Chevron.classed("chev")) }
            div class="menu__in" {
                ul class="nav" { li { a href=(who.account) { (words.say("nav-account")) } } }
                div class="menu__user" { (post(who.sign_out, page.csrf, &Button::submit(words.say("nav-sign-out")).bare().small())) }
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
