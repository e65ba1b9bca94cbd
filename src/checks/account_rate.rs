//! `account-rate`: a rate of the account-health report against Amazon's target.

use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, HealthRow, Input, Metric, Percent, Scope, Told, Verdict};
use serde::Deserialize;

/// A share such as `2.5%`, kept as written for the facts.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Limit {
    pub(super) share: Percent,
    pub(super) text: String,
}

impl TryFrom<String> for Limit {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let share = Percent::parse(&text).ok_or("2.5%")?;
        Ok(Self { share, text })
    }
}

/// On which side of the limit the rate has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Must {
    /// Under it; on it is a risk.
    BeBelow,
    /// On it or over it.
    Reach,
}

/// Parameters of `account-rate`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountRate {
    /// Which rate.
    metric: Metric,
    /// On which side of the limit it has to be.
    must: Must,
    /// Amazon's target.
    limit: Limit,
}

impl Judge for AccountRate {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Health]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Health) {
            return Verdict::Unknown(Input::Health, None);
        }
        let (mut any, mut untold) = (false, false);
        for row in newest(cx, self.metric) {
            // Without an order the rate is of nothing.
            if row.orders == Some(0) {
                any = true;
                continue;
            }
            match row.rate {
                None => untold = true,
                Some(rate) if self.misses(rate) => facts.state(|| self.told(cx, row)),
                Some(_) => any = true,
            }
        }
        match (facts.is_empty(), untold, any) {
            (false, ..) => Verdict::Risk,
            (true, false, true) => Verdict::Clear,
            _ => Verdict::Unknown(Input::Health, Some(Field::Rate)),
        }
    }
}

impl AccountRate {
    fn misses(&self, rate: Percent) -> bool {
        match self.must {
            Must::BeBelow => rate >= self.limit.share,
            Must::Reach => rate < self.limit.share,
        }
    }

    fn told<'a>(&'a self, cx: &Context<'a>, row: &HealthRow) -> Fact<'a> {
        let key = match (self.must, row.channel) {
            (Must::BeBelow, None) => "rate-over",
            (Must::BeBelow, Some(_)) => "rate-over-of",
            (Must::Reach, _) => "rate-under",
        };
        let fact = Fact::new(key)
            .with("metric", Told::Word(self.metric.word()))
            .with("rate", cx.text(row.shown))
            .with("limit", self.limit.text.as_str())
            .with("orders", row.orders)
            .with("day", row.until);
        let fact = match row.channel {
            Some(channel) => fact.with("channel", Told::Word(channel.word())),
            None => fact,
        };
        fact.at(row.origin)
    }
}

/// The figures of one kind, of several reports those of the newest.
pub(super) fn newest<'a>(
    cx: &Context<'a>,
    metric: Metric,
) -> impl Iterator<Item = &'a HealthRow> + Clone {
    let rows = cx.inventory.tables.health.iter();
    let rows = rows.filter(move |row| row.metric == Some(metric));
    let until = rows.clone().filter_map(|row| row.until).max();
    rows.filter(move |row| row.until == until)
}
