//! The checker for authors, until `pix content check` does the same.
//!
//! `content-check FOLDER [PREFIX] [--seeds N]`
//! `content-check FOLDER [PREFIX] --time SEEDS`
//! `content-check FOLDER --show ID [--seed N] [--lang fr]`
//! `content-check FOLDER --files ID [--seed N] [--lang fr] --out DIR`

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use content::{Family, Lang, Release, Source, check, folder, show};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&Arguments(&arguments)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// The command line.
struct Arguments<'a>(&'a [String]);

impl Arguments<'_> {
    /// The value after an option.
    fn option(&self, name: &str) -> Option<&str> {
        let place = self.0.iter().position(|argument| argument == name)?;
        self.0.get(place + 1).map(String::as_str)
    }

    /// The arguments that belong to no option.
    fn plain(&self) -> Vec<&str> {
        let mut plain = Vec::new();
        let mut arguments = self.0.iter();
        while let Some(argument) = arguments.next() {
            if argument.starts_with("--") {
                arguments.next();
            } else {
                plain.push(argument.as_str());
            }
        }
        plain
    }

    fn number(&self, name: &str, default: u64) -> Result<u64, std::num::ParseIntError> {
        self.option(name).map_or(Ok(default), str::parse)
    }
}

fn run(arguments: &Arguments<'_>) -> Result<bool, Box<dyn Error>> {
    let plain = arguments.plain();
    let root = plain
        .first()
        .ok_or("usage: content-check FOLDER [PREFIX] [--seeds N | --show ID | --files ID --out DIR]")?;
    let source = folder::read(Path::new(root))?;
    let seed = arguments.number("--seed", 0)?;
    let lang = Lang::parse(arguments.option("--lang").unwrap_or("fr")).ok_or("--lang: expected fr or en")?;
    let mut out = std::io::stdout().lock();
    if let Some(id) = arguments.option("--show") {
        let (release, problems) = Release::read(&source);
        let instance = family(&release, id, &problems)?.instance(seed, lang)?;
        write!(out, "{}", show::instance(&instance))?;
        return Ok(true);
    }
    if let Some(id) = arguments.option("--files") {
        let folder = arguments.option("--out").ok_or("--files ID needs --out DIR")?;
        let (release, problems) = Release::read(&source);
        write_files(&mut out, family(&release, id, &problems)?, seed, lang, Path::new(folder))?;
        return Ok(true);
    }
    if arguments.option("--time").is_some() {
        let (release, _) = Release::read(&source);
        time(
            &mut out,
            &release,
            plain.get(1).copied().unwrap_or_default(),
            arguments.number("--time", 100)?,
        )?;
        return Ok(true);
    }
    let options = check::Options {
        seeds: arguments.number("--seeds", 200)?,
        prefix: plain.get(1).copied().unwrap_or_default().to_owned(),
        ..check::Options::default()
    };
    Ok(report(&mut out, &source, &options)?)
}

fn family<'a>(
    release: &'a Release,
    id: &str,
    problems: &[content::Problem],
) -> Result<&'a Family, Box<dyn Error>> {
    release.family(id).ok_or_else(|| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!("{}\nno readable family {id}", lines.join("\n")).into()
    })
}

/// Prints how long an instance of each family takes, slowest first.
fn time(out: &mut impl Write, release: &Release, prefix: &str, seeds: u64) -> std::io::Result<()> {
    let mut measured: Vec<(u128, &str)> = Vec::new();
    for family in release.families().filter(|family| family.id().starts_with(prefix)) {
        let started = Instant::now();
        let made = (0..seeds).filter(|seed| family.instance(*seed, Lang::Fr).is_ok()).count();
        measured.push((started.elapsed().as_micros() / (made as u128).max(1), family.id()));
    }
    measured.sort_unstable_by(|one, other| other.cmp(one));
    measured.iter().try_for_each(|(micros, id)| writeln!(out, "{micros:8} µs  {id}"))
}

/// Writes every file of an instance in every format, and names it.
fn write_files(
    out: &mut impl Write,
    family: &Family,
    seed: u64,
    lang: Lang,
    folder: &Path,
) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    for (index, download) in family.instance(seed, lang)?.paper.downloads.iter().enumerate() {
        for format in &download.formats {
            let file = family.file(seed, lang, index, *format)?;
            let path = folder.join(&file.name);
            std::fs::write(&path, &file.bytes)?;
            writeln!(out, "{} {} bytes", path.display(), file.bytes.len())?;
        }
    }
    Ok(())
}

/// Checks, prints what was found, and says whether nothing must be corrected.
fn report(out: &mut impl Write, source: &Source, options: &check::Options) -> std::io::Result<bool> {
    let started = Instant::now();
    let report = check::run(source, options);
    for note in &report.notes {
        writeln!(out, "note: {note}")?;
    }
    for problem in &report.problems {
        writeln!(out, "{problem}")?;
    }
    writeln!(out, "\ntube    1   2   3   4   5   6   7   8")?;
    for (tube, levels) in &report.table {
        write!(out, "{tube} ")?;
        for count in levels {
            write!(out, "{count:4}")?;
        }
        writeln!(out)?;
    }
    let (problems, notes) = (report.problems.len(), report.notes.len());
    let seconds = started.elapsed().as_secs_f64();
    writeln!(out, "\n{} families, {problems} problems, {notes} notes, {seconds:.1} s", report.families)?;
    Ok(report.problems.is_empty())
}
