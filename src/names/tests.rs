//! Names found, told apart and left alone.
