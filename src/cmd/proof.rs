//! `kenpin proof`: which paper proves which units, how long, and what is left of them.

use super::args::InputArgs;
use super::{Exit, Screen, Stop, output, session};
use crate::model::{Asin, Head};
use crate::scan::{Book, Wanted};
use crate::write::{self, Format, Style};
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// `kenpin proof`.
#[derive(Debug, Args)]
pub struct ProofArgs {
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Show only this ASIN (repeatable)
    #[arg(long, value_name = "ASIN")]
    pub asin: Vec<String>,
    /// Show only ASINs with units in stock whose papers count for no more than so many days
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16))]
    pub expiring: Option<u16>,
    /// Format of what is printed
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = super::args::format)]
    pub format: Format,
    /// Also write the ledger to a file; its extension names the format (repeatable)
    #[arg(long, value_name = "FILE")]
    pub out: Vec<PathBuf>,
}

/// Tells the ledger. It ends with 1 when units in stock have no paper that counts or an ASIN lacks
/// something to hand in, with 3 when none does and something could not be judged.
pub(super) fn run(args: &ProofArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let formats = output::formats(&args.out)?;
    let asins = args.asin.iter().map(|word| asin(word));
    let wanted = Wanted {
        asins: asins.collect::<Result<_, _>>()?,
        expiring: args.expiring.map(i64::from),
    };
    session::judged(&args.input, &args.out, screen, |_, judged, screen| {
        for asin in &wanted.asins {
            if !judged.knows(*asin) {
                let values = vec![("asin", asin.to_string().into())];
                return Err(Stop::Said("proof-no-asin", values));
            }
        }
        let head = judged.head(env!("CARGO_PKG_VERSION"));
        let book = judged.ledger(&wanted);
        for (path, format) in args.out.iter().zip(&formats) {
            let style = Style {
                lang: screen.lang,
                width: output::FILE_WIDTH,
                color: false,
                all: true,
            };
            let write = |out: &mut dyn Write| render(out, *format, &head, &book, screen, &style);
            output::saved(write::save(path, write), path, args.input.quiet, screen)?;
        }
        let style = Style {
            lang: screen.lang,
            width: screen.width,
            color: true,
            all: !wanted.asins.is_empty(),
        };
        let mut out = std::mem::replace(&mut screen.out, Box::new(std::io::sink()));
        let done = render(&mut out, args.format, &head, &book, screen, &style);
        let done = done.and_then(|()| out.flush());
        screen.out = out;
        done?;
        Ok(exit(args, &book, &head))
    })
}

fn asin(word: &str) -> Result<Asin, Stop> {
    let asin = Asin::parse(word.trim().to_ascii_uppercase().as_bytes());
    asin.ok_or_else(|| Stop::Said("proof-asin", vec![("asin", word.into())]))
}

fn render(
    out: &mut dyn Write,
    format: Format,
    head: &Head,
    book: &Book<'_>,
    screen: &Screen,
    style: &Style,
) -> std::io::Result<()> {
    let (ledger, asins) = (book.head(head.run.clone()), book.asins());
    match format {
        Format::Table => write::proof(out, head, &ledger, asins, &screen.words, style),
        Format::Json => write::proof_json(out, &ledger, asins),
        Format::Csv => write::proof_csv(out, &ledger, asins, &screen.words, screen.lang),
    }
}

fn exit(args: &ProofArgs, book: &Book<'_>, head: &Head) -> Exit {
    let ledger = book.head(head.run.clone());
    let uncovered = ledger.totals.stock > ledger.totals.stock_covered;
    let expiring = args.expiring.is_some() && ledger.asins_shown > 0;
    Exit::of(
        uncovered || expiring || ledger.not_ready > 0,
        ledger.ready_unknown + ledger.stock_untold > 0,
    )
}
