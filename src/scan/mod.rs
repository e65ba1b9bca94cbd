//! Judging: every subject by every rule, in parallel, folded into one deterministic report.
