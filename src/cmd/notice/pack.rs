//! `kenpin notice pack`: the papers that one notice asks for, untouched, with a sheet of facts.

use super::args::NoticePackArgs;
use super::view;
use crate::cmd::args::InputArgs;
use crate::cmd::{Exit, Screen, Stop, kept, output, session};
use crate::model::{Case, Demand, PaperUse, Refusal};
use crate::notice::{Limits, Requests};
use crate::read::{self, Original};
use crate::scan::{Judged, Terms};
use crate::write::{self, Enclosed};
use std::collections::BTreeMap;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

/// Bytes of a megabyte.
const MEGABYTE: u64 = 1 << 20;
/// Bytes of a zip in front of the name of its first file, and room for that name.
const HEADER: u64 = 30;
const NAME_ROOM: u64 = 64;
/// The sheet and its tables in a pack.
const TEXTS: [&str; 3] = ["kenpin-sheet.md", "kenpin-papers.csv", "kenpin-skus.csv"];

/// Packs the papers. It ends with 1 when something that was asked for is missing, with 3 when nothing
/// is and something could not be judged.
pub(super) fn run(args: &NoticePackArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    if let Some(path) = args.out.as_deref().filter(|path| !is_zip(path)) {
        let path = path.display().to_string();
        return Err(Stop::Said("pack-no-zip", vec![("path", path.into())]));
    }
    // What is written to is no input: a paper of that name would not even be seen.
    if let Some(path) = args.out.as_deref().filter(|path| is_other(path)) {
        return Err(kept::over(path));
    }
    let data = super::data()?;
    let input = input(args);
    let out: Vec<PathBuf> = args.out.iter().cloned().collect();
    session::judged(&input, &out, screen, |_, judged, screen| {
        let Some(case) = judged.case(&args.id) else {
            return Err(Stop::Said(
                "pack-no-id",
                vec![("id", args.id.as_str().into())],
            ));
        };
        let demand = demand(judged, case, &data.requests)?;
        if let Some(path) = &args.out {
            save(path, judged, &demand, args.quiet, screen)?;
        }
        if args.json {
            view::json(&demand, screen)?;
        } else {
            let (words, lang) = (&screen.words, screen.lang);
            write::demand_sheet(&mut *screen.out, &demand, words, lang)?;
        }
        screen.out.flush()?;
        Ok(Exit::of(demand.missing > 0, demand.not_judged > 0))
    })
}

fn is_zip(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("zip"))
}

/// True for a file that is there and no earlier pack, which begins with its sheet.
fn is_other(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = std::fs::File::open(path);
    let read = read.and_then(|file| file.take(HEADER + NAME_ROOM).read_to_end(&mut start));
    let [sheet, ..] = TEXTS;
    let name = start.get(HEADER as usize..).unwrap_or_default();
    let pack = start.starts_with(b"PK\x03\x04") && name.starts_with(sheet.as_bytes());
    path.is_file() && !(read.is_ok() && pack)
}

/// The account: as for a scan; without a path the folder of the settings, where the notices lie.
fn input(args: &NoticePackArgs) -> InputArgs {
    let folder = args.config.as_deref().and_then(Path::parent);
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    let paths = match args.paths.is_empty() && !args.demo {
        true => vec![folder.unwrap_or(Path::new(".")).to_owned()],
        false => args.paths.clone(),
    };
    InputArgs {
        paths,
        demo: args.demo,
        config: args.config.clone(),
        today: args.today,
        threads: None,
        rules: args.rules.clone(),
        profile: None,
        quiet: args.quiet,
    }
}

/// What the notice asks for, with every file that goes in opened once: one that cannot be put in is
/// taken out, and what it leaves open is judged again without it.
fn demand(judged: &Judged<'_>, case: &Case, requests: &Requests) -> Result<Demand, Stop> {
    let Some(request) = requests.of(case.kind) else {
        let values = vec![
            ("id", case.id.as_str().into()),
            ("kind", crate::model::Value::word(case.kind)),
        ];
        return Err(Stop::Said("pack-asks-nothing", values));
    };
    let terms = Terms {
        request,
        troubles: &requests.troubles,
    };
    let mut desk = Desk {
        judged,
        limits: requests.limits,
        known: BTreeMap::new(),
    };
    let mut refused = BTreeMap::new();
    loop {
        let run = judged.head(env!("CARGO_PKG_VERSION")).run;
        let mut demand = judged.demand(run, case, terms, &refused);
        let before = refused.len();
        desk.open(&mut demand, &mut refused);
        if refused.len() == before {
            name(&mut demand);
            return Ok(demand);
        }
    }
}

/// Where files are opened.
struct Desk<'a> {
    judged: &'a Judged<'a>,
    limits: Limits,
    known: BTreeMap<u32, Result<Original, Refusal>>,
}

impl Desk<'_> {
    /// Opens the file of every paper that is put in, and notes those that cannot be.
    fn open(&mut self, demand: &mut Demand, refused: &mut BTreeMap<u32, Refusal>) {
        let mut left = u64::from(self.limits.pack) * MEGABYTE;
        let put = demand.papers.iter_mut().filter(|p| p.put != PaperUse::Out);
        for paper in put {
            let Some(document) = paper.document else {
                continue;
            };
            let opened = self.known.get(&document).cloned();
            let opened = opened.unwrap_or_else(|| self.original(document));
            self.known.insert(document, opened.clone());
            match opened {
                Ok(original) if original.bytes <= left => {
                    left -= original.bytes;
                    paper.bytes = Some(original.bytes);
                    paper.sha256 = Some(original.sha256);
                }
                Ok(_) => drop(refused.insert(document, Refusal::Full(self.limits.pack))),
                Err(refusal) => drop(refused.insert(document, refusal)),
            }
        }
    }

    fn original(&self, document: u32) -> Result<Original, Refusal> {
        let (path, digest) = self.judged.original(document).ok_or(Refusal::Unreadable)?;
        let most = u64::from(self.limits.file) * MEGABYTE;
        match read::original(Path::new(path), most) {
            Err(_) => Err(Refusal::Unreadable),
            Ok(None) => Err(Refusal::TooLarge(self.limits.file)),
            // What was judged is what goes in.
            Ok(Some(original)) if digest.is_some_and(|d| d != original.digest) => {
                Err(Refusal::Changed)
            }
            Ok(Some(original)) => Ok(original),
        }
    }
}

/// Gives the papers that are put in their names.
fn name(demand: &mut Demand) {
    let put = demand.papers.iter().filter(|p| p.sha256.is_some());
    let files: Vec<&str> = put.map(|paper| paper.file.as_str()).collect();
    let names = write::pack_names(&files, &TEXTS);
    let put = demand.papers.iter_mut().filter(|p| p.sha256.is_some());
    for (paper, name) in put.zip(names) {
        paper.name = Some(name);
    }
}

fn save(
    path: &Path,
    judged: &Judged<'_>,
    demand: &Demand,
    quiet: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let mut files = Vec::new();
    for paper in &demand.papers {
        let from = paper
            .document
            .and_then(|document| judged.original(document));
        if let (Some(name), Some(sha256), Some((from, _))) = (&paper.name, &paper.sha256, from) {
            let from = Path::new(from);
            files.push(Enclosed {
                name,
                path: from,
                sha256,
            });
        }
    }
    let [sheet, papers, skus] = TEXTS;
    let (words, lang) = (&screen.words, screen.lang);
    let (mut of_sheet, mut of_papers, mut of_skus) = (Vec::new(), Vec::new(), Vec::new());
    write::demand_sheet(&mut of_sheet, demand, words, lang)?;
    write::demand_csv(&mut of_papers, demand, words, lang)?;
    write::demand_skus_csv(&mut of_skus, demand, words, lang)?;
    let texts = [(sheet, of_sheet), (papers, of_papers), (skus, of_skus)];
    let saved = write::save_file(path, |file| write::pack(file, &texts, &files));
    output::saved(saved, path, quiet, screen)
}
