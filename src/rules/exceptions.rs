//! The seller's exceptions, held against the rules that there are.

use super::{Pack, PackFile, list_problem};
use crate::lists::{self, ListFile};
use crate::model::Exception;
use crate::tomltree::Problem;

/// Reads the exceptions of a file.
///
/// # Errors
/// Every row that cannot be taken, that names a rule which does not exist, or one that nobody can
/// except.
pub fn exceptions(file: &PackFile, pack: &Pack) -> Result<Vec<Exception>, Vec<Problem>> {
    let list = ListFile {
        path: file.path.clone(),
        shown: file.shown.clone(),
        text: file.text.clone(),
    };
    let found = lists::exceptions(&list).map_err(|found| {
        let problems = found.iter();
        let problem = |p| list_problem(&file.shown, &file.text, p);
        problems.map(problem).collect::<Vec<_>>()
    })?;
    let problems: Vec<Problem> = found
        .iter()
        .filter(|exception| !exception.rule.is_empty())
        .filter_map(|exception| problem(file, exception, pack))
        .collect();
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn problem(file: &PackFile, exception: &Exception, pack: &Pack) -> Option<Problem> {
    let at = |key| {
        Problem::on_line(&file.shown, &file.text, exception.line, key)
            .with("id", exception.rule.as_str())
    };
    match pack.rules.iter().find(|rule| rule.id == exception.rule) {
        None => {
            let ids = pack.rules.iter().map(|rule| rule.id.as_str());
            Some(at("config-rule").suggest(&exception.rule, ids))
        }
        Some(rule) if !rule.check.can_be_excepted() => Some(at("except-never")),
        Some(_) => None,
    }
}
