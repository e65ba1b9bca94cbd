//! Numbers in folded text: digits, kanji, words.

use super::wording::Clocks;

/// A number and the bytes it stood at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Every number of a text, in its order.
pub(super) fn all(text: &str, clocks: &Clocks) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        let run = |is: fn(char) -> bool| {
            let rest = &text[at..];
            rest.find(|c| !is(c))
                .map_or(text.len(), |length| at + length)
        };
        let number = if c.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            text[at..end].parse().ok().map(|value| (value, end))
        } else if kanji_digit(c).is_some() || matches!(c, '十' | '百') {
            let end = run(|c| kanji_digit(c).is_some() || matches!(c, '十' | '百'));
            kanji(&text[at..end]).map(|value| (value, end))
        } else if c.is_ascii_alphabetic() {
            let end = run(|c| c.is_ascii_alphabetic() || c == '-');
            let word = &text[at..end];
            let end = if word.contains('-') && !clocks.numbers.contains_key(word) {
                at + word.find('-').unwrap_or(word.len())
            } else {
                end
            };
            let value = clocks.numbers.get(&text[at..end]).copied();
            match value {
                Some(value) => Some((value, end)),
                None => {
                    at = end.max(next);
                    continue;
                }
            }
        } else {
            None
        };
        match number {
            Some((value, end)) => {
                found.push(Number {
                    value,
                    start: at,
                    end,
                });
                at = end;
            }
            // Digits too long for a number are none, and their tail is none either.
            None if c.is_ascii_digit() => at = run(|c| c.is_ascii_digit()),
            None => at = next,
        }
    }
    found
}

fn kanji_digit(c: char) -> Option<u32> {
    let place = "〇一二三四五六七八九"
        .chars()
        .position(|digit| digit == c)?;
    u32::try_from(place).ok()
}

/// 十七, 九十, 二〇二六.
fn kanji(text: &str) -> Option<u32> {
    let (mut sum, mut digits) = (0u32, 0u32);
    for c in text.chars().take(8) {
        match (c, kanji_digit(c)) {
            ('百', _) => (sum, digits) = (sum + digits.max(1) * 100, 0),
            ('十', _) => (sum, digits) = (sum + digits.max(1) * 10, 0),
            (_, Some(digit)) => digits = digits.checked_mul(10)?.checked_add(digit)?,
            _ => return None,
        }
    }
    sum.checked_add(digits)
}

#[cfg(test)]
mod tests {
    use super::kanji;

    #[test]
    fn kanji_are_read_as_they_are_said() {
        for (text, value) in [
            ("十七", 17),
            ("九十", 90),
            ("七", 7),
            ("二〇二六", 2026),
            ("百八十", 180),
        ] {
            assert_eq!(kanji(text), Some(value), "{text}");
        }
    }
}
