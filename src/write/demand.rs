//! The sheet of a pack of papers: the facts of a notice in Markdown.

use super::markdown::plain;
use super::{Words, phrase};
use crate::model::{
    AskedUnits, CauseSku, Demand, DemandAsin, DemandPaper, DemandSupplier, Evidence, Lang,
    PaperUse, Value,
};
use std::io::{self, Write};

/// Offers that the sheet lists for one cause; the table beside it has all.
const OFFERS: usize = 200;

/// Writes the sheet: what is asked for, what is at hand and missing for every ASIN, and the facts
/// for a plan. Text of the input is escaped.
///
/// # Errors
/// Those of `out`.
pub fn demand_sheet(
    out: &mut dyn Write,
    demand: &Demand,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let mut sheet = Sheet { out, words, lang };
    sheet.head(demand)?;
    for asin in &demand.asins {
        sheet.asin(demand, asin)?;
    }
    sheet.left_out(demand)?;
    sheet.causes(demand)?;
    sheet.own(demand)
}

struct Sheet<'a> {
    out: &'a mut dyn Write,
    words: &'a Words,
    lang: Lang,
}

impl Sheet<'_> {
    fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value)).collect();
        self.words.say(self.lang, id, &args)
    }

    fn line(&mut self, id: &str, args: &[(&str, Value)]) -> io::Result<()> {
        let said = self.say(id, args);
        writeln!(self.out, "- {}", plain(&said))
    }

    fn heading(&mut self, id: &str, args: &[(&str, Value)]) -> io::Result<()> {
        let said = self.say(id, args);
        writeln!(self.out, "\n## {}\n", plain(&said))
    }

    fn named(&self, all: impl Iterator<Item = String>) -> Value {
        let named: Vec<_> = all
            .map(|w| self.words.word(self.lang, &w).into_owned())
            .collect();
        Value::Text(named.join(match self.lang {
            Lang::Ja => "、",
            Lang::En => ", ",
        }))
    }

    fn head(&mut self, demand: &Demand) -> io::Result<()> {
        let (notice, asked) = (&demand.notice, &demand.asked);
        let title = [
            ("id", notice.id.as_str().into()),
            ("kind", Value::word(notice.kind)),
        ];
        let title = self.say("ui-pack-title", &title);
        writeln!(self.out, "# {}\n", plain(&title))?;
        for warning in ["ui-pack-unaltered", "ui-pack-for-you", "ui-pack-pictures"] {
            let warning = self.say(warning, &[]);
            writeln!(self.out, "> {}\n>", plain(&warning))?;
        }
        let promise = self.say("ui-pack-no-promise", &[]);
        writeln!(self.out, "> {}\n", plain(&promise))?;
        let received = [
            ("day", notice.received.into()),
            ("today", demand.run.today.into()),
        ];
        self.line("ui-pack-received", &received)?;
        if let Some(day) = notice.deadline {
            let rule = Value::from(notice.deadline_rule.as_str());
            self.line("ui-pack-deadline", &[("day", day.into()), ("rule", rule)])?;
        }
        if notice.appeals > 0 {
            let n = [
                ("appeals", notice.appeals.into()),
                ("refused", notice.refused.into()),
            ];
            self.line("ui-pack-appeals", &n)?;
        }
        if !notice.rights_holder.is_empty() {
            let claim = notice.claim_type.map(Value::word);
            let name = Value::from(notice.rights_holder.as_str());
            self.line("ui-pack-holder", &[("name", name), ("claim", claim.into())])?;
        }
        let kinds = self.named(asked.papers.iter().map(|kind| format!("paper-{kind}")));
        match (asked.papers.is_empty(), asked.named) {
            (true, _) => self.line("ui-pack-asks-no-paper", &[])?,
            (_, true) => self.line("ui-pack-asked", &[("papers", kinds)])?,
            (_, false) => self.line("ui-pack-usually-asked", &[("papers", kinds)])?,
        }
        self.terms(demand)?;
        let (missing, open) = (demand.missing.into(), demand.not_judged.into());
        self.line("ui-pack-sum", &[("missing", missing), ("open", open)])
    }

    fn terms(&mut self, demand: &Demand) -> io::Result<()> {
        let asked = &demand.asked;
        let types = self.named(asked.types.iter().map(ToString::to_string));
        self.line("ui-pack-types", &[("types", types)])?;
        if let Some(days) = asked.days {
            self.line("ui-pack-days", &[("days", days.into())])?;
        }
        match asked.units {
            Some(AskedUnits::Sold) => self.line("ui-pack-units-sold", &[]),
            Some(AskedUnits::Stock) => self.line("ui-pack-units-stock", &[]),
            None => Ok(()),
        }
    }

    fn asin(&mut self, demand: &Demand, asin: &DemandAsin) -> io::Result<()> {
        let title = format!("{} {}", asin.asin, asin.title);
        writeln!(self.out, "\n## {}\n", plain(title.trim()))?;
        if asin.known {
            self.figures(asin)?;
        }
        for number in &asin.papers {
            let papers = demand.papers.iter();
            if let Some(paper) = papers.into_iter().find(|paper| paper.number == *number) {
                self.paper(paper, &asin.asin)?;
            }
        }
        for missing in &asin.missing {
            let said = self.fact(missing);
            self.line("ui-pack-missing", &[("what", said.into())])?;
        }
        if !asin.not_at_hand.is_empty() {
            let kinds = asin.not_at_hand.iter().map(|kind| format!("paper-{kind}"));
            let papers = self.named(kinds);
            self.line("ui-pack-not-at-hand", &[("papers", papers)])?;
        }
        if !asin.not_judged.is_empty() {
            let what = phrase::missing(self.words, self.lang, &asin.not_judged);
            self.line("ui-pack-open", &[("what", what.into())])?;
        }
        for supplier in &asin.suppliers {
            self.supplier(supplier)?;
        }
        if !asin.findings.is_empty() {
            let rules = asin.findings.join(", ");
            self.line("ui-pack-findings", &[("rules", rules.into())])?;
        }
        asin.skus.iter().try_for_each(|sku| self.offer(sku))
    }

    fn figures(&mut self, asin: &DemandAsin) -> io::Result<()> {
        let bought = [
            ("units", asin.bought.into()),
            ("first", asin.first_bought.into()),
            ("last", asin.last_bought.into()),
        ];
        self.line("ui-pack-bought", &bought)?;
        let had = [("sold", asin.sold.into()), ("stock", asin.stock.into())];
        self.line("ui-pack-had", &had)?;
        let proven = [
            ("needed", asin.needed.into()),
            ("proven", asin.proven.into()),
            ("weakly", asin.proven_weakly.into()),
        ];
        match asin.needed {
            Some(_) => self.line("ui-pack-proven", &proven),
            None => Ok(()),
        }
    }

    fn paper(&mut self, paper: &DemandPaper, asin: &str) -> io::Result<()> {
        let of_asin = paper.asins.iter().find(|of| of.asin == asin);
        let values = [
            ("name", paper.name.as_deref().unwrap_or(&paper.file).into()),
            (
                "kind",
                paper
                    .kind
                    .map(|kind| Value::word(format!("paper-{kind}")))
                    .into(),
            ),
            ("day", paper.issued.into()),
            ("number", text(&paper.invoice)),
            ("units", of_asin.and_then(|of| of.units).into()),
            ("addressee", text(&paper.addressee)),
        ];
        self.line(
            match paper.put {
                PaperUse::Weak => "ui-pack-paper-weak",
                PaperUse::In | PaperUse::Out => "ui-pack-paper",
            },
            &values,
        )?;
        if let Some(sha) = &paper.sha256 {
            writeln!(self.out, "  - SHA-256 {sha}")?;
        }
        self.reasons(&paper.reasons)
    }

    fn reasons(&mut self, reasons: &[Evidence]) -> io::Result<()> {
        for reason in reasons {
            let said = self.fact(reason);
            writeln!(self.out, "  - {}", plain(&said))?;
        }
        Ok(())
    }

    fn supplier(&mut self, supplier: &DemandSupplier) -> io::Result<()> {
        let told = supplier.contact.iter().map(|(field, value)| {
            let field = phrase::field(self.words, self.lang, *field);
            format!("{field}: {value}")
        });
        let told: Vec<String> = told.collect();
        let values = [
            ("name", supplier.name.as_str().into()),
            ("contact", text(&told.join(" / "))),
        ];
        self.line("ui-pack-supplier", &values)
    }

    fn offer(&mut self, sku: &CauseSku) -> io::Result<()> {
        let values = [
            ("sku", sku.sku.as_str().into()),
            ("asin", sku.asin.as_deref().into()),
            ("title", sku.title.as_str().into()),
            ("stock", sku.stock.into()),
        ];
        self.line("ui-pack-offer", &values)
    }

    fn left_out(&mut self, demand: &Demand) -> io::Result<()> {
        let out = demand.papers.iter().filter(|p| p.put == PaperUse::Out);
        let out: Vec<&DemandPaper> = out.collect();
        if out.is_empty() {
            return Ok(());
        }
        self.heading("ui-pack-left-out", &[("n", (out.len() as u64).into())])?;
        for paper in out {
            let asins: Vec<&str> = paper.asins.iter().map(|of| of.asin.as_str()).collect();
            let name = match paper.file.is_empty() {
                true => &paper.invoice,
                false => &paper.file,
            };
            let values = [("name", text(name)), ("asins", asins.join(" ").into())];
            self.line("ui-pack-out", &values)?;
            self.reasons(&paper.reasons)?;
        }
        Ok(())
    }

    fn causes(&mut self, demand: &Demand) -> io::Result<()> {
        if demand.same_cause.is_empty() {
            return Ok(());
        }
        self.heading("ui-pack-causes", &[])?;
        for cause in &demand.same_cause {
            let stock: Option<u64> = cause.skus.iter().map(|sku| sku.stock).sum();
            let values = [
                ("rule", cause.rule.as_str().into()),
                ("title", phrase::text(&cause.title, self.lang).into()),
                ("n", (cause.skus.len() as u64).into()),
                ("stock", stock.into()),
            ];
            let said = self.say("ui-pack-cause", &values);
            writeln!(self.out, "### {}\n", plain(&said))?;
            for sku in cause.skus.iter().take(OFFERS) {
                self.offer(sku)?;
            }
            let more = cause.skus.len().saturating_sub(OFFERS) as u64;
            if more > 0 {
                self.line("ui-pack-more", &[("n", more.into())])?;
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// What the seller adds and writes.
    fn own(&mut self, demand: &Demand) -> io::Result<()> {
        let asked = &demand.asked;
        if asked.to_add.is_empty() && asked.to_write.is_empty() {
            return Ok(());
        }
        self.heading("ui-pack-own", &[])?;
        for (id, papers) in [
            ("ui-pack-to-add", &asked.to_add),
            ("ui-pack-to-write", &asked.to_write),
        ] {
            for paper in papers {
                let paper = self.named(std::iter::once(format!("paper-{paper}")));
                self.line(id, &[("paper", paper)])?;
            }
        }
        Ok(())
    }

    fn fact(&self, fact: &Evidence) -> String {
        let mut said = String::new();
        self.words.fact(&mut said, self.lang, fact);
        said
    }
}

/// A text, or that nobody told it.
fn text(text: &str) -> Value {
    Some(text).filter(|text| !text.is_empty()).into()
}
