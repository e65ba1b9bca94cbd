//! A candidate as a JSON object: known keys are read, all others are passed over.

use super::Cells;
use crate::model::{Candidate, Field, LineFault};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The keys that are read, with the field that each fills.
pub const FIELDS: &[(&str, Field)] = &[
    ("id", Field::Sku),
    ("asin", Field::Asin),
    ("jan", Field::Jan),
    ("title", Field::Title),
    ("brand", Field::Brand),
    ("manufacturer", Field::Manufacturer),
    ("supplier", Field::Supplier),
    ("supplier_class", Field::SupplierClass),
    ("price", Field::UnitCost),
    ("list_price", Field::Price),
    ("condition", Field::Condition),
    ("route", Field::Route),
    ("quantity", Field::Units),
    ("note", Field::Note),
];

pub(super) fn read(line: &[u8], cells: &Cells<'_>, into: &mut Candidate) -> Result<(), LineFault> {
    let text = std::str::from_utf8(line).map_err(|_| LineFault::NotUtf8)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let object = Object { cells, into };
    json.deserialize_map(object)
        .and_then(|()| json.end())
        .map_err(|_| LineFault::NotJson)
}

/// Reads the keys of the object.
struct Object<'c, 'w> {
    cells: &'c Cells<'w>,
    into: &'c mut Candidate,
}

impl<'de> Visitor<'de> for Object<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(field) = map.next_key_seed(Key)? {
            match field {
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(field) => map.next_value_seed(Put {
                    cells: self.cells,
                    into: self.into,
                    field,
                })?,
            }
        }
        Ok(())
    }
}

/// The field of a key.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Option<Field>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Option<Field>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        let known = FIELDS.iter().find(|(name, _)| *name == key);
        Ok(known.map(|(_, field)| *field))
    }
}

/// Puts a value of any kind into a field.
struct Put<'c, 'w> {
    cells: &'c Cells<'w>,
    into: &'c mut Candidate,
    field: Field,
}

impl Put<'_, '_> {
    fn text(self, text: &str) {
        self.cells.put(self.into, self.field, text);
    }

    /// A value that no cell could hold.
    fn odd(self, kind: &str) {
        self.into.unread.push((self.field, kind.to_owned()));
    }
}

impl<'de> DeserializeSeed<'de> for Put<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Put<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.text(text);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.odd(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.text(&number.to_string());
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.text(&number.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.text(&number.to_string());
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        self.odd("[…]");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.odd("{…}");
        Ok(())
    }
}
