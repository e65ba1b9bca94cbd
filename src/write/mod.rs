//! Edge out: a report becomes bytes, one file per format, escaping in one place.
