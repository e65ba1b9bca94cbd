//! Covering: which bought units which papers speak for, and which papers speak for no purchase.

/// What one paper says of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Units it speaks for.
    pub units: u64,
    /// Purchases it may speak for, by their number, each once, in the order in which it does.
    pub of: Vec<usize>,
}

/// Units that the same papers speak for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Number of the purchase; `None` for units of a paper that no purchase accounts for.
    pub bought: Option<usize>,
    /// Units.
    pub units: u64,
    /// Numbers of the papers, in their order; empty for units without any.
    pub papers: Vec<usize>,
}

/// Units of one purchase that one paper speaks for, counted from the first one.
struct Stretch {
    paper: usize,
    from: u64,
    to: u64,
}

/// Gives papers to bought units: `bought` are units by purchase, and papers that come first choose
/// first.
///
/// A paper speaks for units without one before it speaks for others a second time, as a delivery
/// note beside an invoice does; what it says beyond that stands for units of no purchase. No unit of
/// a purchase is counted twice, however many papers speak for it. The parts stand in the order of
/// the purchases, those of no purchase behind them in the order of the papers.
#[must_use]
pub fn cover(bought: &[u64], papers: &[Stated]) -> Vec<Part> {
    let mut covered = vec![0; bought.len()];
    let mut stretches: Vec<Vec<Stretch>> = bought.iter().map(|_| Vec::new()).collect();
    let mut alone = Vec::new();
    for (number, paper) in papers.iter().enumerate() {
        let mut left = paper.units;
        let mut again = Vec::new();
        for purchase in &paper.of {
            let from = covered[*purchase];
            let to = bought[*purchase].min(from + left);
            again.push((*purchase, from));
            if to > from {
                covered[*purchase] = to;
                left -= to - from;
                stretches[*purchase].push(Stretch {
                    paper: number,
                    from,
                    to,
                });
            }
        }
        for (purchase, before) in again {
            let to = before.min(left);
            if to > 0 {
                left -= to;
                stretches[purchase].push(Stretch {
                    paper: number,
                    from: 0,
                    to,
                });
            }
        }
        if left > 0 {
            alone.push(Part {
                bought: None,
                units: left,
                papers: vec![number],
            });
        }
    }
    let each = bought.iter().zip(&stretches).enumerate();
    let mut parts: Vec<Part> = each
        .flat_map(|(purchase, (units, stretches))| cut(purchase, *units, stretches))
        .collect();
    parts.append(&mut alone);
    parts
}

/// A purchase cut wherever a paper begins or ends.
fn cut(purchase: usize, units: u64, stretches: &[Stretch]) -> Vec<Part> {
    let mut cuts: Vec<u64> = stretches.iter().flat_map(|s| [s.from, s.to]).collect();
    cuts.extend([0, units]);
    cuts.sort_unstable();
    cuts.dedup();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs
        .map(|(from, to)| {
            let over = stretches.iter().filter(|s| s.from <= *from && s.to >= *to);
            let mut papers: Vec<usize> = over.map(|s| s.paper).collect();
            papers.sort_unstable();
            Part {
                bought: Some(purchase),
                units: to - from,
                papers,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same with every unit a thing of its own that has a list of papers.
    fn one_by_one(bought: &[u64], papers: &[Stated]) -> (Vec<Vec<Vec<usize>>>, Vec<usize>) {
        let mut units: Vec<Vec<Vec<usize>>> = bought
            .iter()
            .map(|n| vec![Vec::new(); *n as usize])
            .collect();
        let mut alone = Vec::new();
        for (number, paper) in papers.iter().enumerate() {
            let free: Vec<(usize, usize)> = paper
                .of
                .iter()
                .flat_map(|p| (0..units[*p].len()).map(move |u| (*p, u)))
                .collect();
            let (first, second): (Vec<_>, Vec<_>) = free
                .into_iter()
                .partition(|(p, u)| units[*p][*u].is_empty());
            let mut choice = first.into_iter().chain(second);
            for _ in 0..paper.units {
                match choice.next() {
                    Some((p, u)) => units[p][u].push(number),
                    None => alone.push(number),
                }
            }
        }
        (units, alone)
    }

    fn papers(purchases: usize) -> impl Strategy<Value = Vec<Stated>> {
        let of = prop::collection::btree_set(0..purchases.max(1), 0..3);
        let paper = (0u64..9, of).prop_map(move |(units, of)| Stated {
            units,
            of: of.into_iter().filter(|p| *p < purchases).collect(),
        });
        prop::collection::vec(paper, 0..6)
    }

    fn account() -> impl Strategy<Value = (Vec<u64>, Vec<Stated>)> {
        let bought = prop::collection::vec(0u64..7, 0..5);
        bought.prop_flat_map(|bought| {
            let papers = papers(bought.len());
            (Just(bought), papers)
        })
    }

    proptest! {
        #[test]
        fn units_get_the_papers_that_they_get_one_by_one((bought, papers) in account()) {
            let (mut units, mut alone) = one_by_one(&bought, &papers);
            for part in cover(&bought, &papers) {
                prop_assert!(part.units > 0);
                for _ in 0..part.units {
                    match part.bought {
                        Some(purchase) => prop_assert_eq!(units[purchase].remove(0), part.papers.clone()),
                        None => prop_assert_eq!(vec![alone.remove(0)], part.papers.clone()),
                    }
                }
            }
            prop_assert!(alone.is_empty() && units.iter().all(Vec::is_empty));
        }
    }

    #[test]
    fn a_delivery_note_beside_an_invoice_proves_no_more_units() {
        let both = Stated {
            units: 10,
            of: vec![0],
        };
        let parts = cover(&[10], &[both.clone(), both]);
        assert_eq!(
            parts,
            [Part {
                bought: Some(0),
                units: 10,
                papers: vec![0, 1]
            }]
        );
    }
}
