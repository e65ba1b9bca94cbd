//! How cells look: one set of formats, colours by decision and severity.

use crate::model::{Decision, Severity};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// A font that Excel on Windows and on macOS has, and that LibreOffice replaces by its own.
const FONT: &str = "Yu Gothic";

/// Formats of the cells.
pub(super) struct Looks {
    /// Text on one line.
    pub(super) text: Format,
    /// Text that is broken to the width of its column.
    pub(super) long: Format,
    /// Heading of a column.
    pub(super) head: Format,
    /// Title of a sheet.
    pub(super) title: Format,
    /// Number.
    pub(super) number: Format,
    /// Yen.
    pub(super) yen: Format,
    /// Date.
    pub(super) day: Format,
    /// Link.
    pub(super) link: Format,
    /// Cell that the reader fills in.
    pub(super) own: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let plain = || {
            Format::new()
                .set_font_name(FONT)
                .set_font_size(10)
                .set_align(FormatAlign::Top)
        };
        Self {
            text: plain(),
            long: plain().set_text_wrap(),
            head: plain()
                .set_bold()
                .set_background_color(Color::RGB(0x00DD_E6F0))
                .set_border_bottom(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            title: plain().set_bold().set_font_size(14),
            number: plain().set_num_format("#,##0"),
            yen: plain().set_num_format("\"¥\"#,##0"),
            day: plain().set_num_format("yyyy-mm-dd"),
            link: plain()
                .set_font_color(Color::RGB(0x000B_5CAD))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single)
                .set_text_wrap(),
            own: plain()
                .set_background_color(Color::RGB(0x00FF_F8E1))
                .set_align(FormatAlign::Center),
        }
    }
}

/// Background and text of a decision; none for "ship", because it is no promise.
pub(super) fn decision(decision: Decision) -> Option<Format> {
    match decision {
        Decision::Stop => Some(colour_of_stop()),
        Decision::Hold => Some(colour_of_hold()),
        Decision::Ship => None,
    }
}

/// Text of a severity.
pub(super) fn severity(severity: Severity) -> Option<Format> {
    match severity {
        Severity::Critical => Some(colour_of_stop()),
        Severity::High => Some(colour(0x00FC_E8E9, 0x00B3_202C)),
        Severity::Medium => Some(colour_of_hold()),
        Severity::Low | Severity::Info => None,
    }
}

/// What must not go on.
pub(super) fn colour_of_stop() -> Format {
    colour(0x00F9_D5D7, 0x008F_1020)
}

/// What wants a look first.
pub(super) fn colour_of_hold() -> Format {
    colour(0x00FD_EBC8, 0x0070_4800)
}

fn colour(ground: u32, ink: u32) -> Format {
    Format::new()
        .set_background_color(Color::RGB(ground))
        .set_font_color(Color::RGB(ink))
}
