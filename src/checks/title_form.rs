//! `title-form`: half-width katakana, HTML, or too many characters in the title.

use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// Parameters of `title-form`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleForm {
    /// Half-width katakana make the risk.
    #[serde(default)]
    half_width_kana: bool,
    /// HTML makes the risk.
    #[serde(default)]
    html: bool,
    /// More than so many full-width characters make the risk; a half-width one counts half.
    #[serde(default)]
    max_full_width: Option<u64>,
}

impl Judge for TitleForm {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, stated: &mut Facts<'a>) -> Verdict {
        let listing = cx.inventory.item(item);
        if listing.title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        let title = cx.text(listing.title);
        let mut state = |fact: Fact<'a>| stated.state(|| fact.at(listing.origin));
        if self.half_width_kana
            && let Some(kana) = half_width_kana(title)
        {
            state(Fact::new("title-half-width-kana").with("matched", kana));
        }
        if self.html
            && let Some(html) = html(title)
        {
            state(Fact::new("title-html").with("matched", html));
        }
        if let Some(max) = self.max_full_width
            && let Some(width) = wider_than(title, max)
        {
            let fact = Fact::new("title-too-long").with("width", width);
            state(fact.with("max", max));
        }
        match stated.is_empty() {
            true => Verdict::Clear,
            false => Verdict::Risk,
        }
    }
}

/// The width in full-width characters, when it is more than `max`.
fn wider_than(title: &str, max: u64) -> Option<u64> {
    // No character is wider than it has bytes: most titles need not be counted.
    if title.len() as u64 <= max * 2 {
        return None;
    }
    let halves = half_widths(title);
    (halves > max * 2).then(|| halves.div_ceil(2))
}

/// The first run of half-width katakana.
fn half_width_kana(title: &str) -> Option<&str> {
    let is_kana = |c: char| matches!(c, '\u{ff66}'..='\u{ff9f}');
    let kana = |a, b: u8, c: u8| u8::from(is_narrow(a, b, c) & ((b != 0xbd) | (c >= 0xa6)));
    if sum_of_places(title.as_bytes(), kana) == 0 {
        return None;
    }
    let run = &title[title.find(is_kana)?..];
    Some(&run[..run.find(|c| !is_kana(c)).unwrap_or(run.len())])
}

/// The first tag or entity of HTML: `<br>`, `</b>`, `&nbsp;`, `&#39;`.
fn html(title: &str) -> Option<&str> {
    memchr::memchr2_iter(b'<', b'&', title.as_bytes()).find_map(|at| {
        let rest = &title[at..];
        let c = char::from(title.as_bytes()[at]);
        let (end, inside) = match c {
            '<' => (rest.find('>')?, rest[1..].trim_start_matches('/')),
            '&' => (rest.find(';')?, rest[1..].trim_start_matches('#')),
            _ => return None,
        };
        let body = &inside[..inside.find(['>', ';', ' ', '/']).unwrap_or(inside.len())];
        let named =
            (1..=10).contains(&body.len()) && body.bytes().all(|b| b.is_ascii_alphanumeric());
        // A tag begins with a letter; `<3` and `&;` are no HTML.
        let letter = c == '&' || body.starts_with(|c: char| c.is_ascii_alphabetic());
        (named && letter && end <= 40).then(|| &rest[..=end])
    })
}

/// Half-width places that a title takes: a Latin letter or a half-width katakana one, else two.
fn half_widths(title: &str) -> u64 {
    sum_of_places(title.as_bytes(), |a, b, c| {
        // By first bytes: one for those of characters up to U+00FF, two for all others.
        let latin = (a < 0x80) | (a == 0xc2) | (a == 0xc3);
        2 * u8::from(a & 0xc0 != 0x80) - u8::from(latin | is_narrow(a, b, c))
    })
}

/// True for the bytes of a half-width sign or katakana, U+FF61 to U+FF9F.
#[inline]
fn is_narrow(a: u8, b: u8, c: u8) -> bool {
    (a == 0xef) & ((b == 0xbd) & (c >= 0xa1) | (b == 0xbe) & (c <= 0x9f))
}

/// Places that are summed up in one go: twice as many fit a byte.
const BLOCK: usize = 64;

/// The sum of what every byte with the two behind it is worth, at most two each. No branch hangs on
/// a byte, so that the machine looks at many of them at once. Behind the text stands what continues
/// a character, as if it went on.
#[inline]
fn sum_of_places(bytes: &[u8], worth: impl Fn(u8, u8, u8) -> u8) -> u64 {
    let sum_of = |block: &[u8; BLOCK + 2]| {
        let places = (0..BLOCK).map(|at| worth(block[at], block[at + 1], block[at + 2]));
        u64::from(places.sum::<u8>())
    };
    let (mut sum, mut rest) = (0, bytes);
    while let Some(block) = rest.first_chunk() {
        sum += sum_of(block);
        rest = &rest[BLOCK..];
    }
    let mut last = [0x80; 2 * BLOCK + 2];
    last[..rest.len()].copy_from_slice(rest);
    let left = last.windows(BLOCK + 2).step_by(BLOCK);
    let left = left.take(rest.len().div_ceil(BLOCK));
    sum + left
        .filter_map(<[u8]>::first_chunk)
        .map(sum_of)
        .sum::<u64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_entities_are_html_and_hearts_are_not() {
        for (title, expected) in [
            ("皿<br>2枚", Some("<br>")),
            ("<b class=x>皿</b>", Some("<b class=x>")),
            ("皿</b>", Some("</b>")),
            ("皿&nbsp;2枚", Some("&nbsp;")),
            ("R&#39;s", Some("&#39;")),
            ("猫 <3 マグ", None),
            ("A & B; C", None),
            ("<限定> 皿", None),
            ("50<100>20", None),
            ("D&G; 箱", Some("&G;")),
        ] {
            assert_eq!(html(title), expected, "{title}");
        }
    }

    #[test]
    fn every_character_takes_one_place_or_two() {
        for c in (0..=0x1ffff).filter_map(char::from_u32) {
            let one = matches!(c, '\0'..='\u{ff}' | '\u{ff61}'..='\u{ff9f}');
            let title = format!("a{c}皿");
            assert_eq!(half_widths(&title), if one { 4 } else { 5 }, "{c:?}");
        }
        for n in [31, 95, 96, 97, 192, 1_000] {
            assert_eq!(half_widths(&"皿".repeat(n)), 2 * n as u64);
            assert_eq!(half_widths(&"a".repeat(n)), n as u64);
            assert_eq!(half_widths(&"ｶ".repeat(n)), n as u64);
        }
    }

    #[test]
    fn a_run_of_half_width_kana_is_shown_whole() {
        assert_eq!(half_width_kana("皿 ｶﾞﾗｽ 2枚"), Some("ｶﾞﾗｽ"));
        assert_eq!(half_width_kana("皿 ガラス ･ ｡"), None);
    }
}
