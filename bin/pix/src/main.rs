//! The program: serves the site, checks the bank, measures measurement, explains its settings.

mod backup;
mod bank;
mod client_address;
mod config;
mod content_check;
mod content_report;
mod content_show;
mod content_walk;
mod demo;
mod demo_school;
mod dev_seed;
mod doctor;
mod door;
mod health;
mod import;
mod lab;
mod log;
mod meters;
mod observation;
mod past;
mod process;
mod readiness;
mod ready_profiles;
mod seed_campaign;
mod serve;
mod settings;
mod site;
mod temporary_password;
mod throttle;
#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that meets the unexpected fails")]
mod trial;

use clap::{Parser, Subcommand};
use settings::{Flags, Settings};
use std::path::PathBuf;
use std::process::ExitCode;

/// Pages and generators make many short texts: this allocator takes less time for them than the system's. It does
/// without huge pages: they made no answer cheaper and kept 25 MiB that were long given back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(
    name = "pix",
    version,
    about = "Find out what you can do with digital tools, learn the rest, prove it"
)]
struct Arguments {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the site (what the program does when told nothing).
    Serve,
    /// Checks, reports or shows the question bank.
    Content {
        #[command(subcommand)]
        action: Content,
    },
    /// For psychometricians: replays, simulates, calibrates, studies, measures speed.
    Lab {
        #[command(subcommand)]
        action: lab::Lab,
    },
    /// Writes a backup of the database to a new file, while the program serves.
    Backup {
        /// The file to write; it must not exist.
        file: PathBuf,
    },
    /// Puts a backup in the place of the database, while the program does not serve.
    Restore {
        /// The file that `pix backup` wrote.
        file: PathBuf,
        /// Whether to replace a database that exists; it is kept beside.
        #[arg(long)]
        replace: bool,
    },
    /// Examines the database: its schema, its disk, its outbox, and every learner's state against the answers.
    Doctor {
        /// Whether to save the states that the answers make where they differ.
        #[arg(long)]
        repair: bool,
    },
    /// Asks the program that serves on this machine whether it runs.
    Health {
        /// Whether to ask if it can serve: the database answers, with our schema and bank.
        #[arg(long)]
        ready: bool,
    },
    /// Helps the owner of an account.
    Account {
        #[command(subcommand)]
        action: AccountAction,
    },
    /// Tells what a file of learners would change, or what is wrong with it.
    Import(import::Wanted),
    /// Prints every setting, its value and where it comes from.
    Config,
    /// Serves those who develop the program.
    Dev {
        #[command(subcommand)]
        action: Dev,
    },
}

#[derive(Subcommand)]
enum AccountAction {
    /// Gives an account a password that its owner must replace at the next sign-in, and prints it.
    TemporaryPassword {
        /// The username or the e-mail address.
        login: String,
    },
}

#[derive(Subcommand)]
enum Dev {
    /// Fills an empty database with learners and campaigns, for load tests.
    Seed {
        /// How many learners.
        #[arg(long, default_value_t = 0)]
        learners: usize,
        /// How many answers each gave in the past, at least.
        #[arg(long, default_value_t = 0)]
        answers: usize,
        /// How many of them are signed in.
        #[arg(long, default_value_t = 0)]
        sessions: usize,
        /// Where the tokens of these sessions are written, one in a line.
        #[arg(long)]
        tokens: Option<PathBuf>,
        /// A campaign of a school of its own, in which so many people took part; may be given several times.
        #[arg(long, value_name = "N")]
        campaign_participants: Vec<usize>,
        /// Where these campaigns are written, one in a line: token of the teacher's session, address, code.
        #[arg(long)]
        campaigns: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum Content {
    /// Checks the whole bank: schema, links, unique solutions, both languages, accessibility, licence.
    Check {
        /// Only the families and tutorials whose id begins so.
        #[arg(default_value = "")]
        prefix: String,
        /// How many seeds to draw for each family.
        #[arg(long, default_value_t = 200)]
        seeds: u64,
    },
    /// Tells what the bank is made of: families by tube, level, kind, device and access, how they read, the nearest pairs.
    Report {
        /// Whether to print JSON instead of text.
        #[arg(long)]
        json: bool,
    },
    /// Lets simulated learners of each level take the test of every competence, and tells how well it placed them.
    Walk(content_walk::Wanted),
    /// Prints one instance of a family, with its solution.
    Show {
        /// The id of the family, such as 1.2-a-3-written-path.
        id: String,
        /// The seed of the instance.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The language: fr or en.
        #[arg(long, default_value = "fr")]
        lang: String,
        /// A folder where the instance's files are written, in every format.
        #[arg(long)]
        files: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.command.unwrap_or(Command::Serve), &arguments.flags) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("pix: {problem}");
            ExitCode::from(2)
        }
    }
}

/// Does what was asked; tells whether everything is well.
fn run(command: Command, flags: &Flags) -> Result<bool, String> {
    let settings = Settings::read(flags);
    match command {
        // These two work, and help, where a setting is wrong.
        Command::Lab { action } => lab::run(&action),
        Command::Config => config::print(flags).map(|()| true),
        Command::Serve => serve::run(&settings?).map(|()| true),
        Command::Content { action: Content::Check { prefix, seeds } } => {
            content_check::run(&settings?, prefix, seeds)
        }
        Command::Content { action: Content::Report { json } } => {
            content_report::run(&settings?, json).map(|()| true)
        }
        Command::Content { action: Content::Walk(wanted) } => content_walk::run(&settings?, &wanted),
        Command::Content { action: Content::Show { id, seed, lang, files } } => {
            content_show::run(&settings?, &id, seed, &lang, files.as_deref()).map(|()| true)
        }
        Command::Backup { file } => backup::take(&settings?, &file).map(|()| true),
        Command::Restore { file, replace } => backup::put_back(&settings?, &file, replace).map(|()| true),
        Command::Health { ready } => health::ask(&settings?, ready),
        Command::Doctor { repair } => doctor::run(&settings?, repair),
        Command::Account { action: AccountAction::TemporaryPassword { login } } => {
            temporary_password::run(&settings?, &login).map(|()| true)
        }
        Command::Import(wanted) => import::run(&settings?, &wanted),
        Command::Dev {
            action: Dev::Seed { learners, answers, sessions, tokens, campaign_participants, campaigns },
        } => {
            let wanted = dev_seed::Wanted {
                learners,
                answers,
                sessions,
                tokens: tokens.as_deref(),
                campaigns: &campaign_participants,
                campaign_list: campaigns.as_deref(),
            };
            dev_seed::run(&settings?, &wanted).map(|()| true)
        }
    }
}
