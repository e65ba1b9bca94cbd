//! The pack: rules parsed and linted, all problems at once with file, line and column.
