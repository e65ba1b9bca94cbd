//! Rows grouped by page: one flat vector of row numbers and where each page begins in it.

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
        let mut starts = vec![0u32; count + 1];
        for page in page_of {
            if let Some(start) = starts
                .get_mut(*page as usize + 1)
                .filter(|_| (*page as usize) < count)
            {
                *start += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![0u32; starts.last().map_or(0, |n| *n as usize)];
        for (row, page) in page_of.iter().enumerate() {
            if (*page as usize) < count {
                let at = &mut next[*page as usize];
                rows[*at as usize] = row as u32;
                *at += 1;
            }
        }
        Self { starts, rows }
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
    pub fn of(&self, page: u32) -> &[u32] {
        let page = page as usize;
        match (self.starts.get(page), self.starts.get(page + 1)) {
            (Some(from), Some(to)) => &self.rows[*from as usize..*to as usize],
            _ => &[],
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
        }
    }
}
