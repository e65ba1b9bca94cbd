//! The papers of one ASIN of a notice: which go in, which are weak, which stay out, and why.

use super::demand::Bench;
use super::lots::{Lot, PageLots};
use super::papers::Paper;
use crate::model::{
    DemandPaper, DocumentKind, Evidence, Fact, Field, FileState, FileType, Input, PaperAsin,
    PaperState, PaperUse, Place, Refusal, Text, Told, Trouble, Value, Verdict,
};
use std::collections::BTreeMap;

/// A paper before it has its number; the key is its document, else where it stands.
pub(super) struct Draft {
    pub(super) key: (Option<u32>, crate::model::Origin),
    pub(super) paper: DemandPaper,
}

/// One paper as one page sees it.
struct Seen {
    put: PaperUse,
    reasons: Vec<Evidence>,
    proves: u64,
    draft: Draft,
    units: Option<u64>,
}

/// The papers of one page.
pub(super) struct PagePapers {
    seen: Vec<Seen>,
    /// Units for which some paper is put in.
    pub(super) proven: u64,
    /// Of them those that only weak papers prove.
    pub(super) weakly: u64,
    /// Some paper that is put in does not tell its units.
    pub(super) without_units: bool,
    /// What could not be told of papers.
    pub(super) untold: Vec<(Input, Option<Field>)>,
}

/// What stands against a paper, whatever it would be needed for.
type Against = (PaperUse, Vec<Evidence>);

impl PagePapers {
    pub(super) fn of(bench: &Bench<'_>, page: u32, lots: &PageLots) -> Self {
        let mut all = Self {
            seen: Vec::new(),
            proven: 0,
            weakly: 0,
            without_units: false,
            untold: Vec::new(),
        };
        let (troubles, gaps) = bench.inside(page);
        let papers = lots.papers.iter();
        let alone: Vec<Against> = papers
            .map(|paper| bench.alone(paper, &troubles, &mut all.untold))
            .collect();
        for (number, (paper, against)) in lots.papers.iter().zip(&alone).enumerate() {
            all.seen
                .push(bench.seen(lots, number, paper, &alone, against.clone()));
        }
        if all.any() {
            all.untold.extend(gaps);
        }
        for lot in &lots.lots {
            let units = bench.units(lots, lot);
            let best = lot.papers.iter().map(|n| all.seen[*n].put).min();
            match best {
                Some(PaperUse::In) => all.proven += units,
                Some(PaperUse::Weak) => {
                    all.proven += units;
                    all.weakly += units;
                }
                Some(PaperUse::Out) | None => {}
            }
        }
        let put = all.seen.iter().filter(|seen| seen.put != PaperUse::Out);
        all.without_units = put.into_iter().any(|seen| seen.units.is_none());
        all
    }

    /// True when some paper is put in.
    pub(super) fn any(&self) -> bool {
        self.seen.iter().any(|seen| seen.put != PaperUse::Out)
    }

    /// True for a lot that a paper which is put in proves.
    pub(super) fn prove(&self, lot: &Lot) -> bool {
        let mut papers = lot.papers.iter();
        papers.any(|n| self.seen[*n].put != PaperUse::Out)
    }

    /// Adds the papers to those of other ASINs: one that is put in for one of them is put in.
    pub(super) fn into_drafts(self, bench: &Bench<'_>, asin: &str, drafts: &mut Vec<Draft>) {
        let lasting = &bench.terms.request.lasting;
        for mut seen in self.seen {
            let told = PaperAsin {
                asin: asin.to_owned(),
                units: seen.units,
                proves: seen.proves,
            };
            let named = seen.draft.paper.kind.is_some_and(|k| lasting.contains(&k));
            let counts = seen.put != PaperUse::Out && (named || seen.proves > 0);
            let known = drafts.iter_mut().find(|d| d.key == seen.draft.key);
            let Some(known) = known else {
                let paper = &mut seen.draft.paper;
                paper.put = seen.put;
                paper.reasons = seen.reasons;
                paper.asins = vec![told];
                drafts.push(seen.draft);
                continue;
            };
            let paper = &mut known.paper;
            let was_out = paper.put == PaperUse::Out;
            if counts && was_out {
                // What kept it out for another ASIN is no reason here.
                paper.reasons = seen.reasons;
                paper.put = seen.put;
            } else if counts || was_out {
                paper.put = paper.put.max(seen.put);
                let fresh = seen.reasons.into_iter();
                let fresh: Vec<_> = fresh.filter(|r| !paper.reasons.contains(r)).collect();
                paper.reasons.extend(fresh);
            }
            paper.asins.push(told);
        }
    }
}

impl Bench<'_> {
    /// What the rules find inside the files of a page, by file, and what they could not judge.
    #[allow(clippy::type_complexity)]
    fn inside(
        &self,
        page: u32,
    ) -> (
        BTreeMap<String, Vec<(PaperUse, Evidence)>>,
        Vec<(Input, Option<Field>)>,
    ) {
        let mut troubles: BTreeMap<String, Vec<(PaperUse, Evidence)>> = BTreeMap::new();
        let mut gaps = Vec::new();
        self.desk.ask(page, true, &mut |_, verdict, facts| {
            // A picture has no text to compare: the sheet says that somebody has to look at it.
            if let Verdict::Unknown(input, field) = verdict
                && field != Some(Field::FileText)
            {
                gaps.push((input, field));
            }
            for fact in facts.list() {
                let evidence = self.said(fact);
                let Some(Value::Text(file)) = evidence.values.get("file") else {
                    continue;
                };
                let of_file = troubles.entry(file.clone()).or_default();
                let meant = self.terms.troubles.iter().find(|t| is_meant(t, &evidence));
                if let Some(trouble) = meant.filter(|_| of_file.iter().all(|(_, e)| *e != evidence))
                {
                    of_file.push((trouble.paper, evidence));
                }
            }
        });
        (troubles, gaps)
    }

    /// What stands against a paper by itself.
    fn alone(
        &self,
        paper: &Paper,
        troubles: &BTreeMap<String, Vec<(PaperUse, Evidence)>>,
        untold: &mut Vec<(Input, Option<Field>)>,
    ) -> Against {
        let tables = &self.desk.cx.inventory.tables;
        let file = self.file(paper);
        let out = |key: &'static str| {
            let fact = Fact::new(key).with("file", file).at(paper.proof.origin);
            (PaperUse::Out, fact)
        };
        let Some(kind) = paper.proof.kind else {
            untold.push((Input::Documents, Some(Field::DocumentKind)));
            return self.against(out("demand-kind-untold"));
        };
        if !self.window.kinds.contains(&kind) {
            let (put, fact) = out("demand-kind");
            return self.against((put, fact.with("kind", Told::Word(kind.word()))));
        }
        let lasting = self.terms.request.lasting.contains(&kind);
        let day = paper.proof.day;
        match paper.state {
            PaperState::Future => {
                let (put, fact) = out("demand-future");
                return self.against((put, fact.with("day", day)));
            }
            PaperState::Old if !lasting => {
                let (put, fact) = out("demand-old");
                let fact = fact.with("day", day).with("days", self.window.days);
                return self.against((put, fact));
            }
            PaperState::Untold if !lasting && self.asked.days.is_some() => {
                untold.push((Input::Documents, Some(Field::Issued)));
                return self.against(out("demand-day-untold"));
            }
            _ => {}
        }
        let document = paper.proof.document(tables);
        let state = document.map_or(FileState::Unseen, |document| document.state);
        let found = match state {
            FileState::Unseen => {
                untold.push((Input::Documents, Some(Field::File)));
                return self.against(out("demand-unseen"));
            }
            FileState::Unnamed => return self.against(out("demand-unnamed")),
            FileState::Missing => return self.against(out("file-missing")),
            FileState::Empty => return self.against(out("file-empty")),
            FileState::Unreadable => return self.against(out("file-unreadable")),
            FileState::Read { kind, .. } => kind,
        };
        if !self.takes(found, file) {
            let (put, fact) = out("demand-type");
            return self.against((put, fact.with("found", Told::Word(found.word()))));
        }
        if let Some(refusal) = paper.proof.document.and_then(|d| self.refused.get(&d)) {
            let fact = out(refusal_key(*refusal)).1;
            return self.against((PaperUse::Out, with_limit(fact, *refusal)));
        }
        let of_file = troubles.get(file).into_iter().flatten();
        let put = of_file.clone().map(|(put, _)| *put).max();
        let reasons = of_file.map(|(_, evidence)| evidence.clone()).collect();
        (put.unwrap_or(PaperUse::In), reasons)
    }

    fn against(&self, (put, fact): (PaperUse, Fact<'_>)) -> Against {
        (put, vec![self.said(&fact)])
    }

    /// True for a type of file that the request accepts.
    fn takes(&self, found: FileType, file: &str) -> bool {
        let request = self.terms.request;
        let ending = file.rsplit_once('.').map(|(_, e)| e.to_lowercase());
        let ends = || ending.is_some_and(|e| request.endings.contains(&e));
        request.types.contains(&found) || (found == FileType::Other && ends())
    }

    /// A paper with what it is needed for.
    fn seen(
        &self,
        lots: &PageLots,
        number: usize,
        paper: &Paper,
        alone: &[Against],
        (mut put, mut reasons): Against,
    ) -> Seen {
        let kind = paper.proof.kind;
        let is = |kinds: &[DocumentKind]| kind.is_some_and(|kind| kinds.contains(&kind));
        let mine = || {
            let mine = lots.lots.iter().filter(|lot| lot.papers.contains(&number));
            mine.filter(|lot| self.counts(lots, lot))
        };
        let asked = |other: usize| {
            let kind = lots.papers[other].proof.kind;
            let asked = kind.is_some_and(|kind| self.asked.papers.contains(&kind));
            asked && alone[other].0 != PaperUse::Out
        };
        if put != PaperUse::Out && !is(&self.terms.request.lasting) {
            let fact = |key| {
                let fact = Fact::new(key).with("file", self.file(paper));
                let kind = kind.map_or("unknown", DocumentKind::word);
                let fact = fact.with("kind", Told::Word(kind));
                self.said(&fact.at(paper.proof.origin))
            };
            let better = || mine().all(|lot| lot.papers.iter().any(|n| asked(*n)));
            let key = match () {
                () if mine().next().is_none() => Some(("demand-not-allocated", PaperUse::Out)),
                () if is(&self.asked.papers) => None,
                () if better() => Some(("demand-not-needed", PaperUse::Out)),
                () => Some(("demand-stand-in", PaperUse::Weak)),
            };
            if let Some((key, becomes)) = key {
                put = becomes;
                reasons.push(fact(key));
            }
        }
        let proves = match put {
            PaperUse::Out => 0,
            _ => mine().map(|lot| self.units(lots, lot)).sum(),
        };
        Seen {
            put,
            reasons,
            proves,
            draft: self.draft(paper),
            units: paper.units,
        }
    }

    fn file(&self, paper: &Paper) -> &str {
        let tables = &self.desk.cx.inventory.tables;
        let of_document = paper.proof.document(tables).map(|d| d.file);
        let of_purchase = paper.proof.purchase(tables).map(|p| p.file);
        let mut named = [of_document, of_purchase].into_iter().flatten();
        let named = named.find(|text| !text.is_empty());
        named.map_or("", |text| tables.strings.get(text))
    }

    fn draft(&self, paper: &Paper) -> Draft {
        let tables = &self.desk.cx.inventory.tables;
        let proof = &paper.proof;
        let (document, purchase) = (proof.document(tables), proof.purchase(tables));
        let text = |texts: [Option<Text>; 2]| {
            let text = texts.into_iter().flatten().find(|text| !text.is_empty());
            text.map_or_else(String::new, |text| tables.strings.get(text).to_owned())
        };
        let supplier = proof.supplier.or_else(|| document?.supplier);
        let origin = document.map_or(proof.origin, |d| d.origin);
        Draft {
            key: (proof.document, origin),
            paper: DemandPaper {
                number: 0,
                put: PaperUse::Out,
                file: self.file(paper).to_owned(),
                name: None,
                sha256: None,
                bytes: None,
                kind: proof.kind,
                invoice: text([document.map(|d| d.invoice), purchase.map(|p| p.invoice)]),
                issued: proof.day,
                supplier: supplier.map(|name| tables.supplier_names.get(name).to_owned()),
                addressee: text([document.map(|d| d.addressee), None]),
                asins: Vec::new(),
                reasons: Vec::new(),
                at: Some(Place::of(&self.desk.paths, origin)),
                document: proof.document,
            },
        }
    }
}

fn refusal_key(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Unreadable => "file-unreadable",
        Refusal::Changed => "demand-changed",
        Refusal::TooLarge(_) => "demand-too-large",
        Refusal::Full(_) => "demand-full",
    }
}

fn with_limit(fact: Fact<'_>, refusal: Refusal) -> Fact<'_> {
    match refusal {
        Refusal::TooLarge(limit) | Refusal::Full(limit) => fact.with("limit", limit),
        Refusal::Unreadable | Refusal::Changed => fact,
    }
}

/// True when a fact is one that the data speaks of, by its key and by the marks that it tells.
fn is_meant(trouble: &Trouble, evidence: &Evidence) -> bool {
    let key = trouble.facts.iter().any(|key| *key == evidence.key);
    let marks = match evidence.values.get("kinds") {
        Some(Value::Words { words }) => words.as_slice(),
        _ => &[],
    };
    key && (trouble.only.is_empty() || marks.iter().all(|mark| trouble.only.contains(mark)))
}
