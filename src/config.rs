//! The config: composes the options of each layer, validates them, says where each came from.
