//! The command beside `rg -c -f` with the claims of the built-in packs written as plain regexes, over generated articles
//! in a temporary folder, one thread each; and what it costs to start. `cargo bench --bench command`
//!
//! `patterns.txt` has a line for each family of phrases, in ASCII classes: an office and capitalised names, ranges of
//! dates, lengths of time, weekdays with dates, counts and amounts. It asks for less than the rules do: a match ends at its
//! line, no value is read, no guard tried, nothing compared.

#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

mod generated;

const ARTICLES: u64 = 10_000;
const RUNS: usize = 5;
/// Enough of them for a clock that ticks every 10 ms.
const STARTS: u32 = 50;

fn main() -> io::Result<()> {
    let folder = std::env::temp_dir().join(format!("belie-bench-{}", std::process::id()));
    let done = measure(&folder);
    let removed = fs::remove_dir_all(&folder);
    done.and(removed)
}

fn measure(folder: &Path) -> io::Result<()> {
    let articles = folder.join("articles");
    fs::create_dir_all(&articles)?;
    let mut bytes = 0;
    for at in 0..ARTICLES {
        let article = generated::article(at);
        bytes += article.len();
        fs::write(articles.join(format!("{at:05}.txt")), article)?;
    }
    println!("{ARTICLES} articles, {:.1} MB", bytes as f64 / 1e6);

    let belie = |path: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
        // In a folder of its own, so that no settings are found there.
        command.args(["check", "--threads", "1"]).arg(path).current_dir(folder);
        command
    };
    let patterns = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/patterns.txt");
    let rg = || {
        let mut command = Command::new("rg");
        command.args(["--threads", "1", "--count", "--file", patterns]).arg(&articles);
        command
    };

    let have_rg = Command::new("rg").arg("--version").stdout(Stdio::null()).status().is_ok();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // The first run of each warms the files up and is not counted.
    for run in 0..=RUNS {
        let cost = cost(&mut belie(&articles), 1)?;
        ours.extend((run > 0).then_some(cost));
        if have_rg {
            let cost = self::cost(&mut rg(), 1)?;
            theirs.extend((run > 0).then_some(cost));
        }
    }
    let speed = |cost: Duration| bytes as f64 / 1e6 / cost.as_secs_f64();
    let ours = speed(median(ours));
    println!("belie check  {ours:.0} MB/s of processor time");
    if have_rg {
        let theirs = speed(median(theirs));
        println!("rg -c -f     {theirs:.0} MB/s of processor time; belie is {:.2} times as fast", ours / theirs);
    } else {
        println!("rg is not on the path");
    }

    let one = articles.join("00000.txt");
    let start = cost(&mut belie(&one), STARTS)?;
    println!("start-up     {:.1} ms of processor time for one article", start.as_secs_f64() * 1e3);
    Ok(())
}

fn median(mut costs: Vec<Duration>) -> Duration {
    costs.sort_unstable();
    costs[costs.len() / 2]
}

fn wall(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    Ok(start.elapsed())
}

/// Processor time of one of so many runs of a command where the system tells it, else wall time.
fn cost(command: &mut Command, runs: u32) -> io::Result<Duration> {
    let before = processor_time_of_children();
    let mut spent = Duration::ZERO;
    for _ in 0..runs {
        spent += wall(command)?;
    }
    Ok(before.zip(processor_time_of_children()).map_or(spent, |(before, after)| after - before) / runs)
}

/// User and system time of all children so far: Linux, in ticks of 10 ms.
fn processor_time_of_children() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // Fields 16 and 17; the second is a name in brackets that may hold blanks.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks()? + ticks()?) * 10))
}
