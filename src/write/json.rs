//! The report as JSON: the `Report` type, streamed, one finding a line so that two reports diff.

use super::escape;
use crate::model::{Findings, Head, ShipmentGate};
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use std::io::{self, Write};

/// Writes a report; equal to `serde_json` of a `Report`, but never in memory as a whole.
///
/// Characters that act on a terminal or hide text are written as `\uXXXX`, so that a report that is
/// printed does no harm; a JSON reader sees the same text.
///
/// # Errors
/// Those of `out` and of the findings.
pub fn json(
    out: &mut dyn Write,
    head: &Head,
    findings: &dyn Findings,
    suppressed: &dyn Findings,
) -> io::Result<()> {
    out.write_all(b"{\n")?;
    member(out, "schema", &head.schema)?;
    member(out, "run", &head.run)?;
    member(out, "summary", &head.summary)?;
    list(out, "coverage", &head.coverage)?;
    list(out, "files", &head.files)?;
    list(out, "unmatched", &head.unmatched)?;
    list(out, "issues", &head.issues)?;
    if let Some(drill) = &head.drill {
        member(out, "drill", drill)?;
    }
    if let Some(outlook) = &head.outlook {
        member(out, "outlook", outlook)?;
    }
    if !head.deadlines.is_empty() {
        list(out, "deadlines", &head.deadlines)?;
    }
    if let Some(changes) = &head.changes {
        member(out, "changes", changes)?;
    }
    if !head.trend.is_empty() {
        list(out, "trend", &head.trend)?;
    }
    stream(out, "findings", findings)?;
    out.write_all(b",\n")?;
    stream(out, "suppressed", suppressed)?;
    out.write_all(b"\n}\n")
}

/// Writes what became of a shipment plan, a line of it a line; acting characters as in [`json`].
///
/// # Errors
/// Those of `out`.
pub fn shipment_json(out: &mut dyn Write, gate: &ShipmentGate) -> io::Result<()> {
    out.write_all(b"{\n")?;
    member(out, "schema", &gate.schema)?;
    member(out, "run", &gate.run)?;
    member(out, "plan", &gate.plan)?;
    member(out, "summary", &gate.summary)?;
    list(out, "lines", &gate.lines)?;
    list(out, "fetch", &gate.fetch)?;
    list(out, "rules", &gate.rules)?;
    out.write_all(b"\"issues\":")?;
    item(out, &gate.issues)?;
    out.write_all(b"\n}\n")
}

/// Writes one value on one line; acting characters as in [`json`].
///
/// # Errors
/// Those of `out` and of the value.
pub fn value_json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    item(out, value)?;
    out.write_all(b"\n")
}

fn member(out: &mut dyn Write, name: &str, value: &impl Serialize) -> io::Result<()> {
    write!(out, "\"{name}\":")?;
    item(out, value)?;
    out.write_all(b",\n")
}

fn list(out: &mut dyn Write, name: &str, items: &[impl Serialize]) -> io::Result<()> {
    write!(out, "\"{name}\":[")?;
    for (place, value) in items.iter().enumerate() {
        out.write_all(if place == 0 { b"\n" } else { b",\n" })?;
        item(out, value)?;
    }
    out.write_all(if items.is_empty() { b"],\n" } else { b"\n],\n" })
}

fn stream(out: &mut dyn Write, name: &str, findings: &dyn Findings) -> io::Result<()> {
    write!(out, "\"{name}\":[")?;
    let mut any = false;
    findings.each(&mut |finding| {
        out.write_all(if any { b",\n" } else { b"\n" })?;
        any = true;
        item(out, &finding)
    })?;
    out.write_all(if any { b"\n]" } else { b"]" })
}

/// Writes one value as compact JSON in which nothing acts.
pub(super) fn item<W: Write + ?Sized>(out: &mut W, value: &impl Serialize) -> io::Result<()> {
    value
        .serialize(&mut Serializer::with_formatter(out, Quiet { page: false }))
        .map_err(io::Error::from)
}

/// Appends a value as one line of JSON, in which acting characters are escaped.
///
/// # Errors
/// Those of the value.
pub(super) fn push(text: &mut String, value: &impl Serialize) -> io::Result<()> {
    pushed(text, value, Quiet { page: false })
}

/// As [`push`], without a character that could end the element of a page which it stands in.
///
/// # Errors
/// Those of the value.
pub(super) fn push_in_page(text: &mut String, value: &impl Serialize) -> io::Result<()> {
    pushed(text, value, Quiet { page: true })
}

fn pushed(text: &mut String, value: &impl Serialize, quiet: Quiet) -> io::Result<()> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, quiet))?;
    text.push_str(&String::from_utf8(bytes).map_err(io::Error::other)?);
    Ok(())
}

/// Compact JSON in which acting characters are escaped, and in a page `<` as well.
#[derive(Clone, Copy)]
struct Quiet {
    page: bool,
}

impl Quiet {
    fn first(self, text: &str) -> Option<usize> {
        let acting = escape::first_acting(text);
        let until = acting.unwrap_or(text.len());
        let tag = text[..until].find('<').filter(|_| self.page);
        tag.or(acting)
    }
}

impl Formatter for Quiet {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = self.first(rest) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let mut chars = rest[at..].chars();
            if let Some(c) = chars.next() {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = chars.as_str();
        }
        CompactFormatter.write_string_fragment(writer, rest)
    }
}
