//! How fast and how well names are found: titles a second, or a line for every name found.
//!
//! `names WATCHLIST.tsv TITLES.tsv` prints the time to build the list and titles per second on one
//! core; with `--predict` a line `id<TAB>name` for each name that is the brand or is mentioned, from
//! the title alone, with `--predict-both` also from the brand field, and with `--explain` every hit.
//! The watch list has the columns `canonical` and `aliases` (separated by `|`), the titles `id`,
//! `title` and `brand_field`; a file without such a header is one title a line.
#![allow(clippy::print_stdout)]

use kenpin::names::{Entry, Hit, Lexicon, Look, Scratch, Tier, Watch};
use std::error::Error;
use std::time::{Duration, Instant};

/// Time of one measurement, and number of measurements, of which the best counts.
const ROUND: Duration = Duration::from_millis(500);
const ROUNDS: u32 = 7;

struct Title {
    id: String,
    title: String,
    brand: String,
}

fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().map(|line| line.trim_end_matches('\r'));
    lines.map(|line| line.split('\t').collect()).collect()
}

fn entries(text: &str) -> Vec<Entry> {
    let rows = rows(text)
        .into_iter()
        .skip(1)
        .filter(|row| !row[0].is_empty());
    let entry = |row: Vec<&str>| Entry {
        name: row[0].to_owned(),
        aliases: row.get(1).map_or(Vec::new(), |cell| {
            cell.split('|').map(str::to_owned).collect()
        }),
    };
    rows.map(entry).collect()
}

fn titles(text: &str) -> Vec<Title> {
    let rows = rows(text);
    let place = |name: &str| {
        rows.first()
            .and_then(|head| head.iter().position(|h| *h == name))
    };
    let (id, title, brand) = (place("id"), place("title"), place("brand_field"));
    let cell = |row: &[&str], at: Option<usize>| {
        at.and_then(|at| row.get(at)).map_or("", |c| c).to_owned()
    };
    let skipped = usize::from(title.is_some());
    let made = rows
        .iter()
        .enumerate()
        .skip(skipped)
        .map(|(line, row)| Title {
            id: if id.is_some() {
                cell(row, id)
            } else {
                (line + 1).to_string()
            },
            title: cell(row, title.or(Some(0))),
            brand: cell(row, brand),
        });
    made.collect()
}

/// Time that this thread has been running: on a busy machine its share of the wall clock says nothing.
fn on_core(start: Instant) -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = stat.split(' ').next().and_then(|field| field.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Titles a second, the best of several rounds over all of them.
fn measure(titles: &[Title], mut each: impl FnMut(&str)) -> f64 {
    let mut best = 0.0f64;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let (before, mut done) = (on_core(start), 0u32);
        while on_core(start) - before < ROUND {
            titles.iter().for_each(|title| each(&title.title));
            done += titles.len() as u32;
        }
        best = best.max(f64::from(done) / (on_core(start) - before).as_secs_f64());
    }
    best
}

fn explain(title: &Title, entry: &Entry, hit: &Hit) {
    let text = if hit.field == kenpin::names::Where::Brand {
        &title.brand
    } else {
        &title.title
    };
    println!(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}",
        title.id,
        entry.name,
        hit.tier.word(),
        hit.why.word(),
        hit.field.word(),
        &text[hit.start as usize..hit.end as usize],
        title.title
    );
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [list, texts, options @ ..] = arguments.as_slice() else {
        return Err(
            "names WATCHLIST.tsv TITLES.tsv [--predict | --predict-both] [--explain]".into(),
        );
    };
    let entries = entries(&std::fs::read_to_string(list)?);
    let titles = titles(&std::fs::read_to_string(texts)?);
    let data = |name: &str| {
        let file = kenpin::embedded::DATA.get_file(format!("lexicon/{name}"));
        file.and_then(include_dir::File::contents_utf8)
            .unwrap_or_default()
    };
    let start = Instant::now();
    let lexicon = Lexicon::parse(data("ja.txt"), data("en.txt"), data("context.csv"))?;
    let parsed = start.elapsed();
    let watch = Watch::build(&entries, &[], &lexicon)?;
    let built = start.elapsed();
    let has = |option: &str| options.iter().any(|o| o == option);
    if !has("--predict") && !has("--predict-both") {
        let spellings: usize = entries.iter().map(|e| 1 + e.aliases.len()).sum();
        let characters: usize = titles.iter().map(|t| t.title.chars().count()).sum();
        let (mut scratch, mut hits) = (Scratch::default(), Vec::new());
        let best = measure(&titles, |title| {
            hits.clear();
            let look = Look {
                title,
                brand_field: None,
            };
            watch.look(&look, &mut scratch, &mut hits);
        });
        // What the machine can do now: every character looked at, and nothing else.
        let walked = measure(&titles, |title| {
            std::hint::black_box(
                title
                    .chars()
                    .fold(0, |sum: u32, c| sum.wrapping_add(c as u32)),
            );
        });
        println!(
            "lexicon {parsed:.1?}, {spellings} spellings {:.1?}; {} titles of {:.0} characters: \
             {best:.0} titles/s, {:.1} times as long as a bare walk over their characters",
            built - parsed,
            titles.len(),
            characters as f64 / titles.len().max(1) as f64,
            walked / best
        );
        return Ok(());
    }
    let (mut scratch, mut hits) = (Scratch::default(), Vec::new());
    for title in &titles {
        hits.clear();
        let brand_field = has("--predict-both").then_some(title.brand.as_str());
        watch.look(
            &Look {
                title: &title.title,
                brand_field,
            },
            &mut scratch,
            &mut hits,
        );
        for hit in &hits {
            let entry = &entries[hit.entry as usize];
            if has("--explain") {
                explain(title, entry, hit);
            } else if hit.tier != Tier::Weak {
                println!("{}\t{}", title.id, entry.name);
            }
        }
    }
    Ok(())
}
