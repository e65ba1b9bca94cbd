//! A finding in sixteen bytes: there are millions of them.

use super::Active;
use crate::model::{Decision, Severity, Yen};

/// One rule at risk on one subject, without its evidence, which the check gives again when asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// As [`Yen`], or [`Found::UNTOLD`]: there are millions of these.
    pub(super) yen: i64,
    pub(super) subject: u32,
    pub(super) rule: u16,
    pub(super) severity: Severity,
    pub(super) decision: Decision,
}

impl Found {
    /// Stands for an amount that no file tells.
    pub(super) const UNTOLD: i64 = i64::MIN;

    pub(super) fn new(
        active: &Active<'_>,
        subject: u32,
        decision: Decision,
        yen: Option<Yen>,
    ) -> Self {
        Self {
            yen: yen.map_or(Self::UNTOLD, |yen| yen.0.max(-i64::MAX)),
            subject,
            rule: active.number,
            severity: active.severity,
            decision,
        }
    }

    /// Its place in the order of the report: gravest first, then dearest.
    pub(super) fn place(&self) -> u128 {
        let grave = u128::from(u8::MAX - self.severity as u8);
        let dear = u128::from(!(self.yen.cast_unsigned() ^ 1 << 63));
        let which = u128::from(self.rule) << 32 | u128::from(self.subject);
        grave << 112 | dear << 48 | which
    }

    pub(super) fn yen(&self) -> Option<Yen> {
        (self.yen != Self::UNTOLD).then_some(Yen(self.yen))
    }
}
