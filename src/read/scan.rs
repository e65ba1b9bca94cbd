//! All files of a scan: found, recognised, read in one order, documents last.

use super::cell;
use super::cursor::Cursor;
use super::health::{self, Json};
use super::issues::{Done, Issues, Spot};
use super::options::{Error, Options, Progress};
use super::plan::{Plan, Taken, recognise};
use super::proofs;
use super::rows::{Hints, OpenError, Table};
use super::shipment::open_plan;
use super::take::Desk;
use super::walk::{FILES, Found, Looks};
use super::{doubles, table, walk};
use crate::model::{Field, FileId, Input, InputFile, Origin, Pledge, Tables, Text};
use std::path::PathBuf;

/// A table that will be read.
struct Job {
    path: PathBuf,
    shown: String,
    table: Table,
    plan: Box<Plan>,
}

/// A file that is left, with the shape it was recognised as.
struct Left {
    shown: String,
    shape: Option<String>,
    encoding: String,
}

/// Everything between finding files and reading them.
struct Sorting<'a> {
    options: &'a Options,
    issues: &'a mut Issues,
    jobs: Vec<Job>,
    left: Vec<Left>,
    documents: Vec<Found>,
    health: Vec<health::Report>,
}

/// Reads everything below the paths into tables.
///
/// The result does not depend on the order of the paths: files are read by kind (listings first,
/// so that SKUs are numbered as the listings have them), then by path.
///
/// # Errors
/// [`Error`] when a path does not exist, a file cannot be read, or there are too many files. A file
/// that is no table, a bad row or a bad cell is an issue in [`Tables::issues`] instead.
pub fn read(
    paths: &[PathBuf],
    options: &Options,
    progress: &dyn Progress,
) -> Result<Tables, Error> {
    let mut issues = Issues::default();
    // The plan is opened on its own, wherever it lies.
    let mut not_input = options.not_input.clone();
    not_input.extend(options.plan.clone());
    let found = walk::walk(paths, &options.documents, &not_input, &mut issues)?;
    let mut sorting = Sorting {
        options,
        issues: &mut issues,
        jobs: Vec::new(),
        left: Vec::new(),
        documents: Vec::new(),
        health: Vec::new(),
    };
    sorting.sort(found)?;
    sorting.leave_older();
    if let Some(path) = &options.plan {
        let (file, table, plan) = open_plan(path, options)?;
        sorting.jobs.push(Job {
            path: file.path,
            shown: file.shown,
            table,
            plan,
        });
    }
    let Sorting {
        mut jobs,
        left,
        documents,
        health,
        ..
    } = sorting;
    jobs.sort_by(|a, b| (a.plan.input, &a.shown).cmp(&(b.plan.input, &b.shown)));
    // Folders of documents and the config's pledges are entered as files too.
    if jobs.len() + left.len() + documents.len() + health.len() + 1 > FILES {
        return Err(Error::TooManyFiles { limit: FILES });
    }
    progress.started(jobs.iter().map(|j| j.table.bytes()).sum());
    let mut desk = Desk::default();
    for job in &jobs {
        progress.file(&job.shown);
        read_job(job, options, &mut desk, &mut issues, progress)?;
    }
    let given = !options.documents.is_empty();
    proofs::assemble(&mut desk, &documents, given, &mut issues);
    pledges(&mut desk, options, &mut issues);
    health::take(&health, &mut desk.tables, &mut issues);
    for file in left {
        desk.tables.files.push(InputFile {
            path: file.shown,
            shape: file.shape,
            input: None,
            encoding: file.encoding,
            rows: 0,
            rows_bad: 0,
            left_columns: Vec::new(),
        });
    }
    let mut tables = desk.tables;
    tables.issues = issues.into_list();
    Ok(tables)
}

impl Sorting<'_> {
    /// Tells tables, documents and the rest apart.
    fn sort(&mut self, found: Vec<Found>) -> Result<(), Error> {
        let twice = doubles::same_bytes(&found)?;
        for (n, file) in found.iter().enumerate() {
            if let Some(first) = twice.get(&n) {
                let other = &found[*first].shown;
                self.leave(file, Some("file-twice"), other, None, "");
                continue;
            }
            match file.looks {
                Looks::Json => self.json(file)?,
                Looks::Table if health::begins_like_one(&file.path) => self.json(file)?,
                Looks::Table => self.table(file)?,
                Looks::Document => self.documents.push(file.clone()),
                Looks::Other => self.leave(file, None, "", None, ""),
            }
        }
        Ok(())
    }

    /// Leaves a file; with an issue when there is something to say.
    fn leave(
        &mut self,
        file: &Found,
        issue: Option<&'static str>,
        value: &str,
        shape: Option<String>,
        encoding: &str,
    ) {
        self.left.push(Left {
            shown: file.shown.clone(),
            shape,
            encoding: encoding.to_owned(),
        });
        if let Some(key) = issue {
            let done = Done::FileIgnored;
            self.issues
                .add(&file.shown, Spot::default(), key, value, done, &[]);
            self.issues.end_file(&file.shown);
        }
    }

    /// Leaves a report where a newer one of the same kind was fetched, or the other way round.
    fn leave_older(&mut self) {
        let reports = self.jobs.iter().map(|job| doubles::Report {
            path: &job.path,
            shape: &job.plan.shape,
            input: job.plan.input,
        });
        let older = doubles::older(&reports.collect::<Vec<_>>());
        for (at, newer) in &older {
            let (job, newer) = (&self.jobs[*at], &self.jobs[*newer]);
            let (spot, done) = (Spot::default(), Done::FileIgnored);
            self.issues
                .add(&job.shown, spot, "file-older", &newer.shown, done, &[]);
            self.issues.end_file(&job.shown);
            self.left.push(Left {
                shown: job.shown.clone(),
                shape: Some(job.plan.shape.clone()),
                encoding: job.table.encoding().to_owned(),
            });
        }
        let mut at = 0;
        self.jobs.retain(|_| {
            at += 1;
            !older.iter().any(|(left, _)| *left == at - 1)
        });
    }

    /// Takes an account-health report; other JSON, such as an earlier report of kenpin, is left.
    fn json(&mut self, file: &Found) -> Result<(), Error> {
        let opened = health::open(file).map_err(|cause| Error::Path {
            path: file.shown.clone(),
            cause,
        })?;
        match opened {
            Json::Report(report) => self.health.push(*report),
            Json::Other => {
                let issue = file.direct.then_some("file-unknown");
                self.leave(file, issue, "", None, "");
            }
            Json::Broken { line, text } => {
                let spot = Spot { line, column: "" };
                let done = Done::FileIgnored;
                self.issues
                    .add(&file.shown, spot, "json-broken", &text, done, &[]);
                self.issues.end_file(&file.shown);
                self.leave(file, None, "", None, "");
            }
        }
        Ok(())
    }

    fn table(&mut self, file: &Found) -> Result<(), Error> {
        let opened = open(file, self.options);
        let tables = match opened {
            Ok(tables) => tables,
            // In a folder lies much that is no table; what the caller names must be one.
            Err(
                cause @ (OpenError::Binary
                | OpenError::Archive
                | OpenError::OtherWorkbook
                | OpenError::NoWorkbooks),
            ) if !file.direct => {
                if file.proof_folder {
                    self.documents.push(file.clone());
                } else {
                    self.leave(file, Some(cause.key()), "", None, "");
                }
                return Ok(());
            }
            Err(cause) => {
                return Err(Error::File {
                    path: file.shown.clone(),
                    cause,
                });
            }
        };
        if tables.is_empty() {
            self.leave(file, Some("file-empty"), "", None, "");
        }
        let several = tables.len() > 1;
        for table in tables {
            let mut file = file.clone();
            if let (true, Some(sheet)) = (several, table.sheet()) {
                file.shown = format!("{} [{sheet}]", file.shown);
            }
            self.recognised(&file, table);
        }
        Ok(())
    }

    fn recognised(&mut self, file: &Found, table: Table) {
        let source = self.options.source(file.name()).map(|(_, s)| s);
        let encoding = table.encoding().to_owned();
        match recognise(&table, &self.options.shapes, source) {
            // Only the plan that was asked about is judged: others may have gone long ago.
            Taken::Plan(plan) if plan.input == Input::Shipment => {
                self.leave(file, Some("file-inbound"), "", Some(plan.shape), &encoding);
            }
            Taken::Plan(plan) => self.jobs.push(Job {
                path: file.path.clone(),
                shown: file.shown.clone(),
                table,
                plan,
            }),
            Taken::Rejected { shape, issue } => {
                self.leave(file, issue, "", Some(shape), &encoding);
            }
            Taken::SourceMisfit { wanted } => {
                let wanted = wanted.join(", ");
                self.leave(file, Some("source-columns"), &wanted, None, &encoding);
            }
            Taken::Empty => self.leave(file, Some("file-empty"), "", None, &encoding),
            Taken::Unknown { tableish: true } => {
                let head = table.head(1).first().map(|r| r.cells.join(" | "));
                let head = head.unwrap_or_default();
                self.leave(file, Some("file-unknown"), &head, None, &encoding);
            }
            Taken::Unknown { .. } if file.proof_folder => self.documents.push(file.clone()),
            Taken::Unknown { .. } if file.direct => {
                self.leave(file, Some("file-unknown"), "", None, &encoding);
            }
            Taken::Unknown { .. } => self.leave(file, None, "", None, &encoding),
        }
    }
}

/// Opens a file with what the config knows of it.
pub(super) fn open(file: &Found, options: &Options) -> Result<Vec<Table>, OpenError> {
    let source = options.source(file.name()).map(|(_, s)| s);
    let hints = Hints {
        encoding: source
            .and_then(|s| s.encoding.as_deref())
            .or(options.encoding.as_deref()),
        delimiter: source.and_then(|s| s.delimiter),
        sheet: source.and_then(|s| s.sheet.as_deref()),
    };
    Table::open(&file.path, &hints)
}

fn read_job(
    job: &Job,
    options: &Options,
    desk: &mut Desk,
    issues: &mut Issues,
    progress: &dyn Progress,
) -> Result<(), Error> {
    let id = FileId(u16::try_from(desk.tables.files.len()).unwrap_or(u16::MAX));
    job.plan.report(&job.shown, issues);
    let place = (id, job.shown.as_str(), job.table.encoding());
    let mut cursor = Cursor::new(&job.plan, &options.shapes.words, issues, place);
    let purchases = desk.tables.purchases.len();
    let counts = table::read(&job.table, &mut cursor, desk, progress);
    cursor.finish();
    desk.settle(job.plan.input);
    issues.end_file(&job.shown);
    let counts = counts.map_err(|cause| Error::File {
        path: job.shown.clone(),
        cause,
    })?;
    let tables = &mut desk.tables;
    tables.given.insert(job.plan.input);
    // A ledger that names the file of a paper speaks for documents; an empty column does not.
    if tables
        .purchases
        .iter()
        .skip(purchases)
        .any(|p| !p.file.is_empty())
    {
        tables.given.insert(Input::Documents);
    }
    let told = Field::ALL
        .iter()
        .filter(|field| job.plan.columns.has(**field));
    tables
        .fields
        .extend(told.map(|field| (job.plan.input, *field)));
    tables.files.push(InputFile {
        path: job.shown.clone(),
        shape: Some(job.plan.shape.clone()),
        input: Some(job.plan.input),
        encoding: job.table.encoding().to_owned(),
        rows: counts.rows,
        rows_bad: counts.bad,
        left_columns: job.plan.left(),
    });
    Ok(())
}

/// Enters the ASINs pledged in the config.
fn pledges(desk: &mut Desk, options: &Options, issues: &mut Issues) {
    let Some(pledged) = &options.pledged else {
        return;
    };
    let tables = &mut desk.tables;
    tables.given.insert(Input::Pledges);
    if pledged.is_empty() {
        return;
    }
    const PATH: &str = "config";
    let file = FileId(u16::try_from(tables.files.len()).unwrap_or(u16::MAX));
    let mut bad = 0;
    for text in pledged {
        match cell::asin(text).value {
            Some(asin) => tables.pledges.push(Pledge {
                origin: Origin { file, line: 0 },
                asin,
                day: None,
                remark: Text::EMPTY,
            }),
            None => {
                bad += 1;
                let done = Done::RowIgnored;
                issues.add(PATH, Spot::default(), "asin-bad", text, done, &[]);
            }
        }
    }
    issues.end_file(PATH);
    tables.files.push(InputFile {
        path: PATH.to_owned(),
        shape: Some("config-pledges".to_owned()),
        input: Some(Input::Pledges),
        encoding: String::new(),
        rows: pledged.len() as u64,
        rows_bad: bad,
        left_columns: Vec::new(),
    });
}
