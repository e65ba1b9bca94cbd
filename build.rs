//! Makes the crate be built again when a file appears among the ones that travel in it.
#![allow(clippy::print_stdout)]

fn main() {
    // `include_dir!` itself is only seen to read the files that were there at the last build.
    for folder in ["rules", "data"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
