//! The rows of an example as the tables that reading real files would give.

use super::Example;
use super::example::{Cell, Row};
use crate::model::{
    Asin, CatalogRow, Channel, Condition, Contact, ContactId, Day, Disposition, Document,
    DocumentKind, DocumentLine, Field, FileId, FileState, FileType, Identity, Input, InputFile,
    Jan, Listing, Name, Origin, Pledge, Purchase, Returned, Route, Sale, SalesReport, ShipmentLine,
    Status, StockRow, Supplier, SupplierClass, Tables, Text, Yen,
};

impl Example {
    /// Builds the tables: a key that is there, even with no rows, is an input that was given.
    #[must_use]
    pub fn tables(&self) -> Tables {
        let mut tables = Tables::default();
        for (input, rows) in &self.rows {
            let id = FileId(tables.files.len() as u16);
            tables.files.push(InputFile {
                path: self.file.clone(),
                shape: None,
                input: Some(*input),
                encoding: "UTF-8".to_owned(),
                rows: rows.len() as u64,
                rows_bad: 0,
                left_columns: Vec::new(),
            });
            tables.given.insert(*input);
            // A column that an example leaves out is there and empty.
            let columns = super::spec::ROWS.iter().filter(|spec| spec.input == *input);
            let fields = columns
                .flat_map(|spec| spec.columns)
                .filter_map(|(name, _)| Field::from_word(&name.replace('_', "-")));
            tables.fields.extend(fields.map(|field| (*input, field)));
            match input {
                // The lines of one document stand together, so documents are added as a whole.
                Input::Documents => documents(&mut tables, id, rows),
                _ => rows.iter().for_each(|row| {
                    add(&mut tables, *input, &Reading { row, file: id });
                }),
            }
        }
        // As in reading: a ledger that names proof files is an index of documents.
        let names_files = |row: &Row| row.cells.contains_key("file");
        if let Some(rows) = self.rows.get(&Input::Purchases)
            && rows.iter().any(names_files)
        {
            tables.given.insert(Input::Documents);
        }
        if self.account.is_some() {
            tables.given.insert(Input::Account);
        }
        tables.order_fetched();
        tables
    }
}

/// A row that is being turned into a record.
pub(super) struct Reading<'r> {
    row: &'r Row,
    file: FileId,
}

impl Reading<'_> {
    pub(super) fn origin(&self) -> Origin {
        Origin {
            file: self.file,
            line: self.row.line,
        }
    }

    pub(super) fn str(&self, key: &str) -> &str {
        match self.row.cells.get(key) {
            Some(Cell::Text(text)) => text,
            Some(Cell::Word(word)) => word,
            _ => "",
        }
    }

    /// True for a key that the row names, even with an empty text.
    pub(super) fn has(&self, key: &str) -> bool {
        self.row.cells.contains_key(key)
    }

    pub(super) fn word<T>(&self, key: &str, from_word: fn(&str) -> Option<T>) -> Option<T> {
        from_word(self.str(key))
    }

    fn number(&self, key: &str) -> Option<i64> {
        match self.row.cells.get(key) {
            Some(Cell::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn units(&self, key: &str) -> Option<u32> {
        self.number(key).and_then(|n| u32::try_from(n).ok())
    }

    fn yen(&self, key: &str) -> Option<Yen> {
        self.number(key).map(Yen)
    }

    pub(super) fn day(&self, key: &str) -> Option<Day> {
        match self.row.cells.get(key) {
            Some(Cell::Day(day)) => Some(*day),
            _ => None,
        }
    }

    pub(super) fn asin(&self) -> Option<Asin> {
        Asin::parse(self.str("asin").as_bytes())
    }

    fn jan(&self) -> Option<Jan> {
        Jan::parse(self.str("jan").as_bytes())
    }

    pub(super) fn text(&self, tables: &mut Tables, key: &str) -> Text {
        tables.strings.add(self.str(key))
    }

    /// The product code where it is no JAN.
    fn bad_jan(&self, tables: &mut Tables) -> Text {
        match self.jan() {
            Some(_) => Text::EMPTY,
            None => self.text(tables, "jan"),
        }
    }

    pub(super) fn sku(&self, tables: &mut Tables) -> Option<Name> {
        tables.skus.intern(self.str("sku"))
    }

    fn supplier(&self, tables: &mut Tables, key: &str) -> Option<Name> {
        tables.supplier_names.intern(self.str(key))
    }

    fn contact(&self, tables: &mut Tables) -> Contact {
        Contact {
            phone: self.text(tables, "phone"),
            address: self.text(tables, "address"),
            mail: self.text(tables, "mail"),
            site: self.text(tables, "site"),
        }
    }
}

fn add(tables: &mut Tables, input: Input, row: &Reading<'_>) {
    match input {
        Input::Listings => listing(tables, row),
        Input::Stock => stock(tables, row),
        Input::Purchases => purchase(tables, row),
        Input::Suppliers => supplier(tables, row),
        Input::Sales => sale(tables, row),
        Input::Returns => returned(tables, row),
        Input::Catalog => catalog(tables, row),
        Input::Pledges => pledge(tables, row),
        Input::Shipment => line(tables, row),
        Input::Health => super::health::add(tables, row),
        Input::Notices => super::notices::add(tables, row),
        Input::History => super::past::add(tables, row),
        Input::Restrictions => super::fetched::restriction(tables, row),
        Input::Eligibility => super::fetched::eligibility(tables, row),
        Input::ListingIssues => super::fetched::listing_issue(tables, row),
        Input::Registry => super::fetched::registration(tables, row),
        Input::Documents | Input::Account | Input::OwnLists => {}
    }
}

fn listing(tables: &mut Tables, row: &Reading<'_>) {
    let Some(sku) = row.sku(tables) else { return };
    let listing = Listing {
        origin: row.origin(),
        sku,
        asin: row.asin(),
        jan: row.jan(),
        bad_jan: row.bad_jan(tables),
        title: row.text(tables, "title"),
        note: row.text(tables, "note"),
        condition: row.units("condition").and_then(Condition::from_code),
        price: row.yen("price"),
        quantity: row.units("quantity"),
        channel: row.word("channel", Channel::from_word),
        status: row.word("status", Status::from_word),
    };
    tables.listings.push(listing);
}

fn stock(tables: &mut Tables, row: &Reading<'_>) {
    let Some(sku) = row.sku(tables) else { return };
    tables.stock.push(StockRow {
        origin: row.origin(),
        sku,
        asin: row.asin(),
        title: Text::EMPTY,
        condition: None,
        price: None,
        on_hand: row.units("on_hand"),
        reserved: row.units("reserved"),
        unsellable: row.units("unsellable"),
        inbound: row.units("inbound"),
    });
}

fn purchase(tables: &mut Tables, row: &Reading<'_>) {
    let purchase = Purchase {
        origin: row.origin(),
        day: row.day("day"),
        sku: row.sku(tables),
        asin: row.asin(),
        jan: row.jan(),
        bad_jan: row.bad_jan(tables),
        title: row.text(tables, "title"),
        units: row.units("units"),
        unit_cost: row.yen("unit_cost"),
        supplier: row.supplier(tables, "supplier"),
        contact: {
            let contact = row.contact(tables);
            tables.keep_contact(contact, ContactId::default())
        },
        class: row.word("class", SupplierClass::from_word),
        route: row.word("route", Route::from_word),
        file: row.text(tables, "file"),
        document_kind: row.word("kind", DocumentKind::from_word),
        invoice: row.text(tables, "invoice"),
        registration: row.text(tables, "registration"),
        remark: row.text(tables, "remark"),
    };
    tables.purchases.push(purchase);
    let identity = Identity {
        origin: row.origin(),
        means: row.text(tables, "identity"),
    };
    tables.identities.push(identity);
}

fn supplier(tables: &mut Tables, row: &Reading<'_>) {
    let Some(name) = row.supplier(tables, "name") else {
        return;
    };
    let supplier = Supplier {
        origin: row.origin(),
        name,
        class: row.word("class", SupplierClass::from_word),
        contact: row.contact(tables),
        registration: row.text(tables, "registration"),
        route: row.word("route", Route::from_word),
        loa_brands: row.text(tables, "loa_brands"),
        loa_expiry: row.day("loa_expiry"),
    };
    tables.suppliers.push(supplier);
}

fn sale(tables: &mut Tables, row: &Reading<'_>) {
    let sale = Sale {
        origin: row.origin(),
        sku: row.sku(tables),
        asin: row.asin(),
        order: None,
        day: row.day("day"),
        units: row.units("units").unwrap_or(1),
        amount: row.yen("amount"),
        report: SalesReport::Orders,
        cancelled: false,
    };
    tables.sales.push(sale);
}

fn returned(tables: &mut Tables, row: &Reading<'_>) {
    let returned = Returned {
        origin: row.origin(),
        sku: row.sku(tables),
        asin: row.asin(),
        day: row.day("day"),
        units: row.units("units").unwrap_or(1),
        disposition: row
            .word("disposition", Disposition::from_word)
            .unwrap_or(Disposition::Unknown),
        reason: row.text(tables, "reason"),
        comment: row.text(tables, "comment"),
    };
    tables.returns.push(returned);
}

fn catalog(tables: &mut Tables, row: &Reading<'_>) {
    let Some(asin) = row.asin() else { return };
    let catalog = CatalogRow {
        origin: row.origin(),
        asin: Some(asin),
        brand: row.text(tables, "brand"),
        manufacturer: row.text(tables, "manufacturer"),
        jan: row.jan(),
        list_price: row.yen("list_price"),
        parent: Asin::parse(row.str("parent").as_bytes()),
        distribution: row.word("distribution", Route::from_word),
    };
    tables.catalog.push(catalog);
}

fn pledge(tables: &mut Tables, row: &Reading<'_>) {
    let Some(asin) = row.asin() else { return };
    tables.pledges.push(Pledge {
        origin: row.origin(),
        asin,
        day: row.day("day"),
        remark: Text::EMPTY,
    });
}

fn line(tables: &mut Tables, row: &Reading<'_>) {
    let Some(sku) = row.sku(tables) else { return };
    tables.shipment.push(ShipmentLine {
        origin: row.origin(),
        sku,
        asin: row.asin(),
        units: row.units("units"),
        expiry: row.day("expiry"),
        bad_expiry: Text::EMPTY,
        per_box: row.units("units_per_box"),
        boxes: row.units("boxes"),
    });
}

/// Rows that name the same file are lines of one document; the first of them describes it.
fn documents(tables: &mut Tables, file: FileId, rows: &[Row]) {
    let mut groups: Vec<Vec<Reading<'_>>> = Vec::new();
    for row in rows {
        let reading = Reading { row, file };
        let name = reading.str("file");
        let same = |group: &&mut Vec<Reading<'_>>| {
            !name.is_empty() && group.first().is_some_and(|r| r.str("file") == name)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(reading),
            None => groups.push(vec![reading]),
        }
    }
    for group in &groups {
        document(tables, group);
    }
}

fn document(tables: &mut Tables, group: &[Reading<'_>]) {
    let Some(head) = group.first() else { return };
    let first_line = tables.document_lines.len() as u32;
    for row in group {
        let line = DocumentLine {
            origin: row.origin(),
            sku: row.sku(tables),
            asin: row.asin(),
            jan: row.jan(),
            units: row.units("units"),
        };
        // A row without any product is about the document alone.
        if line.sku.is_some() || line.asin.is_some() || line.jan.is_some() {
            tables.document_lines.push(line);
        }
    }
    let document = Document {
        origin: head.origin(),
        file: head.text(tables, "file"),
        kind: head
            .word("kind", DocumentKind::from_word)
            .or(Some(DocumentKind::Invoice)),
        issued: head.day("issued"),
        addressee: head.text(tables, "addressee"),
        invoice: head.text(tables, "invoice"),
        supplier: head.supplier(tables, "supplier"),
        state: state(head),
        content: super::content::of(tables, head),
        first_line,
        lines: tables.document_lines.len() as u32 - first_line,
    };
    tables.documents.push(document);
}

fn state(row: &Reading<'_>) -> FileState {
    match row.str("state") {
        "missing" => FileState::Missing,
        "empty" => FileState::Empty,
        "unreadable" => FileState::Unreadable,
        "unlooked" | "locked" | "broken" => FileState::Read {
            kind: FileType::Pdf,
            named: FileType::Pdf,
        },
        word => match FileType::from_word(word) {
            None => FileState::Unseen,
            Some(kind) => FileState::Read {
                kind,
                named: row.word("named", FileType::from_word).unwrap_or(kind),
            },
        },
    }
}
