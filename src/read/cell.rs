//! One cell to one value: spreadsheet damage is repaired where certain, reported where not.
