//! Reading files of every shape, from bytes on disk to tables.
#![allow(clippy::expect_used, clippy::panic)]

mod documents;
mod folders;
mod listings;
mod purchases;
mod sales;
mod view;

use kenpin::model::{Issue, Name, Origin, Tables, Text};
use kenpin::read::{Error, Options, Shapes, Silent, read};
use std::path::PathBuf;

/// The shipped shapes.
pub fn shapes() -> Shapes {
    Shapes::parse(
        include_str!("../../data/exports.toml"),
        include_str!("../../data/columns.csv"),
        include_str!("../../data/values.csv"),
    )
    .expect("shipped facts")
}

/// A folder of files that lives as long as the test.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new(files: &[(&str, Vec<u8>)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        for (name, bytes) in files {
            folder.put(name, bytes);
        }
        folder
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self) -> Tables {
        self.read_with(&Options::new(shapes())).expect("readable")
    }

    pub fn read_with(&self, options: &Options) -> Result<Tables, Error> {
        read(&[self.0.path().to_owned()], options, &Silent)
    }
}

/// Reads one file.
pub fn one(name: &str, bytes: impl Into<Vec<u8>>) -> Tables {
    Folder::new(&[(name, bytes.into())]).read()
}

/// The bytes of a text as Excel on Japanese Windows writes it.
pub fn cp932(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!lossy, "not in CP932: {text}");
    bytes.into_owned()
}

/// A header and rows of `header: value` pairs as tab-separated text.
pub fn tsv(header: &str, rows: &[&[(&str, &str)]]) -> String {
    lines(header, '\t', rows)
}

/// The same with commas; the values must need no quotes.
pub fn csv(header: &str, rows: &[&[(&str, &str)]]) -> String {
    lines(header, ',', rows)
}

fn lines(header: &str, separator: char, rows: &[&[(&str, &str)]]) -> String {
    let names: Vec<&str> = header.split(separator).collect();
    let mut text = format!("{header}\n");
    for row in rows {
        for (name, _) in *row {
            assert!(names.contains(name), "no column {name}");
        }
        let cells = names.iter().map(|name| {
            let cell = row.iter().find(|(n, _)| n == name);
            cell.map_or("", |(_, value)| value)
        });
        text.push_str(&cells.collect::<Vec<_>>().join(&separator.to_string()));
        text.push('\n');
    }
    text
}

pub fn text(tables: &Tables, text: Text) -> &str {
    tables.strings.get(text)
}

pub fn sku(tables: &Tables, name: Name) -> &str {
    tables.skus.get(name)
}

pub fn supplier(tables: &Tables, name: Option<Name>) -> &str {
    name.map_or("", |n| tables.supplier_names.get(n))
}

/// Name of the file and line of an origin.
pub fn place(tables: &Tables, origin: Origin) -> (String, u32) {
    let path = &tables.files[usize::from(origin.file.0)].path;
    (
        path.rsplit('/').next().unwrap_or_default().to_owned(),
        origin.line,
    )
}

/// Issues as `key line column value done`, without their file.
pub fn told(tables: &Tables) -> Vec<String> {
    let say = |i: &Issue| {
        format!(
            "{} {} {} [{}] {}",
            i.key,
            i.at.line.unwrap_or(0),
            i.at.column.as_deref().unwrap_or("-"),
            i.value,
            i.done
        )
    };
    tables.issues.iter().map(say).collect()
}
