//! Progress on stderr for long work: rate and time left, and nothing where no terminal is.

use super::Screen;
use crate::read::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A progress bar; hides itself when stderr is no terminal or nothing was wanted.
pub(super) struct Bar {
    bar: ProgressBar,
    judging: String,
}

impl Bar {
    pub(super) fn new(screen: &Screen, quiet: bool) -> Self {
        let bar = ProgressBar::new(0);
        bar.set_draw_target(if quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        });
        bar.set_style(style(
            "{msg:24!} {bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta}",
        ));
        bar.set_message(screen.say("scan-reading", &[]));
        Self {
            bar,
            judging: screen.say("scan-judging", &[]),
        }
    }

    /// From here on pages are counted.
    pub(super) fn judging(&self, pages: u64) {
        self.bar
            .set_style(style("{msg:24!} {bar:30} {pos}/{len} {per_sec} {eta}"));
        self.bar.set_length(pages);
        self.bar.set_position(0);
        self.bar.set_message(self.judging.clone());
    }

    /// From here on something is counted, under that name.
    #[cfg(feature = "net")]
    pub(super) fn counting(&self, name: String, number: u64) {
        self.judging(number);
        self.bar.set_message(name);
    }

    /// From here on bytes come in, nobody knows how many.
    #[cfg(feature = "net")]
    pub(super) fn receiving(&self, name: String) {
        self.bar
            .set_style(style("{msg} {bytes} {bytes_per_sec} {elapsed}"));
        self.bar.set_position(0);
        self.bar.reset_elapsed();
        self.bar.set_message(name);
    }

    pub(super) fn step(&self, pages: u64) {
        self.bar.inc(pages);
    }

    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    // A template that indicatif refuses would be a plain bar, never an error of a scan.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl Progress for Bar {
    fn started(&self, total_bytes: u64) {
        self.bar.set_length(total_bytes);
    }

    fn advanced(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    fn file(&self, _name: &str) {}
}
