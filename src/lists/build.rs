//! Building the lists: the rows of every file with what they override.

use super::matcher::Target;
use super::parse::{self, WordRow};
use super::term::Term;
use super::{GOODS, ListFault, ListFile, ListId, ListProblem, Lists, OWN_LIST, REGULATED, own};
use crate::text::fold;
use std::collections::BTreeMap;

impl Lists {
    /// Takes the rows of one file.
    pub(super) fn take(
        &mut self,
        file: &ListFile,
        targets: &mut BTreeMap<String, Vec<Target>>,
    ) -> Result<(), Vec<ListProblem>> {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        if let Some(list) = file
            .path
            .strip_prefix("words/")
            .and_then(|n| n.strip_suffix(".csv"))
        {
            return self.take_words(list, file, targets);
        }
        match name {
            "brands.csv" | "brands-abroad.csv" => self.take_brands(file),
            OWN_LIST => self.take_own(file),
            GOODS => self.take_goods(file),
            "compatible.csv" => self.take_fitting(file),
            "regulated-words.csv" => self.take_regulated(file, targets),
            "suppliers.csv" => self.take_suppliers(file),
            "asins.csv" => self.take_asins(file),
            _ => Ok(()),
        }
    }

    fn take_words(
        &mut self,
        list: &str,
        file: &ListFile,
        targets: &mut BTreeMap<String, Vec<Target>>,
    ) -> Result<(), Vec<ListProblem>> {
        let id = self.list_id(list);
        let rows = parse::words(file)?;
        self.add_words(file, rows, targets, |_, _| Some(id))
    }

    fn list_id(&mut self, name: &str) -> ListId {
        let next = ListId(self.word_lists.len() as u16 + 1);
        *self.word_lists.entry_ref(name).or_insert(next)
    }

    fn add_words(
        &mut self,
        file: &ListFile,
        rows: Vec<WordRow>,
        targets: &mut BTreeMap<String, Vec<Target>>,
        list: impl Fn(&Self, &WordRow) -> Option<ListId>,
    ) -> Result<(), Vec<ListProblem>> {
        let mut problems = Vec::new();
        for row in rows {
            let mut refuse = |column: &str, value: &str| {
                let (column, value) = (column.to_owned(), value.to_owned());
                problems.push(ListProblem {
                    file: file.shown.clone(),
                    line: row.line,
                    fault: ListFault::BadWord { column, value },
                });
            };
            let Some(list) = list(self, &row) else {
                refuse("goods", &row.goods);
                continue;
            };
            let Some(term) = Term::parse(&row.word.text, &row.with) else {
                refuse("text", &row.word.text);
                continue;
            };
            targets
                .entry(term.anchor.clone())
                .or_default()
                .push(Target {
                    list,
                    entry: self.words.len() as u32,
                    role: row.role,
                    term: (!term.is_plain()).then_some(term),
                });
            self.words.push(row.word);
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    fn take_goods(&mut self, file: &ListFile) -> Result<(), Vec<ListProblem>> {
        for goods in parse::goods(file)? {
            let id = self.list_id(&format!("{REGULATED}{}", goods.id));
            let most = self.goods.len().max(id.index() + 1);
            self.goods.resize(most, None);
            self.goods[id.index()] = Some(goods);
        }
        Ok(())
    }

    fn take_fitting(&mut self, file: &ListFile) -> Result<(), Vec<ListProblem>> {
        let words = parse::texts(file)?;
        self.fitting.extend(words.iter().map(|word| fold(word)));
        Ok(())
    }

    fn take_regulated(
        &mut self,
        file: &ListFile,
        targets: &mut BTreeMap<String, Vec<Target>>,
    ) -> Result<(), Vec<ListProblem>> {
        let rows = parse::regulated_words(file)?;
        self.add_words(file, rows, targets, |lists, row| {
            lists.word_list(&format!("{REGULATED}{}", row.goods))
        })
    }

    fn take_brands(&mut self, file: &ListFile) -> Result<(), Vec<ListProblem>> {
        self.brands.add(parse::brands(file)?);
        Ok(())
    }

    fn take_own(&mut self, file: &ListFile) -> Result<(), Vec<ListProblem>> {
        let rows = own::rows_of(file)?;
        let watched = self.asins.get_or_insert_default();
        let mut brands = Vec::new();
        for row in rows {
            watched.extend(row.asins);
            brands.extend(row.brand);
        }
        self.brands.add(brands);
        Ok(())
    }

    fn take_suppliers(&mut self, file: &ListFile) -> Result<(), Vec<ListProblem>> {
        for supplier in parse::suppliers(file)? {
            let entry = self.suppliers.len() as u32;
            for name in std::iter::once(&supplier.name).chain(&supplier.aliases) {
                if !name.is_empty() {
                    self.supplier_keys.insert(fold(name), entry);
                }
            }
            self.suppliers.push(supplier);
        }
        Ok(())
    }

    fn take_asins(&mut self, file: &ListFile) -> Result<(), Vec<ListProblem>> {
        let asins = self.asins.get_or_insert_default();
        for (asin, watched) in parse::asins(file)? {
            asins.insert(asin, watched);
        }
        Ok(())
    }
}
