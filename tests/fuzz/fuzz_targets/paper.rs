//! Fuzz target: any bytes as a proof document, whole, cut, and with something appended.
#![no_main]

use kenpin::model::Layer;
use kenpin::read::paper::{Seen, look};
use libfuzzer_sys::fuzz_target;

const TEXT: usize = 10_000;

fn check(data: &[u8]) -> Seen {
    let seen = look(data, TEXT);
    if let Seen::Pdf(pdf) = &seen {
        assert!(pdf.layer != Layer::None || pdf.text.is_empty());
        assert_eq!(pdf.mark_count == 0, pdf.marks.is_empty());
        assert!(pdf.text.len() < TEXT * 64);
    }
    assert_eq!(seen, look(data, TEXT));
    seen
}

fuzz_target!(|data: &[u8]| {
    check(data);
    check(&data[..data.len() / 2]);
    let again = [data, b"\n1 0 obj <</Pages 1 0 R>> endobj trailer <</Root 1 0 R>>"].concat();
    check(&again);
});
