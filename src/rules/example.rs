//! An example of a rule: a few rows, a day, and the answer the rule has to give.

use super::spec::{ROWS, Rows, STATES, Type};
use crate::model::{
    Account, AccountState, Asin, Channel, Condition, Day, Disposition, DocumentKind, FileType,
    Input, Jan, Layer, Mark, Metric, NoticeKind, Percent, Route, Status, SupplierClass, Turn,
};
use crate::tomltree::{Node, OneOf, Table};
use std::collections::BTreeMap;

/// The answer an example expects of its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expect {
    /// At least one subject is judged and none is at risk.
    Clear,
    /// At least one subject is at risk.
    Risk,
    /// No subject is at risk and at least one could not be judged.
    Unknown,
}

impl Expect {
    /// Every answer.
    pub const ALL: &'static [Self] = &[Self::Risk, Self::Clear, Self::Unknown];

    /// Its spelling in a rule file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Risk => "risk",
            Self::Unknown => "unknown",
        }
    }
}

impl OneOf for Expect {
    const MEMBERS: &'static [Self] = Self::ALL;
    fn spelling(self) -> &'static str {
        self.word()
    }
}

/// One example of a rule.
#[derive(Clone, Debug)]
pub struct Example {
    /// The answer the rule has to give.
    pub expect: Expect,
    /// The day of the scan.
    pub today: Day,
    /// The account profile, when the example states one.
    pub account: Option<Account>,
    /// The seller's own list of watched ASINs, when the example gives one.
    pub own_asins: Option<Vec<Asin>>,
    /// The rule file as it is shown.
    pub file: String,
    /// Line of its `[[example]]`.
    pub line: u32,
    /// Its text in the rule file.
    pub text: String,
    pub(super) rows: BTreeMap<Input, Vec<Row>>,
}

/// A checked row: only known columns, each value of its type.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) line: u32,
    pub(super) cells: BTreeMap<&'static str, Cell>,
}

/// A checked value of a row.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    Text(String),
    Number(i64),
    Day(Day),
    Word(&'static str),
}

impl Example {
    /// Reads one `[[example]]`; every problem is noted.
    pub(super) fn read(table: &Table<'_>) -> Option<Self> {
        let mut keys = vec!["expect", "today", "account", "own_asins"];
        keys.extend(ROWS.iter().map(|rows| rows.key));
        table.only(&keys);
        let expect = table.need("expect").and_then(|node| node.word());
        let today = table.need("today").and_then(|node| node.day());
        let account = table.get("account").map(|node| super::profile::read(&node));
        let own_asins = table.get("own_asins").map(|node| own_asins(&node));
        let mut rows = Some(BTreeMap::new());
        for spec in ROWS {
            let Some(node) = table.get(spec.key) else {
                continue;
            };
            let read = read_rows(&node, spec);
            match (&mut rows, read) {
                (Some(rows), Some(read)) => {
                    rows.insert(spec.input, read);
                }
                _ => rows = None,
            }
        }
        Some(Self {
            expect: expect?,
            today: today?,
            account: account.map_or(Some(None), |a| a.map(Some))?,
            own_asins: own_asins.map_or(Some(None), |a| a.map(Some))?,
            file: table.file().name().to_owned(),
            line: table.line(),
            text: text_of(table),
            rows: rows?,
        })
    }
}

/// The remark in front of `[[example]]` and its lines, up to the next one or the end of the file.
fn text_of(table: &Table<'_>) -> String {
    let text = table.file().text();
    let (before, from) = text
        .split_at_checked(table.span().start)
        .unwrap_or((text, ""));
    let is_remark = |line: &&str| line.starts_with('#');
    let mut remark: Vec<&str> = before.lines().rev().take_while(is_remark).collect();
    remark.reverse();
    let mut lines = from.lines();
    let head = lines.next();
    let mut body: Vec<&str> = lines.take_while(|line| !line.starts_with('[')).collect();
    // What stands behind the last value is the remark of the next example.
    while body
        .last()
        .is_some_and(|line| line.trim().is_empty() || is_remark(line))
    {
        body.pop();
    }
    remark.extend(head);
    remark.extend(body);
    remark.join("\n")
}

fn read_rows(node: &Node<'_>, spec: &Rows) -> Option<Vec<Row>> {
    let tables = node.tables()?;
    tables.iter().map(|table| read_row(table, spec)).collect()
}

fn read_row(table: &Table<'_>, spec: &Rows) -> Option<Row> {
    let mut row = Row {
        line: table.line(),
        cells: BTreeMap::new(),
    };
    let mut whole = true;
    for needed in spec.needed {
        whole &= table.need(needed).is_some();
    }
    for (key, node) in table.entries() {
        let Some((name, kind)) = spec.columns.iter().find(|(name, _)| *name == key.name) else {
            table.unknown(&key, spec.columns.iter().map(|(name, _)| *name));
            whole = false;
            continue;
        };
        match cell(&node, *kind) {
            Some(cell) => {
                row.cells.insert(name, cell);
            }
            None => whole = false,
        }
    }
    whole.then_some(row)
}

fn cell(node: &Node<'_>, kind: Type) -> Option<Cell> {
    match kind {
        Type::Text => node.text().map(|text| Cell::Text(text.to_owned())),
        Type::Asin => asin(node).map(|asin| Cell::Text(asin.to_string())),
        Type::Code => code(node).map(Cell::Text),
        Type::Jan => {
            let code = code(node)?;
            if Jan::parse(code.as_bytes()).is_none() {
                node.note_value("bad-jan", &code);
                return None;
            }
            Some(Cell::Text(code))
        }
        Type::Units => node.number(0..=i64::from(u32::MAX)).map(Cell::Number),
        Type::Yen => node
            .number(-1_000_000_000_000..=1_000_000_000_000)
            .map(Cell::Number),
        Type::Day => node.day().map(Cell::Day),
        Type::Condition => {
            let number = node.number(1..=11)?;
            if Condition::from_code(number as u32).is_none() {
                node.note("bad-condition");
                return None;
            }
            Some(Cell::Number(number))
        }
        Type::Channel => word::<Channel>(node),
        Type::Status => word::<Status>(node),
        Type::Class => word::<SupplierClass>(node),
        Type::Route => word::<Route>(node),
        Type::Kind => word::<DocumentKind>(node),
        Type::File => word::<FileType>(node),
        Type::Disposition => word::<Disposition>(node),
        Type::Mark => word::<Mark>(node),
        Type::Layer => word::<Layer>(node),
        Type::Notice => word::<NoticeKind>(node),
        Type::Turn => word::<Turn>(node),
        Type::State => state(node),
        Type::Metric => word::<Metric>(node),
        Type::AccountState => word::<AccountState>(node),
        Type::Percent => percent(node),
    }
}

fn word<T: OneOf>(node: &Node<'_>) -> Option<Cell> {
    node.word::<T>().map(|word| Cell::Word(word.spelling()))
}

fn percent(node: &Node<'_>) -> Option<Cell> {
    let text = node.text()?;
    let rate = Percent::parse(text);
    if rate.is_none() {
        node.note_value("bad-percent", text);
    }
    Some(Cell::Text(rate?.to_string()))
}

fn state(node: &Node<'_>) -> Option<Cell> {
    let text = node.text()?;
    let words = || {
        let types = FileType::ALL.iter().map(|kind| kind.word());
        STATES.iter().copied().chain(types)
    };
    let found = words().find(|word| *word == text);
    if found.is_none() {
        node.bad_word(text, words());
    }
    found.map(Cell::Word)
}

/// A product code; digits may also be written as a number.
fn code(node: &Node<'_>) -> Option<String> {
    match node.plain() {
        toml::Value::Integer(number) => Some(number.to_string()),
        _ => node.text().map(str::to_owned),
    }
}

fn asin(node: &Node<'_>) -> Option<Asin> {
    let text = node.text()?;
    let asin = Asin::parse(text.as_bytes());
    if asin.is_none() {
        node.note_value("bad-asin", text);
    }
    asin
}

fn own_asins(node: &Node<'_>) -> Option<Vec<Asin>> {
    node.list()?.iter().map(asin).collect()
}
