//! What every check is: a pure function of one subject, with what it needs and when it rests.

use super::{Context, Quiet};
use crate::lists::Lists;
use crate::model::{Facts, Input, ProofWindow, Scope, Verdict};

/// A kind of check with its parameters, read from the `[check.NAME]` table of a rule.
pub trait Judge: std::fmt::Debug + Send + Sync {
    /// What it judges one of.
    fn scope(&self) -> Scope;

    /// Inputs without which it cannot judge.
    fn inputs(&self) -> Vec<Input>;

    /// Names of the lists it looks things up in; an empty or unknown one is refused by lint.
    fn lists(&self) -> Vec<String> {
        Vec::new()
    }

    /// Looks up in the lists, once and before anything is judged, what it would else look up for
    /// every subject.
    fn bind(&mut self, _lists: &Lists) {}

    /// The papers that count for it, and how long, where it follows units until their papers end.
    fn window(&self) -> Option<ProofWindow> {
        None
    }

    /// True when its facts may tell the `grade` of the entry of a list that they stand on: that
    /// entry is the evidence then, more than the sources of the rule.
    fn graded(&self) -> bool {
        false
    }

    /// Ids of rules about goods whose results it goes by; an unknown one is refused by lint.
    fn rules(&self) -> &[String] {
        &[]
    }

    /// False for what no seller may accept knowingly.
    fn can_be_excepted(&self) -> bool {
        true
    }

    /// The answer that every subject gets because of what was given at all; it is not asked then.
    fn settled(&self, _cx: &Context<'_>) -> Option<Verdict> {
        None
    }

    /// Which subjects are clear without being asked.
    fn quiet(&self, _lists: &Lists) -> Option<Quiet> {
        None
    }

    /// Units of a shipment line that papers prove, where the check counts them.
    fn proven(&self, _cx: &Context<'_>, _line: u32) -> Option<u64> {
        None
    }

    /// Units of a shipment line up to which the check finds no risk, where it judges the quantity.
    fn limit(&self, cx: &Context<'_>, line: u32) -> Option<u64> {
        self.proven(cx, line)
    }

    /// Judges one item, page, supplier or shipment line by its number, or the account (0).
    /// States the facts of a risk, each in a closure, because they are only made for the report.
    fn judge<'a>(&'a self, cx: &Context<'a>, at: u32, facts: &mut Facts<'a>) -> Verdict;
}
