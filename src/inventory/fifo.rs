//! First in, first out: which bought units went out with which sales, and which still lie in stock.

use crate::model::Day;

/// Units of one purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Day of purchase; a unit cannot be sold before it.
    pub day: Day,
    /// Units bought.
    pub units: u64,
}

/// Units sold on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sold {
    /// Day of the sale.
    pub day: Day,
    /// Units.
    pub units: u64,
}

/// Where the units of a lot are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Went out with sales.
    pub sold: u64,
    /// Lie in stock.
    pub held: u64,
}

/// What became of all lots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allocation {
    /// One for each lot, in the order of the lots.
    pub lots: Vec<Place>,
    /// Units sold that no lot had by then.
    pub sold_unbought: u64,
    /// Units in stock that no lot has left.
    pub held_unbought: u64,
}

/// Hands the units of the lots out to sales, oldest first, and what is left to the stock.
///
/// `lots` and `sold` are in the order of their days. A sale takes of the oldest units bought up to
/// its day. Where less lies in stock than is left, the oldest of it is what went astray: stock is
/// always the newest units.
#[must_use]
pub fn allocate(lots: &[Lot], sold: &[Sold], held: u64) -> Allocation {
    let mut all = Allocation {
        lots: vec![Place::default(); lots.len()],
        ..Allocation::default()
    };
    let mut first = 0;
    for sale in sold {
        let mut wanted = sale.units;
        while wanted > 0 {
            let Some(lot) = lots.get(first).filter(|lot| lot.day <= sale.day) else {
                break;
            };
            let place = &mut all.lots[first];
            let given = wanted.min(lot.units - place.sold);
            place.sold += given;
            wanted -= given;
            first += usize::from(place.sold == lot.units);
        }
        all.sold_unbought += wanted;
    }
    let mut wanted = held;
    for (lot, place) in lots.iter().zip(&mut all.lots).rev() {
        place.held = wanted.min(lot.units - place.sold);
        wanted -= place.held;
    }
    all.held_unbought = wanted;
    all
}

/// Sales without the units that came back to stock, each of which undoes the latest sale up to its
/// day; one that no sale was made for is left.
///
/// Both are in the order of their days.
#[must_use]
pub fn net(sold: &[Sold], returned: &[Sold]) -> Vec<Sold> {
    let mut kept: Vec<Sold> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut next = sold.iter().peekable();
    for back in returned {
        while let Some(sale) = next.next_if(|sale| sale.day <= back.day) {
            open.push(kept.len());
            kept.push(*sale);
        }
        let mut wanted = back.units;
        while let Some(latest) = open.last().filter(|_| wanted > 0) {
            let sale = &mut kept[*latest];
            let undone = wanted.min(sale.units);
            sale.units -= undone;
            wanted -= undone;
            if sale.units == 0 {
                open.pop();
            }
        }
    }
    kept.extend(next);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    fn day(n: u8) -> Day {
        jiff::civil::date(2026, 1, 1) + i64::from(n).days()
    }

    /// The same with every unit a thing of its own.
    fn one_by_one(lots: &[Lot], sold: &[Sold], held: u64) -> Allocation {
        let mut shelf: Vec<usize> = Vec::new();
        for (lot, of) in lots.iter().enumerate() {
            shelf.extend(std::iter::repeat_n(lot, of.units as usize));
        }
        let mut all = Allocation {
            lots: vec![Place::default(); lots.len()],
            ..Allocation::default()
        };
        for sale in sold {
            for _ in 0..sale.units {
                match shelf.iter().position(|lot| lots[*lot].day <= sale.day) {
                    Some(unit) => all.lots[shelf.remove(unit)].sold += 1,
                    None => all.sold_unbought += 1,
                }
            }
        }
        for _ in 0..held {
            match shelf.pop() {
                Some(lot) => all.lots[lot].held += 1,
                None => all.held_unbought += 1,
            }
        }
        all
    }

    fn history() -> impl Strategy<Value = Vec<(u8, u64)>> {
        prop::collection::vec((0u8..60, 0u64..6), 0..12).prop_map(|mut rows| {
            rows.sort_by_key(|row| row.0);
            rows
        })
    }

    fn of_days(rows: &[(u8, u64)]) -> Vec<Sold> {
        let row = |(n, units): &(u8, u64)| Sold {
            day: day(*n),
            units: *units,
        };
        rows.iter().map(row).collect()
    }

    proptest! {
        #[test]
        fn what_comes_back_undoes_sales_one_by_one(went in history(), came in history()) {
            let sold = of_days(&went);
            let mut units: Vec<usize> = Vec::new();
            for (row, sale) in sold.iter().enumerate() {
                units.extend(std::iter::repeat_n(row, sale.units as usize));
            }
            for back in of_days(&came) {
                for _ in 0..back.units {
                    if let Some(at) = units.iter().rposition(|row| sold[*row].day <= back.day) {
                        units.remove(at);
                    }
                }
            }
            let net = net(&sold, &of_days(&came));
            for (row, sale) in net.iter().enumerate() {
                prop_assert_eq!(sale.day, sold[row].day);
                prop_assert_eq!(sale.units, units.iter().filter(|u| **u == row).count() as u64);
            }
        }

        #[test]
        fn units_go_where_they_go_one_by_one(bought in history(), went in history(), held in 0u64..40) {
            let lots: Vec<Lot> = bought.iter().map(|(n, units)| Lot { day: day(*n), units: *units }).collect();
            let sold = of_days(&went);
            prop_assert_eq!(allocate(&lots, &sold, held), one_by_one(&lots, &sold, held));
        }
    }

    #[test]
    fn the_oldest_go_first_and_what_is_missing_was_old() {
        let lots = [
            Lot {
                day: day(1),
                units: 5,
            },
            Lot {
                day: day(20),
                units: 5,
            },
        ];
        let sold = [
            Sold {
                day: day(10),
                units: 3,
            },
            Sold {
                day: day(10),
                units: 4,
            },
        ];
        let all = allocate(&lots, &sold, 4);
        assert_eq!(all.sold_unbought, 2);
        assert_eq!(
            all.lots,
            [Place { sold: 5, held: 0 }, Place { sold: 0, held: 4 }]
        );
        assert_eq!(allocate(&lots, &[], 11).held_unbought, 1);
    }
}
