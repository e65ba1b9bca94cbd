//! Which byte separates cells and which ends lines, told by the first lines.

use super::{OpenError, Quoting};

/// Candidates, preferred in this order when the lines speak for several alike.
const CANDIDATES: &[u8] = b"\t,;";
/// Lines that are looked at.
const LINES: usize = 50;

/// Refuses a hint that cannot separate cells.
pub(super) fn check(hint: Option<u8>) -> Result<(), OpenError> {
    match hint {
        Some(b @ (b'"' | b'\n' | b'\r' | 0x80..)) => Err(OpenError::BadDelimiter(b)),
        _ => Ok(()),
    }
}

/// The byte that ends lines: LF wherever there is one, so that a CR inside a cell is data.
pub(super) fn terminator(sample: &[u8]) -> u8 {
    let has = |b| memchr::memchr(b, sample).is_some();
    if has(b'\r') && !has(b'\n') {
        b'\r'
    } else {
        b'\n'
    }
}

/// The separator: the candidate that stands equally often in the most lines.
pub(super) fn tell(sample: &[u8], terminator: u8) -> u8 {
    let lines: Vec<&[u8]> = sample
        .split(|b| *b == terminator)
        .filter(|line| line.iter().any(|b| !b.is_ascii_whitespace()))
        .take(LINES)
        .collect();
    // Excel's own directive on the first line.
    if let Some(
        [
            b's' | b'S',
            b'e' | b'E',
            b'p' | b'P',
            b'=',
            named,
            rest @ ..,
        ],
    ) = lines.first()
        && (rest.is_empty() || rest == b"\r")
        && CANDIDATES.contains(named)
    {
        return *named;
    }
    let mut best = (0, 0, b',');
    for delimiter in CANDIDATES.iter().copied() {
        let mut counts: Vec<usize> = lines
            .iter()
            .map(|line| count(line, delimiter))
            .filter(|count| *count > 0)
            .collect();
        counts.sort_unstable();
        let (lines, per_line) = counts
            .chunk_by(|a, b| a == b)
            .map(|same| (same.len(), same[0]))
            .max()
            .unwrap_or_default();
        // A header alone, or rows with one stray comma each: more cells speak louder.
        if lines * per_line > best.0 * best.1 {
            best = (lines, per_line, delimiter);
        }
    }
    best.2
}

/// Separators outside quotes; `"` is no quote in tab-separated text.
fn count(line: &[u8], delimiter: u8) -> usize {
    if delimiter == b'\t' || memchr::memchr(b'"', line).is_none() {
        return memchr::memchr_iter(delimiter, line).count();
    }
    let mut quoted = false;
    let mut count = 0;
    for b in line {
        quoted ^= *b == b'"';
        count += usize::from(*b == delimiter && !quoted);
    }
    count
}

/// How a sample is quoted: tab-separated text only when its first row has nothing but quoted cells.
pub(super) fn quoting(sample: &[u8], delimiter: u8, terminator: u8) -> Quoting {
    let first = sample
        .split(|b| *b == terminator)
        .find(|line| line.contains(&delimiter));
    let quoted = |line: &[u8]| {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        line.split(|b| *b == delimiter)
            .all(|cell| cell.len() > 1 && cell.starts_with(b"\"") && cell.ends_with(b"\""))
    };
    if delimiter != b'\t' || first.is_some_and(quoted) {
        Quoting::On
    } else {
        Quoting::Off
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (u8, u8, Quoting) {
        let end = terminator(text.as_bytes());
        let delimiter = tell(text.as_bytes(), end);
        (end, delimiter, quoting(text.as_bytes(), delimiter, end))
    }

    #[test]
    fn the_separator_is_told_by_the_first_lines() {
        let tabs = "商品名\tSKU\t価格\r\nA, B, C, D, E\ts\t1\r\n\"x, y\tt\t2\r\n";
        assert_eq!(told(tabs), (b'\n', b'\t', Quoting::Off));
        assert_eq!(told("a,b;x,c\n\"1;2,3\",4,5\n"), (b'\n', b',', Quoting::On));
        assert_eq!(told("a;b;c\n1,5;2,5;3\n"), (b'\n', b';', Quoting::On));
        assert_eq!(told("sep=;\r\na,b;c,d\r\n1,2;3,4").1, b';');
        assert_eq!(told("\"a\"\t\"b\"\n\"1\"\t\"2\"\n").2, Quoting::On);
        assert_eq!(told("one\ntwo\n"), (b'\n', b',', Quoting::On));
        assert_eq!(told("a,b\r1,2\r").0, b'\r');
        let note = "ASIN、JANはどちらか一方のみ記載してください。\r\nSKU,ASIN,JAN\r\n";
        assert_eq!(told(note).1, b',');
    }
}
