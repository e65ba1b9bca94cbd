//! Proof documents: index rows put together, files on disk looked at, both matched by name.

use super::issues::{Done, Issues, Spot};
use super::proof_file::{base, distinct, look_into, parts};
use super::take::{Desk, IndexRow};
use super::walk::Found;
use crate::model::{
    ContentId, Document, DocumentLine, FileId, FileState, Input, InputFile, Origin, Text,
};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The files found, and what is known of them.
struct Disk<'a> {
    files: &'a [Found],
    /// Files by folded name.
    by_name: HashMap<String, Vec<usize>>,
    /// What was seen of each file.
    seen: Vec<(FileState, ContentId)>,
    /// Document of each file, once one claims it.
    owner: Vec<Option<usize>>,
    /// Documents that are not on disk, by folded name.
    absent: HashMap<String, usize>,
    /// Names already told to stand for several files.
    told: BTreeSet<String>,
    /// True when a folder with documents is there at all.
    given: bool,
}

/// Makes the documents of an account, when all files are read.
pub fn assemble(desk: &mut Desk, files: &[Found], given: bool, issues: &mut Issues) {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, file) in files.iter().enumerate() {
        by_name.entry(fold(file.name())).or_default().push(n);
    }
    let mut disk = Disk {
        files,
        by_name,
        seen: look_into(files, &mut desk.tables),
        owner: vec![None; files.len()],
        absent: HashMap::new(),
        told: BTreeSet::new(),
        given: given || !files.is_empty(),
    };
    from_index(desk, &mut disk, issues);
    let folders = folders(desk, files);
    invoices(desk, &mut disk);
    from_disk(desk, &mut disk, &folders);
    from_purchases(desk, &mut disk, issues);
    if disk.given {
        desk.tables.given.insert(Input::Documents);
    }
}

impl Disk<'_> {
    /// The file that a written name means; among several of one name the written folders decide.
    fn find(&mut self, written: &str, issues: &mut Issues) -> Option<usize> {
        let name = fold(base(written));
        let all = self.by_name.get(&name)?;
        if let [only] = all.as_slice() {
            return Some(*only);
        }
        let path = fold(&written.trim().replace('\\', "/"));
        let fits = |n: &&usize| {
            let shown = fold(&self.files[**n].shown);
            shown == path || shown.ends_with(&format!("/{path}"))
        };
        if path.contains('/')
            && let Some(n) = all.iter().find(fits)
        {
            return Some(*n);
        }
        if self.told.insert(name) {
            for n in &all[1..] {
                let (file, done) = (&self.files[*n].shown, Done::Noted);
                issues.add(file, Spot::default(), "document-twice", written, done, &[]);
                issues.end_file(file);
            }
        }
        all.first().copied()
    }

    /// State of a named file that is not there.
    fn gone(&self) -> FileState {
        if self.given {
            FileState::Missing
        } else {
            FileState::Unseen
        }
    }
}

/// What makes index rows rows of one document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Same {
    /// A file on disk.
    File(usize),
    /// A file name that is not on disk.
    Name(String),
    /// An invoice number of one supplier.
    Invoice(String, Option<crate::model::Name>),
}

/// Puts index rows of one document together.
fn from_index(desk: &mut Desk, disk: &mut Disk<'_>, issues: &mut Issues) {
    let rows = std::mem::take(&mut desk.index);
    let mut groups: Vec<(Option<Same>, Vec<usize>)> = Vec::new();
    let mut places: HashMap<Same, usize> = HashMap::new();
    for (n, row) in rows.iter().enumerate() {
        let strings = &desk.tables.strings;
        let (file, invoice) = (strings.get(row.file), strings.get(row.invoice));
        let same = if !file.is_empty() {
            Some(match disk.find(file, issues) {
                Some(found) => Same::File(found),
                None => Same::Name(fold(base(file))),
            })
        } else if !invoice.is_empty() {
            Some(Same::Invoice(fold(invoice), row.supplier))
        } else {
            None
        };
        match same.as_ref().and_then(|s| places.get(s)) {
            Some(place) => groups[*place].1.push(n),
            None => {
                if let Some(same) = &same {
                    places.insert(same.clone(), groups.len());
                }
                groups.push((same, vec![n]));
            }
        }
    }
    for (same, group) in groups {
        let group: Vec<&IndexRow> = group.iter().map(|n| &rows[*n]).collect();
        let mut document = document(desk, &group);
        let place = desk.tables.documents.len();
        document.state = match same {
            Some(Same::File(found)) => {
                disk.owner[found] = Some(place);
                document.file = desk.tables.strings.add(disk.files[found].name());
                document.content = disk.seen[found].1;
                disk.seen[found].0
            }
            Some(Same::Name(name)) => {
                disk.absent.insert(name, place);
                disk.gone()
            }
            Some(Same::Invoice(..)) | None => FileState::Unnamed,
        };
        desk.tables.documents.push(document);
    }
}

/// One document of the rows that are about it; its lines are kept together.
fn document(desk: &mut Desk, rows: &[&IndexRow]) -> Document {
    let first_line = desk.tables.document_lines.len();
    let lines = rows.iter().filter(|r| r.is_line()).map(|row| DocumentLine {
        origin: row.origin,
        sku: row.sku,
        asin: row.asin,
        jan: row.jan,
        units: row.units,
    });
    desk.tables.document_lines.extend(lines);
    let text = |part: fn(&IndexRow) -> Text| {
        let mut all = rows.iter().map(|r| part(r));
        all.find(|t| !t.is_empty()).unwrap_or_default()
    };
    let lines = desk.tables.document_lines.len() - first_line;
    Document {
        origin: rows.first().map(|r| r.origin).unwrap_or_default(),
        file: text(|r| r.file),
        kind: rows.iter().find_map(|r| r.kind),
        issued: rows.iter().find_map(|r| r.issued),
        addressee: text(|r| r.addressee),
        invoice: text(|r| r.invoice),
        supplier: rows.iter().find_map(|r| r.supplier),
        state: FileState::Unnamed,
        content: ContentId::default(),
        first_line: u32::try_from(first_line).unwrap_or(u32::MAX),
        lines: u32::try_from(lines).unwrap_or(u32::MAX),
    }
}

/// Enters each folder with documents as one file of the inputs.
fn folders(desk: &mut Desk, files: &[Found]) -> BTreeMap<String, FileId> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for file in files {
        *counts.entry(file.folder().to_owned()).or_default() += 1;
    }
    let mut ids = BTreeMap::new();
    for (folder, rows) in counts {
        // The caller keeps the number of files below what an id can count.
        let id = u16::try_from(desk.tables.files.len()).unwrap_or(u16::MAX);
        desk.tables.files.push(InputFile {
            path: folder.clone(),
            shape: Some("documents-folder".to_owned()),
            input: Some(Input::Documents),
            encoding: String::new(),
            rows,
            rows_bad: 0,
            left_columns: Vec::new(),
        });
        ids.insert(folder, FileId(id));
    }
    ids
}

/// Gives files whose name holds an invoice number to the index entries that name no file.
fn invoices(desk: &mut Desk, disk: &mut Disk<'_>) {
    let numbers = numbers(disk);
    if numbers.is_empty() {
        return;
    }
    for n in 0..desk.tables.documents.len() {
        let document = desk.tables.documents[n];
        let invoice = fold(desk.tables.strings.get(document.invoice).trim());
        if document.state != FileState::Unnamed || !distinct(&invoice) {
            continue;
        }
        let free = |f: &&usize| disk.owner[**f].is_none();
        if let Some(file) = numbers.get(&invoice).and_then(|f| f.iter().find(free)) {
            disk.owner[*file] = Some(n);
            let entry = &mut desk.tables.documents[n];
            entry.file = desk.tables.strings.add(disk.files[*file].name());
            (entry.state, entry.content) = disk.seen[*file];
        }
    }
}

/// What could be an invoice number in the names of files that nobody named.
fn numbers(disk: &Disk<'_>) -> HashMap<String, Vec<usize>> {
    let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, file) in disk.files.iter().enumerate() {
        if disk.owner[n].is_none() {
            for number in parts(file.name()) {
                numbers.entry(number).or_default().push(n);
            }
        }
    }
    numbers
}

/// Makes a document of every file that no index names.
fn from_disk(desk: &mut Desk, disk: &mut Disk<'_>, folders: &BTreeMap<String, FileId>) {
    let numbers = numbers(disk);
    let mut invoice = vec![Text::EMPTY; disk.files.len()];
    if !numbers.is_empty() {
        let strings = &desk.tables.strings;
        let named = desk
            .tables
            .purchases
            .iter()
            .filter(|p| !p.invoice.is_empty());
        for purchase in named {
            let number = strings.get(purchase.invoice).trim();
            for n in numbers.get(&fold(number)).into_iter().flatten() {
                // A longer number holds the shorter one.
                if strings.get(invoice[*n]).len() < number.len() {
                    invoice[*n] = purchase.invoice;
                }
            }
        }
    }
    for (n, file) in disk.files.iter().enumerate() {
        if disk.owner[n].is_some() {
            continue;
        }
        disk.owner[n] = Some(desk.tables.documents.len());
        let origin = Origin {
            file: folders.get(file.folder()).copied().unwrap_or_default(),
            line: 0,
        };
        let name = desk.tables.strings.add(file.name());
        let (state, content) = disk.seen[n];
        desk.tables.documents.push(Document {
            invoice: invoice[n],
            content,
            ..bare(origin, name, state)
        });
    }
}

/// A document of which only the file is known.
fn bare(origin: Origin, file: Text, state: FileState) -> Document {
    Document {
        origin,
        file,
        kind: None,
        issued: None,
        addressee: Text::EMPTY,
        invoice: Text::EMPTY,
        supplier: None,
        state,
        content: ContentId::default(),
        first_line: 0,
        lines: 0,
    }
}

/// Writes the names of files in purchases as the documents have them; files that are not there
/// become documents that are missing.
fn from_purchases(desk: &mut Desk, disk: &mut Disk<'_>, issues: &mut Issues) {
    if desk.tables.documents.is_empty() && !disk.given {
        return;
    }
    for n in 0..desk.tables.purchases.len() {
        let purchase = desk.tables.purchases[n];
        if purchase.file.is_empty() {
            continue;
        }
        let written = desk.tables.strings.get(purchase.file);
        let owner = match disk.find(written, issues) {
            Some(found) => disk.owner[found],
            None => disk.absent.get(&fold(base(written))).copied(),
        };
        match owner {
            Some(owner) => desk.tables.purchases[n].file = desk.tables.documents[owner].file,
            None if disk.given => {
                let place = desk.tables.documents.len();
                disk.absent.insert(fold(base(written)), place);
                desk.tables.documents.push(Document {
                    kind: purchase.document_kind,
                    supplier: purchase.supplier,
                    ..bare(purchase.origin, purchase.file, FileState::Missing)
                });
            }
            None => {}
        }
    }
}
