//! Fuzz target: any bytes below the header of any shape, through all of reading.
#![no_main]

use kenpin::read::{Error, Options, Shapes, Silent, read};
use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::LazyLock;

static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
    let shapes = Shapes::parse(
        include_str!("../../../data/exports.toml"),
        include_str!("../../../data/columns.csv"),
        include_str!("../../../data/values.csv"),
    );
    let mut options = Options::new(shapes.expect("the shipped facts are whole"));
    options.pledged = Some(vec![String::new()]);
    options
});

/// A folder of this process, in memory where the system has such a place.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let shm = PathBuf::from("/dev/shm");
    let base = if shm.is_dir() {
        shm
    } else {
        std::env::temp_dir()
    };
    let folder = base.join(format!("kenpin-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
});

/// The header of a shape with every column it knows, or part of them.
fn header(shape: u8, part: u8, separator: &str) -> String {
    let shapes = &OPTIONS.shapes;
    let shape = usize::from(shape) % (shapes.list.len() + 1);
    let headers = shapes.aliases.iter().filter(|a| a.shape == shape);
    let headers = headers
        .enumerate()
        .filter(|(n, _)| part == 0 || (part >> (n % 8)) & 1 == 1);
    let headers: Vec<&str> = headers.map(|(_, a)| a.header.as_str()).collect();
    headers.join(separator)
}

fuzz_target!(|data: &[u8]| {
    let [shape, part, how, data @ ..] = data else {
        return;
    };
    let separator = if how & 1 == 0 { "\t" } else { "," };
    let mut text = header(*shape, *part, separator);
    text.push('\n');
    let mut bytes = match how & 2 {
        0 => text.into_bytes(),
        _ => encoding_rs::SHIFT_JIS.encode(&text).0.into_owned(),
    };
    bytes.extend(data);
    let name = if how & 4 == 0 {
        "export.csv"
    } else {
        "export.txt"
    };
    std::fs::write(FOLDER.join(name), &bytes).expect("a file");
    let other = if how & 4 == 0 {
        "export.txt"
    } else {
        "export.csv"
    };
    let _ = std::fs::remove_file(FOLDER.join(other));
    let paths = [FOLDER.clone()];
    let tables = match read(&paths, &OPTIONS, &Silent) {
        Ok(tables) => tables,
        Err(Error::File { .. }) => return,
        Err(error) => panic!("{error}"),
    };
    let lines = bytes.iter().filter(|b| matches!(b, b'\n' | b'\r')).count() + 1;
    for issue in &tables.issues {
        assert!(issue.at.line.is_none_or(|line| line as usize <= lines));
        assert!(issue.value.chars().count() <= 121);
    }
    assert!(tables.issues.len() <= 40 * 1_001);
    for file in &tables.files {
        assert!(file.rows_bad <= file.rows);
    }
    let again = read(&paths, &OPTIONS, &Silent).expect("readable as before");
    assert_eq!(tables.files, again.files);
    assert_eq!(tables.issues, again.issues);
    assert_eq!(format!("{:?}", tables.sales), format!("{:?}", again.sales));
    let _ = kenpin::read::columns(&FOLDER.join(name), &OPTIONS);
});
