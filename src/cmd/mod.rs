//! Commands: the only place that sees the core and the edges together.
