//! Tests of the shelf: old or new, never half.

use super::*;

fn issue(serial: u64) -> FeedIssue {
    FeedIssue {
        serial,
        sha256: format!("{serial:064}"),
        issued: "2026-11-01".parse().unwrap(),
        expires: "2027-01-01".parse().unwrap(),
    }
}

fn files(text: &str) -> FeedFiles {
    FeedFiles::from([("manifest.json".to_owned(), text.as_bytes().to_vec())])
}

fn shelf(folder: &tempfile::TempDir) -> FeedShelf {
    FeedShelf::of(folder.path(), "stable", "https://feed.example/")
}

fn install(shelf: &FeedShelf, serial: u64) {
    let text = serial.to_string();
    let mut open = shelf.open().unwrap();
    open.install(issue(serial), &files(&text), None).unwrap();
}

fn in_use(shelf: &FeedShelf) -> u64 {
    let (generation, files) = shelf.read().unwrap().unwrap();
    let text = generation.issue.serial.to_string();
    assert_eq!(files, self::files(&text));
    generation.issue.serial
}

/// Folders and files on the shelf.
fn names(shelf: &FeedShelf) -> usize {
    fs::read_dir(shelf.path()).unwrap().count()
}

#[test]
fn the_issue_before_is_kept_and_older_ones_go() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    assert!(shelf.read().unwrap().is_none());
    for serial in 1..=3 {
        install(&shelf, serial);
        assert_eq!(in_use(&shelf), serial);
    }
    // Two generations, the state and its lock.
    assert_eq!(names(&shelf), 4);
    let mut open = shelf.open().unwrap();
    assert_eq!(open.roll_back().unwrap(), Some(issue(2)));
    assert_eq!(open.roll_back().unwrap(), None);
    assert_eq!(open.state.highest, Some(issue(3)), "what was seen is seen");
    drop(open);
    assert_eq!(in_use(&shelf), 2);
}

#[test]
fn the_same_issue_again_mends_a_damaged_one_and_keeps_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    install(&shelf, 1);
    install(&shelf, 2);
    let (current, _) = shelf.read().unwrap().unwrap();
    fs::remove_dir_all(shelf.path().join(&current.folder)).unwrap();
    assert!(matches!(shelf.read(), Err(StoreError::Io(..))));
    install(&shelf, 2);
    assert_eq!(in_use(&shelf), 2);
    assert_eq!(shelf.state().unwrap().previous.unwrap().issue, issue(1));
}

#[test]
fn what_a_killed_run_left_is_of_no_matter() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    install(&shelf, 1);
    // Killed while the folder was written, and between its rename and that of the state.
    for left in [".new-abc", "2-abc"] {
        fs::create_dir(shelf.path().join(left)).unwrap();
        fs::write(shelf.path().join(left).join("manifest.json"), "ha").unwrap();
    }
    fs::write(shelf.path().join(".new-state"), "{").unwrap();
    assert_eq!(in_use(&shelf), 1);
    install(&shelf, 2);
    assert_eq!((in_use(&shelf), names(&shelf)), (2, 4));
}

#[test]
fn one_run_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let open = shelf.open().unwrap();
    assert!(matches!(shelf.open(), Err(StoreError::Busy(_))));
    drop(open);
    assert!(shelf.open().is_ok());
}

#[test]
fn a_damaged_state_is_told_and_never_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    install(&shelf, 1);
    let state = shelf.path().join("state.json");
    let text = fs::read_to_string(&state).unwrap();
    let elsewhere = text.replace("\"folder\": \"1-", "\"folder\": \"../1-");
    for broken in ["", "{", "[]", &elsewhere] {
        fs::write(&state, broken).unwrap();
        assert!(
            matches!(shelf.open(), Err(StoreError::Damaged(..))),
            "{broken}"
        );
        assert!(
            matches!(shelf.read(), Err(StoreError::Damaged(..))),
            "{broken}"
        );
    }
}

#[test]
fn a_file_in_the_way_of_the_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("feeds"), "").unwrap();
    assert!(matches!(shelf(&folder).open(), Err(StoreError::Io(..))));
}

#[test]
fn another_channel_or_address_has_another_shelf() {
    let place = |channel, address| FeedShelf::of(Path::new("/x"), channel, address).folder;
    assert_ne!(place("stable", "a"), place("stable", "b"));
    assert_ne!(place("stable", "a"), place("beta", "a"));
}
