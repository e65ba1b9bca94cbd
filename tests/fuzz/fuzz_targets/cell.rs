//! Fuzz target: any text as a cell, to every parser.
#![no_main]

use kenpin::read::cell::{self, Cell};
use libfuzzer_sys::fuzz_target;

fn sound<T: std::fmt::Debug>(cell: &Cell<T>, text: &str) {
    assert!(!(cell.bad && cell.value.is_some()), "{text:?}: {cell:?}");
    assert!(
        cell.bad || cell.value.is_some() || cell.repair.is_none(),
        "{text:?}: {cell:?}"
    );
}

fn again<T: std::fmt::Debug + PartialEq + Copy>(
    text: &str,
    parse: impl Fn(&str) -> Cell<T>,
    write: impl Fn(T) -> String,
) {
    let cell = parse(text);
    sound(&cell, text);
    if let Some(value) = cell.value {
        let written = write(value);
        assert_eq!(
            parse(&written).value,
            Some(value),
            "{text:?} as {written:?}"
        );
    }
}

fuzz_target!(|data: &[u8]| {
    let whole = String::from_utf8_lossy(data);
    let (format, text) = whole.split_once('\n').unwrap_or(("%d/%m/%Y", &whole));
    let free = cell::text(text);
    sound(&free, text);
    if let Some(inside) = free.value {
        assert!(text.contains(inside) && !inside.is_empty());
    }
    again(text, cell::asin, |v| v.to_string());
    again(text, cell::jan, |v| v.to_string());
    again(text, cell::units, |v| v.to_string());
    again(text, cell::yen, |v| v.0.to_string());
    again(text, cell::condition, |v| v.code().to_string());
    again(text, |t| cell::day(t, None), |v| v.to_string());
    sound(&cell::day(text, Some(format)), text);
    sound(&cell::order_id(text), text);
});
