//! A study as one page that needs nothing else: no network, no script; for a screen of any width, light or dark, and for
//! paper. Beside each picture stands the table of its numbers.

use super::{chart, charts, criteria, placement_tables, table::Table, tables};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use measure::simulation::Stratum;
use measure::study::{CertificationStudy, Study};

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1c2430;--soft:#525d6c;--paper:#fff;--panel:#f5f7f9;--rule:#d4d9e0;--link:#0b57a0}\
@media(prefers-color-scheme:dark){:root{--ink:#e7ebf0;--soft:#a9b4c2;--paper:#12171e;--panel:#1a212a;--rule:#38414d;--link:#7cc0f7}}\
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}\
header,main,footer{max-width:72rem;margin:auto;padding:0 1rem}header{padding-top:2rem}\
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.35rem;margin:3rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--rule)}\
h3{font-size:1.05rem;margin:2rem 0 .25rem}p,li{max-width:44rem}p.lead{color:var(--soft);margin:.25rem 0 1rem}a{color:var(--link)}\
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}nav a{display:inline-block;padding:.35rem 0}\
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0;padding:0}\
.facts div{background:var(--panel);border:1px solid var(--rule);border-radius:.5rem;padding:.75rem}\
.facts dt{color:var(--soft);font-size:.875rem}.facts dd{margin:0;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}\
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:2rem}\
figure{margin:1rem 0;min-width:0}figure svg{display:block;width:100%;max-width:33rem;height:auto}\
figcaption{font-weight:600;margin-bottom:.5rem}.note{color:var(--soft);font-size:.9375rem}\
.scroll{overflow-x:auto;margin:.75rem 0;max-width:100%}.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}\
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}\
.title{font-weight:600;margin:1rem 0 -.25rem}\
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}\
thead th{vertical-align:bottom;white-space:normal;min-width:4.2rem;color:var(--soft);font-weight:600}\
th:first-child{text-align:left;position:sticky;left:0;background:var(--paper)}tbody th{font-weight:500;white-space:normal;min-width:6.5rem}footer{margin-top:3rem;padding-bottom:2rem;color:var(--soft)}\
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--panel:#fff;--rule:#999;--link:#000}body{font-size:10pt}\
nav{display:none}h2{break-after:avoid}figure,.facts div,tr{break-inside:avoid}.scroll{overflow:visible}table{font-size:8pt}\
th,td{padding:.15rem .35rem;white-space:normal}thead th,tbody th{min-width:0}.pairs{grid-template-columns:1fr 1fr;gap:1rem}figure svg{max-width:19rem}}";

/// The page of a study; whether its items were drawn is told.
pub fn page(study: &Study, drawn: bool) -> String {
    let body = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Measurement study: certification, calibration, placement" }
                style { (PreEscaped(STYLE)) (PreEscaped(chart::STYLE)) }
            }
            body {
                (header(study, drawn))
                main {
                    (certification(&study.certification))
                    (selection(study))
                    (robustness(study))
                    (calibration(study))
                    (placement(study))
                    (limits())
                }
                footer {
                    p { "Made by " code { "pix lab study" } " with seed " (study.plan.seed) ". The same seed, size and bank give the same numbers; they are in study.json beside this page." }
                }
            }
        }
    };
    body.into_string()
}

fn header(study: &Study, drawn: bool) -> Markup {
    let plan = &study.plan;
    let size = |name: &str, value: String| html! { div { dt { (name) } dd { (value) } } };
    html! {
        header {
            h1 { "Measurement study" }
            p.lead { "How well the adaptive certification, the calibration of its items and the placement of learners find what is known of simulated people." }
            dl.facts {
                (size("examinees", tables::count(plan.examinees)))
                (size("questions each", plan.questions.to_string()))
                (size(if drawn { "items, drawn" } else { "items, from a file" }, tables::count(study.items)))
                (size("persons per calibration", tables::count(plan.persons)))
                (size("learners per placement", tables::count(plan.learners)))
            }
            nav aria-label="Sections" {
                ul {
                    li { a href="#certification" { "Certification" } }
                    li { a href="#criteria" { "What questions are chosen by" } }
                    li { a href="#robustness" { "People who depart from the model" } }
                    li { a href="#calibration" { "Calibration and fit" } }
                    li { a href="#placement" { "Placement" } }
                    li { a href="#limits" { "What this does not show" } }
                }
            }
            h2 { "How it is done" }
            p { "Every simulated person has a true ability θ, drawn from a normal law of mean 0 and deviation 1. The answer to an item of discrimination α and difficulty δ is right with probability 1 / (1 + exp(α(δ − θ))). All tests meet the same people, and a person answers an item the same whoever asks: differences between tests are not luck." }
            ul {
                li { strong { "best, no rule" } ": our engine asks the most informative item each time. It shows what the bank can measure, and wears out its best items." }
                li { strong { "best, all rules" } ": our engine with one question per tube, two per competence, and no item in more than 20 % of all tests. This is what is meant for the certification." }
                li { strong { "reference" } ": the reference platform's algorithm, as it drafts a new version." }
            }
        }
    }
}

/// A picture and the table of its numbers.
fn figure(caption: &str, picture: &Markup, table: &Table) -> Markup {
    html! { figure { figcaption { (caption) } (picture) (table.html()) } }
}

fn certification(tests: &[CertificationStudy]) -> Markup {
    let by = |caption: &str, show: fn(&Stratum) -> String| tables::by_ability(caption, tests, show);
    html! {
        section aria-labelledby="certification" {
            h2 id="certification" { "Certification" }
            p { "RMSE is the root of the mean square of the issued ability less the true one; bias is its mean. A band of 95 % should hold the true ability in 95 of 100 cases, at every ability." }
            (tables::errors(tests).html())
            div.pairs {
                (figure("Bias by true ability. Whiskers: twice the sampling error. Dotted: ±0.03.", &charts::bias(tests).svg(), &by("Bias", |stratum| tables::decimals(stratum.bias, 3))))
                (figure("RMSE by true ability.", &charts::rmse(tests).svg(), &by("RMSE", |stratum| tables::decimals(stratum.rmse, 3))))
                (figure("Coverage of the 95 % bands. Dotted: 0.94 and 0.96.", &charts::cover(tests).svg(), &by("Bands that hold the truth", |stratum| tables::percent(stratum.cover))))
                (figure("Length of the test.", &charts::length(tests).svg(), &by("Questions", |stratum| tables::decimals(stratum.length, 1))))
            }
            h3 { "Use of the bank" }
            p { "An item that everybody meets is soon known to everybody. Overlap is the share of questions that two people have in common on the mean." }
            (figure("Share of tests in which each item is asked. Dotted: the limit of 20 %.", &charts::exposure(tests).svg(), &tables::exposure(tests)))
            h3 { "Levels given" }
            p { "Level 0 is below the first beginner's level; each row adds up to 100 %." }
            (tables::levels(tests).html())
            div.pairs {
                @for test in tests {
                    (figure(test.name, &charts::confusion(test).svg(), &tables::confusion(test)))
                }
            }
        }
    }
}

fn selection(study: &Study) -> Markup {
    html! {
        section aria-labelledby="criteria" {
            h2 id="criteria" { "What questions are chosen by" }
            p { "The default is Fisher's information at the running ability. The others look at the whole posterior. A difference below twice its “±” says nothing." }
            (criteria::table(&study.criteria).html())
        }
    }
}

fn robustness(study: &Study) -> Markup {
    html! {
        section aria-labelledby="robustness" {
            h2 id="robustness" { "People who depart from the model" }
            p { "The engines are told nothing of it. Slips: failing at what one can do. Guesses: succeeding at what one cannot. Where competences differ, a person knows each a little better or worse than the ability says, so that its items hang together. Who leaves after fewer than 20 answers has no score; later, our engine measures by the answers given, and the reference counts the missing ones as wrong." }
            (figure("RMSE under each behaviour.", &charts::robustness(&study.robustness).svg(), &tables::robustness(study)))
        }
    }
}

fn calibration(study: &Study) -> Markup {
    html! {
        section aria-labelledby="calibration" {
            h2 id="calibration" { "Calibration and fit" }
            p { "Items are found again from answers alone, by marginal maximum likelihood with priors of deviation 0.5 on ln α and 2 on δ. “Errors cover” is the share of true values within 1.96 standard errors." }
            (tables::calibration(study).html())
            p { "A tenth of the items was made harder by 0.6 for one of two groups, and a tenth of the persons answers 70 % of the items by chance. What a sign tells of the sound is a false alarm; 5 % are expected." }
            (tables::fit(&study.fit).html())
            p { "Beside it: a tenth of other items is guessed right with probability 0.3 by who does not know, which no curve of two parameters follows; and a tenth became harder by 0.6 between two calibrations, the second of people of mean 0.5 and deviation 1.2. The link between both scales was found by the items that stayed." }
            (tables::odd_items(&study.odd_items).html())
            p.note { "Of all items, " (tables::percent(study.fit.infit)) " have an infit between 0.8 and 1.2, and " (tables::percent(study.fit.outfit)) " an outfit." }
        }
    }
}

fn placement(study: &Study) -> Markup {
    html! {
        section aria-labelledby="placement" {
            h2 id="placement" { "Placement" }
            p { "A learner masters, in each tube, the skills up to a threshold of their own. The reference believes every answer; “bayes” weighs each, and tells how certain the level is. The spread is the deviation of the thresholds around the learner's general level." }
            (figure("Share of wrong levels under each condition.", &charts::placement(&study.placement).svg(), &placement_tables::placement(&study.placement)))
            h3 { "Who leaves" }
            p { "Learners leave with a probability of 5 % before each question but the first. The reference then gives what was proven by that question; “bayes” gives what is thought of them by then, with a range that is the wider the sooner they leave." }
            (placement_tables::departures(&study.placement).html())
        }
    }
}

fn limits() -> Markup {
    html! {
        section aria-labelledby="limits" {
            h2 id="limits" { "What this does not show" }
            ul {
                li { "Simulated people follow the model, or depart from it as told. Real people depart in ways nobody told." }
                li { "The engines know the true parameters of the items; a real bank has estimates. Calibration errors add to those above." }
                li { "One ability stands for sixteen competences. Whether it may is for the analysis of real answers." }
                li { "Figures have sampling errors: of the RMSE, see “±”; of a coverage with n people, about 0.22/√n." }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use measure::simulation::bank;
    use measure::study::Plan;

    #[test]
    fn the_page_needs_nothing_else_and_tells_in_numbers_what_it_draws() {
        let plan = Plan { seed: 1, examinees: 20, settling: 20, persons: 400, learners: 2, questions: 32 };
        let study = Study::run(&plan, &bank(500, 1).expect("a bank"), 1, |_| ()).expect("a study");
        let page = page(&study, true);
        for foreign in ["<script", " src=", "href=\"http", "url(", "@import", "NaN", "inf\"", "inf "] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        let figures: Vec<&str> = page.split("<figure>").skip(1).collect();
        assert_eq!(figures.len(), 10);
        for figure in figures {
            let inside = figure.split("</figure>").next().unwrap_or_default();
            assert_eq!(inside.matches("<svg").count(), 1);
            assert!(inside.contains("role=\"img\" aria-label=") && inside.contains("<table"));
        }
        // Every place that the navigation leads to exists.
        for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(page.contains(&format!("id=\"{link}\"")), "{link}");
        }
        let alone = chart::alone(&charts::bias(&study.certification).svg());
        assert!(
            alone.starts_with("<svg") && alone.contains("><style>"),
            "{}",
            alone.get(..80).unwrap_or_default()
        );
    }
}
