//! Squeezing: a fold without anything between letters and digits, to find names and numbers in text.

use super::fold;

/// The fold of a text with its letters and digits alone.
///
/// Spaces, hyphens and other signs go, and with them the prolonged sound mark, which many write for
/// a hyphen: `INV－００１ 株式会社` becomes `inv001株式会社`.
#[must_use]
pub fn squeeze(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(|c| c.is_alphanumeric() && c != 'ー');
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_number_become_one() {
        for same in [
            "INV-2026-001",
            "ｉｎｖ ２０２６－００１",
            "inv2026ー001",
            "Inv.2026/001",
        ] {
            assert_eq!(squeeze(same), "inv2026001", "{same}");
        }
        assert_eq!(squeeze("（株）大 成"), "株大成");
        assert_eq!(squeeze(" -・"), "");
    }
}
