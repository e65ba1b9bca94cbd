//! The notices of an example.

use super::rows::Reading;
use crate::model::{Case, NoticeKind, Tables, Turn};

pub(super) fn add(tables: &mut Tables, row: &Reading<'_>) {
    let kind = row.word("kind", NoticeKind::from_word);
    let (Some(kind), Some(received)) = (kind, row.day("received")) else {
        return;
    };
    tables.keep_case(Case {
        origin: row.origin(),
        id: format!("N-{:03}", tables.cases.len() + 1),
        kind,
        received,
        deadline: row.day("deadline"),
        deadline_rule: String::new(),
        asins: row.asin().into_iter().collect(),
        rights_holder: row.str("rights_holder").to_owned(),
        claim: None,
        contact: String::new(),
        complaint: String::new(),
        documents: Vec::new(),
        subject: String::new(),
        source: String::new(),
        hash: String::new(),
        closed: row.day("closed").or(kind.is_resolved().then_some(received)),
        appeals: row.units("appeals").unwrap_or(0),
        refused: row.units("refused").unwrap_or(0),
        turn: row.word("turn", Turn::from_word).unwrap_or(Turn::Seller),
    });
}
