//! The page of [`crate::results`].

use maud::{Markup, html};
use store::campaign::Campaign;
use store::report::award::Awards;
use store::report::tries::Try;
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::select::Select;
use web::components::sorting::Sorting;
use web::components::stats::stats;

use crate::activity_page::{bar, cut_short, fields, in_order, link, page_of, pages};
use crate::campaign_tabs::{Tab, campaign_tabs};
use crate::participant_filter::{BANDS, Filter, FilterForm, band_ends, band_of, divisions};
use crate::participant_roll::{Person, percent};
use crate::results_list::{Table, columns};

/// What the page shows.
pub struct Results<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What its target profile promises.
    pub awards: &'a Awards,
    /// Everybody who sent something.
    pub people: &'a [Person<'a>],
    /// Those of them whom the filter keeps.
    pub kept: &'a [&'a Person<'a>],
    /// The filter.
    pub filter: &'a Filter,
    /// Whether there are more tries than the page reads.
    pub cut: bool,
}

impl Results<'_> {
    fn path(&self) -> String {
        Tab::Results.path(self.campaign)
    }

    /// What those whom the filter keeps sent last.
    fn sent(&self) -> impl Iterator<Item = &Try> {
        self.kept.iter().filter_map(|person| person.sent())
    }
}

/// The whole page.
pub fn page(shown: &Results<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="stack-m" {
            (campaign_tabs(words, shown.campaign, Tab::Results))
            (cut_short(words, shown.cut))
            @if shown.people.is_empty() {
                (empty(words.say("orga-no-result-title"), words.say("orga-no-result"), None))
            } @else {
                (stats(&figures(shown).iter().map(|(label, figure, after)| (*label, figure.clone(), after.as_str())).collect::<Vec<_>>()))
                @if shown.campaign.kind.is_test() { (spread(shown)) }
                (list(shown))
            }
        }
    }
}

fn figures<'w>(shown: &Results<'_>) -> Vec<(&'w str, String, String)> {
    let words = shown.words;
    let of = words.with("orga-out-of", &[("n", shown.people.len().into())]);
    let received = (words.say("orga-received"), shown.kept.len().to_string(), of.clone());
    if shown.campaign.kind.is_test() {
        let mean = mean(shown.sent().filter_map(percent).map(i64::from));
        let mean = mean.map_or("–".to_owned(), |mean| words.with("orga-percent", &[("n", mean.into())]));
        return vec![(words.say("orga-mean"), mean, String::new()), received];
    }
    let pix = mean(shown.sent().filter_map(|sent| sent.pix));
    let certifiable = shown.sent().filter(|sent| sent.certifiable == Some(true)).count();
    vec![
        (words.say("orga-mean-pix"), pix.map_or("–".to_owned(), |mean| mean.to_string()), String::new()),
        (words.say("orga-certifiable"), certifiable.to_string(), String::new()),
        received,
    ]
}

/// The mean, rounded to the nearest; none of nothing.
fn mean(values: impl Iterator<Item = i64>) -> Option<i64> {
    let (sum, count) = values.fold((0, 0), |(sum, count), value| (sum + value, count + 1));
    (sum * 2 + count).checked_div(count * 2)
}

/// How results are spread: over the stages when there are some, else over ten bands. Each bar filters the list.
fn spread(shown: &Results<'_>) -> Markup {
    let words = shown.words;
    html! {
        section class="card stack" aria-labelledby="spread" {
            h2 id="spread" { (words.say("orga-spread")) }
            p class="muted small" { (words.say("orga-spread-how")) }
            @if shown.awards.stages.is_empty() { (bands(shown)) } @else { (stages(shown)) }
        }
    }
}

/// Those whom all filters but that of the chart keep.
fn beside<'a>(shown: &Results<'a>) -> Vec<&'a Try> {
    let filter = Filter { band: None, stage: None, ..shown.filter.clone() };
    filter.keep(shown.people).into_iter().filter_map(Person::sent).collect()
}

fn bands(shown: &Results<'_>) -> Markup {
    let sent = beside(shown);
    let counts: Vec<usize> = (0..BANDS)
        .map(|band| sent.iter().filter(|one| percent(one).map(band_of) == Some(band)).count())
        .collect();
    let lines = counts.iter().enumerate().map(|(band, count)| {
        let (first, last) = band_ends(band);
        let chosen = shown.filter.band == Some(band);
        let filter = Filter { band: (!chosen).then_some(band), ..shown.filter.clone() };
        let label = shown.words.with("orga-band", &[("first", first.into()), ("last", last.into())]);
        Bar { label, count: *count, chosen, href: filter.address(&shown.path(), 1) }
    });
    bars(shown.words, &lines.collect::<Vec<_>>())
}

fn stages(shown: &Results<'_>) -> Markup {
    let sent = beside(shown);
    let lines = shown.awards.stages.iter().enumerate().map(|(place, stage)| {
        let count = sent.iter().filter(|one| one.stage == Some(stage.threshold)).count();
        let chosen = shown.filter.stage == Some(stage.threshold);
        let filter = Filter { stage: (!chosen).then_some(stage.threshold), ..shown.filter.clone() };
        let label = stage_name(shown.words, place, &stage.title);
        Bar { label, count, chosen, href: filter.address(&shown.path(), 1) }
    });
    bars(shown.words, &lines.collect::<Vec<_>>())
}

/// The number and the title of a stage.
pub fn stage_name(words: Words, place: usize, title: &str) -> String {
    words.with("orga-stage-name", &[("n", (place + 1).into()), ("title", title.into())])
}

/// A bar that filters.
struct Bar {
    label: String,
    count: usize,
    chosen: bool,
    href: String,
}

fn bars(words: Words, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
    html! {
        ul class="bars" {
            @for one in bars {
                li {
                    a href={ (one.href) "#list" } aria-current=[one.chosen.then_some("true")] {
                        span class="bars__label" { (one.label) }
                        (bar(one.count, most))
                        span class="bars__count num" {
                            (one.count)
                            @if one.chosen { span class="visually-hidden" { " " (words.say("orga-chosen")) } }
                        }
                    }
                }
            }
        }
    }
}

fn list(shown: &Results<'_>) -> Markup {
    let words = shown.words;
    let path = shown.path();
    let divisions = divisions(shown.people.iter().map(|person| person.present.division.as_deref()));
    let order = shown.filter.order.code();
    let address = |order: &str| in_order(shown.filter, order, &path);
    let sorting = Sorting { words, order: &order, address: &address };
    let columns = fields(&columns(words, shown.campaign.kind.is_test()));
    let more = html! { (by_award(shown)) (sorting.field(&columns)) };
    let form = FilterForm { words, path: &path, filter: shown.filter, divisions: &divisions, more };
    let export = format!("{}/export", Tab::Activity.path(shown.campaign));
    let report = format!("{}/report", Tab::Activity.path(shown.campaign));
    html! {
        div class="stack" {
            div class="row row--between" {
                h2 id="list" { (words.say("orga-results-list")) }
                div class="row" {
                    (Button::link(words.say("class-report-title"), &report).quiet().small().icon(Icon::Document))
                    (Button::link(words.say("orga-export"), &export).quiet().small().icon(Icon::Download))
                    (Button::link(words.say("orga-export-ods"), &format!("{export}?format=ods")).quiet().small().icon(Icon::Download))
                }
            }
            (form.render())
            p class="muted small" aria-live="polite" { (words.with("orga-shown", &[("n", shown.kept.len().into())])) }
            @if shown.kept.is_empty() { p { (words.say("orga-none-kept")) } } @else { (table(shown, sorting)) }
            (pages(words, shown.filter, &path, shown.kept.len()))
        }
    }
}

/// Filters by what was obtained. The band that was chosen above stays chosen.
fn by_award(shown: &Results<'_>) -> Markup {
    let (words, filter) = (shown.words, shown.filter);
    let badges: Vec<(&str, &str)> =
        shown.awards.badges.iter().map(|badge| (badge.key.as_str(), badge.title.as_str())).collect();
    let stages: Vec<(String, String)> = (0..)
        .zip(&shown.awards.stages)
        .map(|(place, stage)| (stage.threshold.to_string(), stage_name(words, place, &stage.title)))
        .collect();
    let stages: Vec<(&str, &str)> =
        stages.iter().map(|(value, name)| (value.as_str(), name.as_str())).collect();
    let stage = filter.stage.map(|stage| stage.to_string()).unwrap_or_default();
    html! {
        @if !badges.is_empty() {
            (Select { name: "badge", label: words.say("orga-badge"), options: &badges, value: &filter.badge, blank: Some(words.say("orga-filter-every")), hint: None, error: None })
        }
        @if !stages.is_empty() {
            (Select { name: "stage", label: words.say("orga-stage"), options: &stages, value: &stage, blank: Some(words.say("orga-filter-every")), hint: None, error: None })
        }
        @if let Some(band) = filter.band { input type="hidden" name="band" value=(band); }
    }
}

fn table(shown: &Results<'_>, sorting: Sorting<'_>) -> Markup {
    let kept = page_of(shown.kept, shown.filter);
    let rows = kept
        .iter()
        .filter_map(|person| Some((link(shown.words, shown.campaign, person), *person, person.sent()?)));
    let table = Table { words: shown.words, sorting, lines: rows.collect() };
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="list" {
            @if shown.campaign.kind.is_test() { (table.tests(shown.awards)) } @else { (table.collections()) }
        }
    }
}
