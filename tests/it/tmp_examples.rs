//! temporary
use kenpin::rules::*;
#[test]
fn examples() {
    let mut files = vec![];
    for f in std::fs::read_dir("/tmp/wt/rules/rules").unwrap() {
        let p = f.unwrap().path();
        let name = p.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".toml") {
            files.push(PackFile {
                shown: name.clone(),
                path: format!("rules/{name}"),
                text: std::fs::read_to_string(&p).unwrap(),
            });
        }
    }
    for n in [
        "words/damage.csv",
        "words/domestic.csv",
        "words/parallel.csv",
        "words/not-for-sale.csv",
        "words/route-neutral.csv",
        "brands.csv",
        "suppliers.csv",
        "coverage.csv",
    ] {
        files.push(PackFile {
            shown: n.into(),
            path: n.into(),
            text: std::fs::read_to_string(format!("/work/main/data/{n}")).unwrap(),
        });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let pack = load(&files, kenpin::checks::KINDS).unwrap_or_else(|p| panic!("{:#?}", p));
    let mut bad = 0;
    let mut all = 0;
    for rule in &pack.rules {
        for o in kenpin::scan::examples::run(rule, &pack) {
            all += 1;
            if !o.holds() {
                bad += 1;
                println!(
                    "{}:{} expected {:?} got {:?}",
                    o.example.file, o.example.line, o.example.expect, o.got
                );
            }
        }
    }
    println!("{bad} of {all} fail");
    assert_eq!(bad, 0);
}
