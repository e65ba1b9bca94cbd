//! What `kenpin columns` is told of a file.

use super::*;
use kenpin::model::{Field, Input};
use kenpin::read::columns;

fn view(name: &str, file: &str) -> kenpin::read::ColumnsView {
    let folder = Folder::new(&[(name, file.into())]);
    let mut views = columns(&folder.path(name), &Options::new(shapes())).expect("readable");
    views.remove(0)
}

#[test]
fn a_known_file_shows_its_columns() {
    let view = view(
        "a.txt",
        "sku\tasin\tprice\tquantity\tBusiness Price\nA\tB00TEST001\t1\t\t\nB\tB00TEST002\t2\t3\t\nC\tB00TEST003\t3\t\t\nD\tB00TEST004\t4\t\t\n",
    );
    assert_eq!(view.shape.as_deref(), Some("open-listings"));
    assert_eq!(view.input, Some(Input::Listings));
    assert_eq!((view.header_line, view.delimiter), (1, Some(b'\t')));
    let fields: Vec<_> = view.columns.iter().map(|c| c.field).collect();
    assert_eq!(
        fields,
        [
            Some(Field::Sku),
            Some(Field::Asin),
            Some(Field::Price),
            Some(Field::Quantity),
            None
        ]
    );
    assert_eq!(view.columns[0].samples, ["A", "B", "C"]);
    assert_eq!(view.columns[3].samples, ["3"]);
    assert_eq!(view.proposal, None);
}

#[test]
fn an_unknown_file_gets_a_proposal() {
    let view = view(
        "帳簿.csv",
        "わたしの帳簿\n仕入日付,仕入先名称,JANコード,仕入数量,仕入単価(税込),色\n2026-01-01,問屋,4901234567894,3,1980,赤\n",
    );
    assert_eq!((view.shape, view.issue), (None, Some("file-unknown")));
    assert_eq!(view.header_line, 2);
    let proposal = view.proposal.expect("a proposal");
    assert_eq!(proposal.kind, Input::Purchases);
    assert!(!proposal.incomplete);
    let of = |f| proposal.columns.get(&f).map(String::as_str);
    assert_eq!(of(Field::Day), Some("仕入日付"));
    assert_eq!(of(Field::Supplier), Some("仕入先名称"));
    assert_eq!(of(Field::Jan), Some("JANコード"));
    assert_eq!(of(Field::Units), Some("仕入数量"));
    assert_eq!(of(Field::UnitCost), Some("仕入単価(税込)"));
    assert_eq!(proposal.columns.len(), 5);
}

#[test]
fn a_useless_file_shows_the_reason() {
    let view = view(
        "f.csv",
        "収支区分,発生日,勘定科目,金額\n支出,2026-01-01,仕入高,1\n",
    );
    assert_eq!(view.issue, Some("file-accounting"));
    assert_eq!(view.input, None);
    assert_eq!(view.columns.len(), 4);
}
