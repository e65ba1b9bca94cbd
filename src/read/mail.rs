//! Mails as text: MIME parts, transfer encodings, character sets, HTML; or text that was pasted.

mod html;

use crate::model::{Day, Letter};
use encoding_rs::{ISO_2022_JP, SHIFT_JIS, UTF_8};
use mail_parser::{DateTime, Encoding, Message, MessageParser, MessagePart, PartType};

/// No notice is longer; what lies behind is cut off, in characters.
const LONGEST: usize = 400_000;

/// Headers of which two make a mail; the pasted text of a mail program may begin with them too.
const HEADERS: &[&str] = &[
    "from:",
    "to:",
    "subject:",
    "date:",
    "received:",
    "return-path:",
    "mime-version:",
    "content-type:",
    "message-id:",
    "delivered-to:",
    "reply-to:",
    "x-mailer:",
];

/// Reads a mail (`.eml`) or pasted text. Nothing is refused: what cannot be decoded is replaced.
#[must_use]
pub fn letter(bytes: &[u8]) -> Letter {
    let mut letter = match is_mail(bytes) {
        true => mail(bytes),
        false => Letter {
            text: decoded(bytes),
            ..Letter::default()
        },
    };
    if let Some((end, _)) = letter.text.char_indices().nth(LONGEST) {
        letter.text.truncate(end);
    }
    letter
}

/// True for bytes that begin with headers of a mail.
fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(16 << 10)];
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let head = text.lines().take_while(|line| !line.trim().is_empty());
    let known = head.filter(|line| {
        let line = line.to_ascii_lowercase();
        HEADERS.iter().any(|header| line.starts_with(header))
    });
    known.count() >= 2
}

fn mail(bytes: &[u8]) -> Letter {
    // What stands in front of the first header (a mark, blank lines) would end the headers.
    let start = bytes.iter().position(u8::is_ascii_alphabetic).unwrap_or(0);
    let bytes = &bytes[start..];
    // Text that was pasted with its headers names no character set and no parts.
    let declared = find(bytes, b"content-type");
    let converted;
    let bytes = match declared || std::str::from_utf8(bytes).is_ok() {
        true => bytes,
        false => {
            converted = decoded(bytes);
            converted.as_bytes()
        }
    };
    match MessageParser::default().parse(bytes) {
        Some(message) => of(&message, bytes, 3),
        None => Letter {
            text: decoded(bytes),
            ..Letter::default()
        },
    }
}

fn find(bytes: &[u8], word: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 << 10)];
    head.windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word))
}

/// The letter of a parsed mail; a mail that only carries another one is that other one.
fn of(message: &Message<'_>, bytes: &[u8], depth: u8) -> Letter {
    let sender = message.from().and_then(|from| from.first());
    let letter = Letter {
        subject: raw_text(message.subject().unwrap_or_default()),
        sender: sender
            .and_then(|a| a.address())
            .unwrap_or_default()
            .to_owned(),
        day: message.date().and_then(day),
        text: body(message, bytes),
    };
    let inside = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inside) if depth > 0 => Some(of(inside, inside.raw_message(), depth - 1)),
        _ => None,
    });
    match inside {
        // A few words above an attached mail are the forwarder's.
        Some(inside) if letter.text.chars().count() < 600 && !inside.text.trim().is_empty() => {
            inside
        }
        _ => letter,
    }
}

/// The plain text, or the HTML where it says more: some plain parts only say "see the HTML part".
fn body(message: &Message<'_>, bytes: &[u8]) -> String {
    let (mut plain, mut rich) = (String::new(), String::new());
    for part in &message.parts {
        match &part.body {
            PartType::Text(text) if !is_file(part) => push(&mut plain, &text_of(part, text, bytes)),
            PartType::Html(html) if !is_file(part) => {
                push(&mut rich, &html::text(&text_of(part, html, bytes)));
            }
            _ => {}
        }
    }
    let weight = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    match weight(&plain) * 3 >= weight(&rich) {
        true => plain,
        false => rich,
    }
}

fn push(all: &mut String, text: &str) {
    if all.len() < LONGEST * 4 {
        all.push_str(text);
        all.push('\n');
    }
}

/// True for a part that was attached as a file.
fn is_file(part: &MessagePart<'_>) -> bool {
    use mail_parser::MimeHeaders as _;
    part.content_disposition()
        .is_some_and(mail_parser::ContentType::is_attachment)
}

/// The text of a part; one whose declared character set is wrong or missing is decoded by its bytes.
fn text_of(part: &MessagePart<'_>, text: &str, bytes: &[u8]) -> String {
    if !text.contains('\u{fffd}') {
        return raw_text(text);
    }
    let raw = bytes.get(part.offset_body as usize..part.offset_end as usize);
    match (part.encoding, raw) {
        (Encoding::None, Some(raw)) => {
            let again = decoded(raw);
            let bad = |text: &str| text.matches('\u{fffd}').count();
            match bad(&again) < bad(text) {
                true => again,
                false => text.to_owned(),
            }
        }
        _ => text.to_owned(),
    }
}

/// ISO-2022-JP that nobody declared still stands in the text as its escape sequences.
fn raw_text(text: &str) -> String {
    match has_escapes(text.as_bytes()) {
        true => ISO_2022_JP.decode(text.as_bytes()).0.into_owned(),
        false => text.to_owned(),
    }
}

fn has_escapes(bytes: &[u8]) -> bool {
    let shifts: [&[u8]; 3] = [b"\x1b$B", b"\x1b$@", b"\x1b(I"];
    shifts
        .iter()
        .any(|shift| memchr::memmem::find(bytes, shift).is_some())
}

/// Text by its bytes: a mark, ISO-2022-JP by its escapes, UTF-8, else CP932.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(&bytes[length..]).0.into_owned();
    }
    if has_escapes(bytes) {
        return ISO_2022_JP.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let (japanese, _, wrong) = SHIFT_JIS.decode(bytes);
            match wrong {
                false => japanese.into_owned(),
                true => {
                    // Broken either way: the reading with fewer holes.
                    let (utf8, _, _) = UTF_8.decode(bytes);
                    let bad = |text: &str| text.matches('\u{fffd}').count();
                    match bad(&japanese) < bad(&utf8) {
                        true => japanese.into_owned(),
                        false => utf8.into_owned(),
                    }
                }
            }
        }
    }
}

/// The day of a time in Japan.
fn day(time: &DateTime) -> Option<Day> {
    let stamp = jiff::Timestamp::from_second(time.to_timestamp()).ok()?;
    time.is_valid()
        .then(|| stamp.to_zoned(jiff::tz::offset(9).to_time_zone()).date())
}

/// The day in Japan of a date as mail headers write it (`Fri, 20 Nov 2026 23:10:00 +0000`).
#[must_use]
pub fn header_day(text: &str) -> Option<Day> {
    DateTime::parse_rfc822(text.trim()).as_ref().and_then(day)
}
