//! Bytes to rows: open, unpack, tell the encoding and the delimiter, split, count lines.
