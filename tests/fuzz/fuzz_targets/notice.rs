//! Fuzz target: any bytes as a mail of Amazon, through decoding, judging and all that is found.
#![no_main]

use kenpin::model::Day;
use kenpin::notice::{Data, Sources, read};
use kenpin::read::mail;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static DATA: LazyLock<Data> = LazyLock::new(|| {
    Data::parse(&Sources {
        concepts: include_str!("../../../data/notices/concepts.toml"),
        signals: include_str!("../../../data/notices/signals.toml"),
        kinds: include_str!("../../../data/notices/kinds.toml"),
        clocks: include_str!("../../../data/notices/clocks.toml"),
        papers: include_str!("../../../data/notices/papers.toml"),
        parties: include_str!("../../../data/notices/parties.toml"),
        marks: include_str!("../../../data/notices/marks.toml"),
        holidays: include_str!("../../../data/holidays.csv"),
    })
    .unwrap()
});

fuzz_target!(|data: &[u8]| {
    let letter = mail::letter(data);
    let today = Day::constant(2026, 11, 21);
    let reading = read(&letter, &DATA, None, today);
    let text = format!("{}\n{}", letter.subject, letter.text);
    let text = kenpin::text::fold(&text).to_uppercase();
    for asin in &reading.asins {
        // Invisible characters may stand inside of one.
        assert!(text.contains(asin.as_str()) || !text.is_ascii(), "{asin}");
    }
    assert!((0.0..=1.0).contains(&reading.confidence));
});
