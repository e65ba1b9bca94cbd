//! Rows grouped by page: one flat vector of row numbers and where each page begins in it, or the
//! rows themselves put into the order of pages.

use std::ops::Range;

/// Row numbers by page, each page's in ascending order.
#[derive(Debug, Default)]
pub struct Groups {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Groups {
    /// Groups rows by the page each one has; pages at or above `count` are nowhere.
    #[must_use]
    pub fn by(page_of: &[u32], count: usize) -> Self {
        let runs = Runs::count(page_of, count);
        let rows = runs.gather(page_of, 0, |row| row as u32);
        Self {
            starts: runs.starts,
            rows,
        }
    }

    /// Groups `(page, row)` pairs where one row may belong to several pages.
    #[must_use]
    pub fn by_pairs(mut pairs: Vec<(u32, u32)>, count: usize) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        pairs.sort_unstable();
        let mut starts = vec![0u32; count + 1];
        for (page, _) in &pairs {
            starts[*page as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        Self {
            starts,
            rows: pairs.into_iter().map(|(_, row)| row).collect(),
        }
    }

    /// The rows of a page.
    #[must_use]
    #[inline]
    pub fn of(&self, page: u32) -> &[u32] {
        let page = page as usize;
        match (self.starts.get(page), self.starts.get(page + 1)) {
            (Some(from), Some(to)) => &self.rows[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

/// Where each page begins among rows that stand in the order of pages: judging goes from page to
/// page, so that what it looks at lies side by side.
#[derive(Debug, Default)]
pub(super) struct Runs {
    starts: Vec<u32>,
}

impl Runs {
    fn count(page_of: &[u32], count: usize) -> Self {
        let mut starts = vec![0u32; count + 1];
        for page in page_of.iter().filter(|page| (**page as usize) < count) {
            starts[*page as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        Self { starts }
    }

    /// What `row` makes of every row that has a page, in the order of pages.
    fn gather<T: Copy>(&self, page_of: &[u32], none: T, row: impl Fn(usize) -> T) -> Vec<T> {
        let mut next = self.starts.clone();
        let mut rows = vec![none; next.last().map_or(0, |n| *n as usize)];
        for (number, page) in page_of.iter().enumerate() {
            if let Some(at) = next.get_mut(*page as usize)
                && let Some(place) = rows.get_mut(*at as usize)
            {
                *place = row(number);
                *at += 1;
            }
        }
        rows
    }

    /// Copies of the rows of all pages, in the order of pages and else in their own.
    pub(super) fn copied<T: Copy>(
        page_of: &[u32],
        count: usize,
        none: T,
        row: impl Fn(usize) -> T,
    ) -> (Self, Vec<T>) {
        let runs = Self::count(page_of, count);
        let rows = runs.gather(page_of, none, row);
        (runs, rows)
    }

    /// Puts rows into the order of pages where they stand, those of no page behind all others;
    /// `page_of` is put into the same order.
    pub(super) fn sorted<T>(rows: &mut [T], page_of: &mut [u32], count: usize) -> Self {
        let runs = Self::count(page_of, count);
        let mut next = runs.starts.clone();
        let mut goes: Vec<u32> = page_of
            .iter()
            .map(|page| {
                let at = &mut next[(*page as usize).min(count)];
                *at += 1;
                *at - 1
            })
            .collect();
        for row in 0..goes.len() {
            while goes[row] as usize != row {
                let to = goes[row] as usize;
                rows.swap(row, to);
                page_of.swap(row, to);
                goes.swap(row, to);
            }
        }
        runs
    }

    /// The numbers of a page's rows.
    #[inline]
    pub(super) fn of(&self, page: u32) -> Range<usize> {
        let page = page as usize;
        match (self.starts.get(page), self.starts.get(page + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn groups_equal_the_obvious_filter(pages in prop::collection::vec(prop_oneof![0u32..9, Just(super::super::NOWHERE), Just(super::super::SHARED)], 0..60)) {
            let groups = Groups::by(&pages, 7);
            let pairs = pages.iter().enumerate().filter(|(_, p)| **p < 7).map(|(r, p)| (*p, r as u32)).collect();
            let by_pairs = Groups::by_pairs(pairs, 7);
            for page in 0..7 {
                let slow: Vec<u32> = (0..pages.len() as u32).filter(|r| pages[*r as usize] == page).collect();
                prop_assert_eq!(groups.of(page), &slow[..]);
                prop_assert_eq!(by_pairs.of(page), &slow[..]);
            }
            let (runs, copied) = Runs::copied(&pages, 7, 0, |row| row as u32);
            let (mut rows, mut page_of) = ((0..pages.len() as u32).collect::<Vec<_>>(), pages.clone());
            let sorted = Runs::sorted(&mut rows, &mut page_of, 7);
            for page in 0..8 {
                prop_assert_eq!(&copied[runs.of(page)], groups.of(page));
                prop_assert_eq!(&rows[sorted.of(page)], groups.of(page));
            }
            prop_assert!(rows.iter().zip(&page_of).all(|(row, page)| pages[*row as usize] == *page));
        }
    }
}
