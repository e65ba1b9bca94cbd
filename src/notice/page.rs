//! A mail as lines in zones and as sentences: what is new, what is quoted, what is a footer.

use super::data::Data;
use super::dates;
use super::wording::Head;
use crate::model::{Day, Letter};
use crate::text::{Class, fold};

/// Sentences end here at the latest, in characters: nobody writes longer ones.
const LONGEST_SENTENCE: usize = 1_000;
/// A line of at least so many characters may have been wrapped.
const WRAPPED: usize = 18;
/// Lines that stand in front of a head of a mail when it is that of an earlier one.
const LEAD: usize = 2;
/// Lines behind a sender in which the rest of such a head stands.
const BLOCK: usize = 5;
/// Lines of the longest text that is judged.
const MOST_LINES: usize = 20_000;

/// What part of a mail a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// The subject.
    Subject,
    /// What the mail itself says.
    Fresh,
    /// What it repeats of an earlier mail.
    Quoted,
    /// Links and policies at its end.
    Footer,
}

/// A line without marks of quoting, invisible characters and blanks at its ends.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// Its number in the text, from 1; 0 is the subject.
    pub(super) number: u32,
    pub(super) zone: Zone,
}

/// A sentence as it stood, with blanks that mean nothing taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Raw {
    pub(super) text: String,
    /// Bytes of `text` from which on a line stood, ascending.
    pub(super) lines: Vec<(usize, u32)>,
}

/// A mail in lines.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// Day that a head line of pasted text tells.
    pub(super) sent: Option<Day>,
    /// Day that the head of a quoted mail tells.
    pub(super) sent_below: Option<Day>,
    forwards: bool,
    amazon_below: bool,
}

impl Page {
    pub(super) fn of(letter: &Letter, data: &Data) -> Self {
        let mut page = Self {
            lines: Vec::new(),
            sent: None,
            sent_below: None,
            forwards: false,
            amazon_below: false,
        };
        let subject = clean(&letter.subject);
        page.forwards = data.marks.is_forward_subject(&fold(&subject));
        page.push(subject, 0, Zone::Subject);
        let (mut below, mut footer, mut written) = (false, false, 0usize);
        for (number, line) in letter.text.lines().take(MOST_LINES).enumerate() {
            let line = clean(line);
            let (bare, marked) = unquoted(&line);
            let number = number as u32 + 1;
            let folded = fold(bare.chars().take(200).collect::<String>().as_str());
            if data.marks.forwards(&folded) {
                page.forwards = true;
                below = true;
            } else if data.marks.cuts(&folded) {
                below = true;
            }
            let head = data.marks.head(&folded);
            if !below
                && written >= LEAD
                && head == Some(Head::Sender)
                && is_block(&letter.text, number, data)
            {
                // Outlook quotes without any other mark.
                below = true;
                page.amazon_below = true;
            }
            if let Some(head) = head {
                page.head(head, bare, below || marked, written);
            }
            footer |= !below && !marked && written > 1 && data.marks.footer(&folded);
            let zone = match (below || marked, footer) {
                (true, _) => Zone::Quoted,
                (false, true) => Zone::Footer,
                (false, false) => Zone::Fresh,
            };
            let is_head = head.is_some() && (below || marked || written < 8);
            let subject = head == Some(Head::Subject);
            let text = bare.to_owned();
            written += usize::from(zone == Zone::Fresh && !text.is_empty());
            match (is_head, subject, zone) {
                (true, true, _) => page.push(after_colon(&text).to_owned(), number, zone),
                (true, false, _) => {}
                _ => page.push(text, number, zone),
            }
        }
        page
    }

    fn push(&mut self, text: String, number: u32, zone: Zone) {
        self.lines.push(Line { text, number, zone });
    }

    /// Takes the date or sender of a head line.
    fn head(&mut self, head: Head, line: &str, below: bool, written: usize) {
        let value = after_colon(line);
        match head {
            Head::Date => {
                let day = dates::stated_day(value);
                match below {
                    true => self.sent_below = self.sent_below.or(day),
                    false if written < 8 => self.sent = self.sent.or(day),
                    false => {}
                }
            }
            Head::Sender => self.amazon_below |= below && fold(value).contains("amazon"),
            Head::Subject | Head::Other => {}
        }
    }

    /// True for a mail whose text is another mail: it was forwarded, or nothing was written above.
    pub(super) fn is_forwarded(&self) -> bool {
        let fresh = self.lines.iter().filter(|line| line.zone == Zone::Fresh);
        let length: usize = fresh.map(|line| line.text.chars().count()).sum();
        let quoted = self.lines.iter().any(|line| line.zone == Zone::Quoted);
        quoted && (self.forwards || length < 15 || (self.amazon_below && length < 400))
    }

    /// The sentences of some zones.
    pub(super) fn sentences(&self, zones: &[Zone]) -> Vec<Raw> {
        let mut sentences = Vec::new();
        let mut open = Raw::default();
        let mut before: Option<&Line> = None;
        for line in self.lines.iter().filter(|line| zones.contains(&line.zone)) {
            let goes_on = before.is_some_and(|before| {
                before.number + 1 == line.number
                    && before.zone == line.zone
                    && goes_on(&before.text, &line.text)
            });
            if !goes_on {
                close(&mut sentences, &mut open);
            }
            add(&mut sentences, &mut open, line);
            before = Some(line);
        }
        close(&mut sentences, &mut open);
        sentences
    }
}

/// True where the lines behind a sender are those of a head of a mail.
fn is_block(text: &str, sender: u32, data: &Data) -> bool {
    let behind = text.lines().skip(sender as usize).take(BLOCK);
    let heads = behind.filter_map(|line| {
        let line: String = clean(line).chars().take(200).collect();
        data.marks.head(&fold(unquoted(&line).0))
    });
    heads.count() >= 2
}

fn close(sentences: &mut Vec<Raw>, open: &mut Raw) {
    if !open.text.trim().is_empty() {
        sentences.push(std::mem::take(open));
    }
    *open = Raw::default();
}

/// Adds a line to the open sentence; each end of a sentence in it closes one.
fn add(sentences: &mut Vec<Raw>, open: &mut Raw, line: &Line) {
    let last = open.text.chars().next_back();
    let first = line.text.chars().next();
    if let (Some(last), Some(first)) = (last, first)
        && !(wide(last) && wide(first))
        && last != ' '
    {
        open.text.push(' ');
    }
    open.lines.push((open.text.len(), line.number));
    let chars: Vec<char> = line.text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let next = chars.get(at + 1).copied();
        let blank = c.is_whitespace();
        let before = open.text.chars().next_back();
        // Blanks between Japanese characters and runs of blanks mean nothing.
        let idle = blank
            && (before.is_none_or(|b| b == ' ')
                || (before.is_some_and(wide)
                    && next.is_some_and(|n| wide(n) || n.is_whitespace())));
        if !idle {
            open.text.push(if blank { ' ' } else { *c });
        }
        let after = chars[at + 1..].iter().copied();
        if ends(*c, after) || open.text.len() > LONGEST_SENTENCE * 3 {
            close(sentences, open);
            open.lines.push((0, line.number));
        }
    }
}

/// True when a sentence ends with this character.
fn ends(c: char, mut after: impl Iterator<Item = char>) -> bool {
    match c {
        '。' | '．' | '！' | '？' | '!' | '?' | '｡' => true,
        '.' => {
            let next = after.next();
            let then = after.next();
            next.is_none_or(char::is_whitespace)
                && then.is_none_or(|c| c.is_uppercase() || !c.is_alphabetic() || wide(c))
        }
        _ => false,
    }
}

/// True when the second line is the first one's end, wrapped by a mail program.
fn goes_on(before: &str, line: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), line.chars().next()) else {
        return false;
    };
    if matches!(
        last,
        ':' | '：' | '。' | '.' | '!' | '?' | '！' | '？' | ';'
    ) || is_bullet(line)
    {
        return false;
    }
    if matches!(last, '、' | ',' | '，') {
        return true;
    }
    let label = line.chars().take(24).any(|c| matches!(c, ':' | '：' | '='));
    if wide(last) && wide(first) {
        return before.chars().count() >= WRAPPED && !label && !is_bullet(before);
    }
    if last.is_ascii_alphanumeric() || last == ')' || last == '-' {
        let lower = first.is_ascii_lowercase();
        let long = before.chars().count() >= 40;
        return (lower || (long && !label)) && (long || before.chars().count() >= WRAPPED);
    }
    before.chars().count() >= WRAPPED * 2 && !label
}

pub(super) fn is_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    let first = chars.next().unwrap_or(' ');
    let second = chars.next().unwrap_or(' ');
    matches!(
        first,
        '・' | '●'
            | '○'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '▼'
            | '▽'
            | '★'
            | '☆'
            | '※'
            | '*'
            | '-'
            | '•'
            | '–'
            | '—'
            | '【'
            | '▪'
            | '→'
            | '='
            | '('
            | '（'
            | '『'
            | '＊'
            | '－'
            | '①'..='⑳'
    ) || (first.is_numeric() && matches!(second, '.' | ')' | '）' | '．' | '、' | ':'))
}

/// True for characters of a script that is written without blanks.
fn wide(c: char) -> bool {
    matches!(
        Class::of(c),
        Class::Kanji | Class::Hiragana | Class::Katakana
    ) || matches!(
        c,
        '、' | '。' | '「' | '」' | '・' | '（' | '）' | '：' | '！' | '？' | '【' | '】'
    )
}

/// What stands behind the first colon of a head line.
pub(super) fn after_colon(line: &str) -> &str {
    let at = line
        .char_indices()
        .find(|(_, c)| matches!(c, ':' | '：' | '﹕' | '\t'));
    at.map_or("", |(at, c)| line[at + c.len_utf8()..].trim())
}

/// A line without its marks of quoting; true where it had some.
fn unquoted(line: &str) -> (&str, bool) {
    let bare = line.trim_start_matches(['>', '＞', '|', '｜', ' ', '\u{3000}']);
    let marks = line[..line.len() - bare.len()].chars();
    let quoted = marks.clone().any(|c| matches!(c, '>' | '＞'));
    match quoted {
        true => (bare.trim(), true),
        false => (line.trim(), false),
    }
}

/// A line without characters that cannot be seen, its quotation marks and dashes made plain.
fn clean(line: &str) -> String {
    let seen = line.chars().filter(|c| !invisible(*c));
    let plain: String = seen
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t' | '\u{3000}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    plain.trim().to_owned()
}

/// Characters that take no room: they split a word for a machine only.
fn invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}'
    )
}
