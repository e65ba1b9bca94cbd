//! Pages that belong together: those that share a JAN, those of one variation family.

use super::Inventory;
use super::groups::Groups;
use crate::model::{Asin, Jan};
use std::hash::Hash;

/// Groups of two pages or more.
#[derive(Debug, Default)]
pub struct Twins {
    groups: Groups,
    /// Page and its group, sorted; a page can be in several.
    of_page: Vec<(u32, u32)>,
}

impl Twins {
    pub(super) fn of_jans(pairs: impl Iterator<Item = (Jan, u32)>) -> Self {
        Self::build(pairs)
    }

    pub(super) fn of_parents(pairs: impl Iterator<Item = (Asin, u32)>) -> Self {
        Self::build(pairs)
    }

    fn build<K: Ord + Hash + Copy>(pairs: impl Iterator<Item = (K, u32)>) -> Self {
        let mut pairs: Vec<(K, u32)> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        let (mut members, mut count) = (Vec::new(), 0u32);
        for group in pairs.chunk_by(|(a, _), (b, _)| a == b) {
            if group.len() > 1 {
                members.extend(group.iter().map(|(_, page)| (count, *page)));
                count += 1;
            }
        }
        let mut of_page: Vec<(u32, u32)> = members.iter().map(|(g, page)| (*page, *g)).collect();
        of_page.sort_unstable();
        Self {
            groups: Groups::by_pairs(members, count as usize),
            of_page,
        }
    }

    /// The groups that a page is the first of, so that each group is looked at once.
    pub fn led_by(&self, page: u32) -> impl Iterator<Item = &[u32]> {
        let from = self.of_page.partition_point(|(known, _)| *known < page);
        let rest = self.of_page[from..].iter();
        rest.take_while(move |(known, _)| *known == page)
            .map(|(_, group)| self.groups.of(*group))
            .filter(move |pages| pages.first() == Some(&page))
    }
}

impl Inventory {
    pub(super) fn find_twins(&mut self) {
        let rows = || (0..self.page_count()).filter_map(|page| Some((self.catalog(page)?, page)));
        let listings = self.tables.listings.iter().zip(&self.page_of);
        let listed = listings.filter_map(|(listing, page)| Some((listing.jan?, *page)));
        let jans = Twins::of_jans(listed.chain(rows().filter_map(|(r, p)| Some((r.jan?, p)))));
        let families = Twins::of_parents(rows().filter_map(|(r, p)| Some((r.parent?, p))));
        (self.jan_twins, self.families) = (jans, families);
    }

    /// Pages that share a JAN.
    #[must_use]
    pub fn jan_twins(&self) -> &Twins {
        &self.jan_twins
    }

    /// Pages of one variation family.
    #[must_use]
    pub fn families(&self) -> &Twins {
        &self.families
    }
}
