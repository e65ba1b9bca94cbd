//! Where a report goes: onto the screen in one format, into files by their extension.

use super::args::OutputArgs;
use super::{Screen, Stop};
use crate::model::{Findings, Head};
use crate::write::{self, Format, Parts, ReportFormat, SaveError, Style, UnknownFormat, Whole};
use std::path::{Path, PathBuf};

/// Cells of a line of a report in a file.
pub(super) const FILE_WIDTH: usize = 100;

/// The formats that were asked for; made before anything is read.
pub(super) struct Output<'a> {
    args: &'a OutputArgs,
    quiet: bool,
    formats: Vec<ReportFormat>,
    parts: Parts,
}

impl<'a> Output<'a> {
    /// What the arguments ask for.
    ///
    /// A format of bytes is not printed onto a terminal.
    pub(super) fn new(args: &'a OutputArgs, quiet: bool, screen: &Screen) -> Result<Self, Stop> {
        if args.format.is_binary() && screen.terminal {
            return Err(Stop::Said("scan-binary", Vec::new()));
        }
        Ok(Self {
            args,
            quiet,
            formats: by_extension(&args.out, ReportFormat::of_path)?,
            parts: super::load::parts(),
        })
    }

    /// True when a format tells more than the findings: how the proofs stand, today and ahead.
    pub(super) fn looked_at(&self) -> bool {
        let mut formats = self.formats.iter().chain([&self.args.format]);
        formats.any(|format| match format {
            ReportFormat::Plain(format) => *format == Format::Json,
            format => *format != ReportFormat::Jsonl,
        })
    }

    /// Saves the report into every file, then prints it.
    pub(super) fn put(
        &self,
        head: &Head,
        findings: &dyn Findings,
        suppressed: &dyn Findings,
        screen: &mut Screen,
    ) -> Result<(), Stop> {
        for (path, format) in self.args.out.iter().zip(&self.formats) {
            let whole = self.whole(head, findings, suppressed, screen);
            let style = Style {
                lang: screen.lang,
                width: FILE_WIDTH,
                color: false,
                all: true,
            };
            let done = write::save(path, |out| write::render(out, *format, &whole, &style));
            saved(done, path, self.quiet, screen)?;
        }
        let mut out = std::mem::replace(&mut screen.out, Box::new(std::io::sink()));
        let style = Style {
            lang: screen.lang,
            width: screen.width,
            color: true,
            all: self.args.verbose,
        };
        let whole = self.whole(head, findings, suppressed, screen);
        let done =
            write::render(&mut out, self.args.format, &whole, &style).and_then(|()| out.flush());
        screen.out = out;
        Ok(done?)
    }

    fn whole<'w>(
        &'w self,
        head: &'w Head,
        findings: &'w dyn Findings,
        suppressed: &'w dyn Findings,
        screen: &'w Screen,
    ) -> Whole<'w> {
        Whole {
            head,
            findings,
            suppressed,
            words: &screen.words,
            parts: &self.parts,
        }
    }
}

/// Says that a file was written, or why not.
pub(super) fn saved(
    saved: Result<(), SaveError>,
    path: &Path,
    quiet: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    saved.map_err(|error| {
        let what = error.say(&screen.words, screen.lang);
        Stop::Said("scan-save", vec![("what", what.into())])
    })?;
    if !quiet {
        screen.tell("scan-saved", &[("path", path.display().to_string().into())])?;
    }
    Ok(())
}

/// The formats of the tables to write, by the extensions of their files.
pub(super) fn formats(out: &[PathBuf]) -> Result<Vec<Format>, Stop> {
    by_extension(out, Format::of_path)
}

fn by_extension<T>(
    out: &[PathBuf],
    of_path: fn(&Path) -> Result<T, UnknownFormat>,
) -> Result<Vec<T>, Stop> {
    let format = |path: &PathBuf| {
        of_path(path).map_err(|unknown| {
            let path = path.display().to_string();
            Stop::Said(
                "scan-format",
                vec![("path", path.into()), ("known", unknown.known.into())],
            )
        })
    };
    out.iter().map(format).collect()
}
