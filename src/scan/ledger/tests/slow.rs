//! The slow and obvious ledger: every unit is a thing of its own.

use super::account::{Account, Bought, Moved, TODAY, WINDOW, day};
use crate::model::{Day, DocumentKind, Figures};

/// One unit of one ASIN.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    day: Day,
    purchase: Option<usize>,
    /// Days that the papers still count, for those of a kind that counts and of a day gone by.
    pub(super) left: Vec<i64>,
    any_paper: bool,
    pub(super) sold: bool,
    pub(super) held: bool,
}

/// What one paper says of the ASIN: units, and the purchases that it may speak for.
struct Said {
    /// Counts, did count, or never did.
    rank: u8,
    named: bool,
    day: i64,
    line: usize,
    units: u32,
    of: Vec<usize>,
    left: Option<i64>,
}

fn unit(day: Day, purchase: Option<usize>) -> Unit {
    Unit {
        day,
        purchase,
        left: Vec::new(),
        any_paper: false,
        sold: false,
        held: false,
    }
}

impl Account {
    /// The purchases of an ASIN, oldest first.
    fn of(&self, n: usize) -> Vec<usize> {
        let mine = |b: &Bought| b.by == n || (b.by == 3 && n == 0);
        let rows = 0..self.bought.len();
        let mut rows: Vec<usize> = rows.filter(|row| mine(&self.bought[*row])).collect();
        rows.sort_by_key(|row| (self.bought[*row].day.map(day), *row));
        rows
    }

    fn names(&self, row: usize) -> Option<usize> {
        self.bought[row].names.filter(|n| *n < self.papers.len())
    }

    fn said(&self, n: usize, rows: &[usize]) -> Vec<Said> {
        let mut all = Vec::new();
        for (line, paper) in self.papers.iter().enumerate() {
            let counts = paper.kind == Some(DocumentKind::Invoice) || paper.kind.is_none();
            let (rank, left) = match paper.day {
                _ if !counts => (2, None),
                ..0 => (2, None),
                ago if ago > WINDOW => (1, Some(WINDOW - ago)),
                _ if paper.kind.is_none() => (2, None),
                ago => (0, Some(WINDOW - ago)),
            };
            let mut say = |line_of, units, named, of: Vec<usize>| {
                all.push(Said {
                    rank,
                    named,
                    day: -paper.day,
                    line: line_of,
                    units,
                    of,
                    left,
                });
            };
            let naming = rows.iter().filter(|row| self.names(**row) == Some(line));
            let naming: Vec<usize> = naming.copied().collect();
            if paper.lines.is_empty() {
                for row in naming {
                    say(row, self.bought[row].units, true, vec![row]);
                }
                continue;
            }
            let lines = paper.lines.iter().filter(|(of, _)| *of == n);
            let units: Vec<u32> = lines.map(|(_, units)| *units).collect();
            if units.is_empty() {
                continue;
            }
            let named = !naming.is_empty();
            let apart = |row: usize| self.bought[row].day.map(|ago| (ago - paper.day).abs());
            let near = rows.iter().enumerate().filter(|(_, row)| {
                let pair = self.bought[**row].supplier.zip(paper.supplier);
                apart(**row).is_none_or(|days| days <= 62) && pair.is_none_or(|(a, b)| a == b)
            });
            let mut near: Vec<(usize, usize)> = near.map(|(nth, row)| (nth, *row)).collect();
            near.sort_by_key(|(nth, row)| {
                (self.names(*row).is_some(), apart(*row).unwrap_or(63), *nth)
            });
            let near: Vec<usize> = near.into_iter().map(|(_, row)| row).collect();
            let of = if named { naming } else { near };
            say(line, units.iter().sum(), named, of);
        }
        all.sort_by_key(|s| (s.rank, !s.named, s.day, s.line));
        all
    }

    fn units(&self, n: usize) -> Vec<Unit> {
        let rows = self.of(n);
        let mut units = Vec::new();
        for row in &rows {
            let bought = &self.bought[*row];
            let day = bought.day.map_or(Day::MIN, day);
            units.extend((0..bought.units).map(|_| unit(day, Some(*row))));
        }
        for said in self.said(n, &rows) {
            let mine = |units: &[Unit], covered: bool| -> Vec<usize> {
                let of = said.of.iter().flat_map(|row| {
                    let all = units.iter().enumerate();
                    all.filter(move |(_, u)| u.purchase == Some(*row))
                });
                let of = of.filter(|(_, u)| u.any_paper == covered);
                of.map(|(at, _)| at).collect()
            };
            let mut choice = mine(&units, false);
            choice.extend(mine(&units, true));
            for nth in 0..said.units as usize {
                let at = match choice.get(nth) {
                    Some(at) => *at,
                    None => {
                        units.push(unit(day(-said.day), None));
                        units.len() - 1
                    }
                };
                units[at].any_paper = true;
                units[at].left.extend(said.left);
            }
        }
        units.sort_by_key(|u| (u.day, u.purchase.is_none()));
        units
    }

    pub(super) fn slow(&self, n: usize) -> (Vec<Unit>, Figures) {
        let mut units = self.units(n);
        let mut sum = Figures::default();
        let in_order = |rows: &[Moved], counts: bool| {
            let rows = rows.iter().filter(|r| r.0 == n && r.3 == counts);
            let units = rows.flat_map(|r| (0..r.2).map(|_| day(r.1)));
            let mut units: Vec<Day> = units.collect();
            units.sort();
            units
        };
        let mut sales = in_order(&self.sold, false);
        for back in in_order(&self.returned, true) {
            sum.returned += 1;
            if let Some(at) = sales.iter().rposition(|sale| *sale <= back) {
                sales.remove(at);
            }
        }
        sum.sold = sales.len() as u64;
        for sale in sales {
            let here = |u: &&mut Unit| !u.sold && u.day <= sale && u.day <= TODAY;
            match units.iter_mut().find(here) {
                Some(unit) => unit.sold = true,
                None => sum.sold_unaccounted += 1,
            }
        }
        sum.stock = self.stock[n].into();
        for _ in 0..self.stock[n] {
            let here = |u: &&mut Unit| !u.sold && !u.held && u.day <= TODAY;
            match units.iter_mut().rev().find(here) {
                Some(unit) => unit.held = true,
                None => sum.stock_unaccounted += 1,
            }
        }
        for unit in &units {
            let documented = u64::from(!unit.left.is_empty());
            let (sold, held) = (u64::from(unit.sold), u64::from(unit.held));
            sum.units += 1;
            sum.bought += u64::from(unit.purchase.is_some());
            sum.documented += documented;
            sum.documented_sold += documented * sold;
            sum.documented_in_stock += documented * held;
            sum.documented_left_over += documented * (1 - sold) * (1 - held);
            sum.stock_covered += held * u64::from(unit.left.iter().any(|left| *left >= 0));
        }
        let shared = self.bought.iter().filter(|b| b.by == 2);
        sum.shared_jan = shared.map(|b| u64::from(b.units)).sum();
        (units, sum)
    }
}
