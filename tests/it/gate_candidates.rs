//! `kenpin gate candidates`: answers come line by line, in order, whatever the lines are.

use crate::run::{kenpin, run};
use kenpin::model::{Answer, Choice, LineFault, PAPERS, Scope};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

const TODAY: [&str; 2] = ["--today", "2026-11-21"];

fn gate(folder: &Path, more: &[&str]) -> Command {
    let mut command = kenpin(folder);
    command.args(["gate", "candidates"]).args(more).args(TODAY);
    command
}

fn piped(folder: &Path, more: &[&str]) -> Child {
    let mut command = gate(folder, more);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command.stderr(Stdio::piped()).spawn().unwrap()
}

/// Exit code and answers to what is piped in.
fn answers(input: &[u8]) -> (Option<i32>, Vec<Answer>) {
    let folder = tempfile::tempdir().unwrap();
    let mut child = piped(folder.path(), &["-", "--json-lines"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let reading = std::thread::spawn(move || {
        let mut text = String::new();
        stdout.read_to_string(&mut text).unwrap();
        text
    });
    stdin.write_all(input).unwrap();
    drop(stdin);
    let text = reading.join().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(
        output.stderr.is_empty(),
        "{:?}",
        String::from_utf8(output.stderr)
    );
    let answers = text.lines().map(|line| serde_json::from_str(line).unwrap());
    (output.status.code(), answers.collect())
}

fn told() -> Value {
    json!({"id": "a", "asin": "B0TEST0001", "title": "青葉 マグネット 10個", "brand": "青葉",
        "supplier": "株式会社青葉商店", "supplier_class": "卸", "price": 300, "list_price": 980,
        "condition": "新品", "route": "国内正規品", "quantity": 5})
}

#[test]
fn a_line_is_answered_before_the_next_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = piped(folder.path(), &["-"]);
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in stdout.lines() {
            send.send(line.unwrap()).unwrap();
        }
    });
    for number in 1..=20 {
        let mut line = told();
        line["id"] = number.into();
        // A line that comes in two pieces is one line.
        let text = format!("{line}\n");
        let (begin, end) = text.as_bytes().split_at(number * 7);
        stdin.write_all(begin).unwrap();
        stdin.flush().unwrap();
        stdin.write_all(end).unwrap();
        stdin.flush().unwrap();
        let answer = receive.recv_timeout(Duration::from_secs(60)).unwrap();
        let answer: Answer = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer.id, number.to_string());
        assert_eq!(answer.line as usize, number);
        assert_eq!(answer.decision, Choice::Buy, "{answer:?}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn every_line_has_its_answer_in_order(lines in prop::collection::vec(line(), 0..1500)) {
        let mut input = Vec::new();
        for line in &lines {
            input.extend_from_slice(line);
            input.push(b'\n');
        }
        let (_, answers) = answers(&input);
        let filled = lines.iter().enumerate().filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace));
        let numbers: Vec<u32> = filled.map(|(at, _)| at as u32 + 1).collect();
        prop_assert_eq!(answers.iter().map(|a| a.line).collect::<Vec<_>>(), numbers);
        for answer in &answers {
            let object = serde_json::from_slice::<serde_json::Map<String, Value>>(&lines[answer.line as usize - 1]);
            prop_assert_eq!(answer.error.is_none(), object.is_ok());
        }
    }
}

fn line() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        Just(Value::Null),
        any::<i32>().prop_map(Value::from),
        "[ a-z0-9ア-ン一-丁,¥-]{0,12}".prop_map(Value::from),
        Just(json!("B0TEST0001")),
        Just(json!(["x"])),
        Just(json!("メルカリ")),
    ];
    let key = prop::sample::select(vec![
        "id",
        "asin",
        "jan",
        "title",
        "brand",
        "supplier",
        "price",
        "condition",
        "route",
        "note",
        "other",
    ]);
    let object = prop::collection::btree_map(key.prop_map(str::to_owned), cell, 0..8);
    let object = object.prop_map(|map| serde_json::to_vec(&map).unwrap());
    let junk = prop::collection::vec(
        any::<u8>().prop_filter("no line end", |b| *b != b'\n'),
        0..30,
    );
    prop_oneof![6 => object, 1 => junk, 1 => Just(b"{\"id\":".to_vec()), 1 => Just(Vec::new())]
}

#[test]
fn an_answer_does_not_depend_on_its_neighbours() {
    let mut lines: Vec<Value> = Vec::new();
    for (supplier, route) in [
        ("メルカリ", "国内"),
        ("株式会社青葉商店", "並行輸入"),
        ("", ""),
        ("ヤマダ電機", "国内"),
    ] {
        for title in [
            "青葉 マグネット",
            "青葉 マグネット 並行輸入品",
            "青葉 非売品",
            "",
        ] {
            let mut line = told();
            line["supplier"] = supplier.into();
            line["route"] = route.into();
            line["title"] = title.into();
            line.as_object_mut().unwrap().remove("supplier_class");
            lines.push(line);
        }
    }
    // All of one ASIN, which an account would join to one page.
    let all: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let (_, together) = answers(all.as_bytes());
    for (at, (line, answer)) in lines.iter().zip(together).enumerate() {
        let (_, mut alone) = answers(format!("{line}\n").as_bytes());
        let mut alone = alone.remove(0);
        alone.line = answer.line;
        let places = alone.reasons.iter_mut().flat_map(|r| &mut r.evidence);
        for place in places.filter_map(|e| e.at.as_mut()) {
            place.line = Some(at as u32 + 1);
        }
        assert_eq!(alone, answer);
    }
}

#[test]
fn unknown_is_asked_and_never_bought() {
    let (code, told_all) = answers(format!("{}\n", told()).as_bytes());
    assert_eq!((code, told_all[0].decision), (Some(0), Choice::Buy));
    for key in ["asin", "title", "brand", "supplier_class", "route"] {
        let mut line = told();
        line.as_object_mut().unwrap().remove(key);
        let (code, answers) = answers(format!("{line}\n").as_bytes());
        assert_eq!(answers[0].decision, Choice::Ask, "{key}");
        assert_eq!(code, Some(3), "{key}");
        assert!(answers[0].not_judged.iter().any(|not| not.asks), "{key}");
    }
    let mut nobody = told();
    for key in ["supplier", "supplier_class"] {
        nobody.as_object_mut().unwrap().remove(key);
    }
    let (_, answers) = answers(format!("{nobody}\n").as_bytes());
    assert_eq!(answers[0].decision, Choice::Ask);
}

#[test]
fn hostile_lines_are_answered_and_end_nothing() {
    let deep = "[".repeat(100_000);
    let long = format!("{{\"title\":\"{}\"}}", "x".repeat(2 << 20));
    let nested = format!("{{\"title\":{deep}");
    let title = "検".repeat(300_000);
    let wide = format!("{{\"title\":\"{title}\"}}");
    let mut input = Vec::new();
    for line in [
        nested.as_bytes(),
        long.as_bytes(),
        b"{\"title\":\"\xff\xfe\"}",
        b"\0\0\0",
        wide.as_bytes(),
    ] {
        input.extend_from_slice(line);
        input.extend_from_slice(b"\r\n");
    }
    input.extend_from_slice(told().to_string().as_bytes());
    let (code, answers) = answers(&input);
    let errors: Vec<_> = answers.iter().map(|answer| answer.error).collect();
    let (json, utf8, long) = (LineFault::NotJson, LineFault::NotUtf8, LineFault::TooLong);
    assert_eq!(
        errors,
        [Some(json), Some(long), Some(utf8), Some(json), None, None]
    );
    assert_eq!(answers[5].decision, Choice::Buy);
    assert_eq!(code, Some(3));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = piped(folder.path(), &["-"]);
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let line = format!("{}\n", told());
    for _ in 0..5_000 {
        if stdin.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn what_cannot_be_run_ends_with_two() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("list.csv"), "a,b\n1,2\n").unwrap();
    for arguments in [
        &["gate", "candidates", "gone.csv"][..],
        &["gate", "candidates", "list.csv"],
        &["gate", "candidates", "list.csv", "--out", "x.pdf"],
        &["gate", "candidates", "list.csv", "--format", "xml"],
        &["gate", "candidates", "list.csv", "--account", "gone"],
        &["gate", "candidates"],
        &["gate"],
    ] {
        let (code, out, err) = run(folder.path(), arguments);
        assert_eq!((code, out.is_empty()), (2, true), "{arguments:?} {out}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_table_may_be_piped_in_any_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let text = "候補ID,ASIN,商品名,ブランド,仕入先,仕入先区分,仕入単価,販売価格,コンディション,流通経路\n\
        い,B0TEST0001,青葉 マグネット 10個,青葉,株式会社青葉商店,卸,300,980,新品,国内正規品\n";
    let cp932 = encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
    let tabs = text.replace(',', "\t");
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(tabs.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [cp932, utf16, text.as_bytes().to_vec()] {
        let mut child = piped(folder.path(), &["-", "--format", "jsonl"]);
        child.stdin.take().unwrap().write_all(&bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        let answer: Answer = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((answer.id.as_str(), answer.line), ("い", 2));
        assert_eq!(answer.decision, Choice::Buy, "{answer:?}");
    }
}

#[test]
fn the_schema_in_the_repository_is_the_type_and_accepts_answers() {
    let schema = serde_json::to_value(schemars::schema_for!(Answer)).unwrap();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/candidates.schema.json");
    if std::env::var_os("KENPIN_BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "data/candidates.schema.json is old: run the test with KENPIN_BLESS=1"
    );
    let checker = jsonschema::validator_for(&schema).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = run(folder.path(), &["gate", "candidates", "--demo", "--quiet"]);
    assert_eq!(code, 1);
    for line in out.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let errors: Vec<String> = checker.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?} {line}");
        let answer: Answer = serde_json::from_str(line).unwrap();
        for paper in &answer.papers {
            assert!(PAPERS.iter().any(|(name, _)| *name == paper.paper));
        }
    }
}

#[test]
fn the_demo_has_all_three_answers_for_the_reasons_planted() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out, _) = run(folder.path(), &["gate", "candidates", "--demo", "--quiet"]);
    let answers: Vec<Answer> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let expected = [
        ("K-01", Choice::Buy, ""),
        ("K-02", Choice::Buy, ""),
        ("K-03", Choice::Buy, ""),
        ("K-04", Choice::Buy, ""),
        ("K-05", Choice::Avoid, "MIX-001"),
        ("K-06", Choice::Avoid, "ACCT-001"),
        ("K-07", Choice::Avoid, "IP-005"),
        ("K-08", Choice::Ask, "IP-002"),
        ("K-09", Choice::Avoid, "MIX-003"),
        ("K-10", Choice::Avoid, "PROOF-008"),
        ("K-11", Choice::Ask, "PROOF-007"),
        ("K-12", Choice::Ask, ""),
        ("K-13", Choice::Ask, ""),
        ("K-14", Choice::Ask, ""),
        ("K-15", Choice::Ask, "IP-004"),
        ("K-16", Choice::Ask, "PROOF-016"),
        ("K-17", Choice::Avoid, "PROOF-013"),
        ("K-18", Choice::Ask, "LAW-003"),
        ("K-19", Choice::Avoid, "LAW-001"),
        ("K-20", Choice::Ask, "LIST-001"),
        ("K-21", Choice::Ask, ""),
        ("K-22", Choice::Ask, ""),
    ];
    assert_eq!(answers.len(), expected.len());
    for (answer, (id, decision, rule)) in answers.iter().zip(expected) {
        assert_eq!(
            (answer.id.as_str(), answer.decision),
            (id, decision),
            "{answer:#?}"
        );
        let named = answer.reasons.iter().any(|reason| &*reason.rule == rule);
        assert!(named || rule.is_empty(), "{id}: {rule} in {answer:#?}");
    }
}

#[test]
fn the_readmes_show_what_is_printed() {
    for (name, lang) in [("README.md", "en"), ("README.ja.md", "ja")] {
        let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        let command = format!("$ kenpin gate candidates --demo --format table --lang {lang}\n");
        let shown = readme.split(command.as_str()).nth(1).expect(name);
        let shown = shown.split("```").next().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let arguments = [
            "gate",
            "candidates",
            "--demo",
            "--format",
            "table",
            "--lang",
            lang,
        ];
        let (_, printed, _) = run(folder.path(), &arguments);
        assert!(
            printed.contains(shown),
            "{name} shows what is not printed:\n{shown}"
        );
    }
}

/// Every check that can judge a candidate says what to do before buying, and so do all papers and
/// faults in both languages.
#[test]
fn the_words_of_the_gate_are_complete() {
    use kenpin::model::{Lang, Value as Told};
    let words = kenpin::cmd::load::words().unwrap();
    let pack = kenpin::cmd::load::pack(&[]).unwrap();
    for lang in Lang::ALL {
        for rule in &pack.rules {
            let after = ["documents", "stock", "sales", "returns"];
            let inputs = rule.check.inputs();
            let judged = inputs.iter().all(|i| !after.contains(&i.word()));
            let told = words.has(*lang, &format!("buying-{}", rule.id))
                || words.has(*lang, &format!("buying-{}", rule.check_name));
            // What is not asked of goods that are not bought yet.
            let other = [
                "no-purchase",
                "other-item",
                "route-twins",
                "used-ledger",
                "title-route-changed",
                "listing-stopped",
                // Fetched for what is listed.
                "listing-issue",
            ];
            let of_goods = matches!(rule.check.scope(), Scope::Asin | Scope::Sku);
            assert!(
                told || !judged || !of_goods || other.contains(&rule.check_name.as_str()),
                "{} {lang}",
                rule.id
            );
        }
        for (paper, values) in PAPERS {
            let value = Told::from("x");
            let values: Vec<_> = values.iter().map(|name| (*name, &value)).collect();
            let said = words.say(*lang, &format!("paper-{paper}"), &values);
            assert!(!said.contains('$') && !said.contains('<'), "{said}");
        }
        let faults = LineFault::ALL
            .iter()
            .map(|fault| format!("candidate-line-{fault}"));
        let choices = Choice::ALL
            .iter()
            .map(|choice| format!("candidate-choice-{choice}"));
        for id in faults.chain(choices) {
            assert!(words.has(*lang, &id), "{id} {lang}");
        }
    }
}

#[test]
fn the_profile_named_decides() {
    let folder = tempfile::tempdir().unwrap();
    let output = |profile: &str| {
        let more = [
            "--demo",
            "--format",
            "jsonl",
            "--quiet",
            "--profile",
            profile,
        ];
        crate::run::told(&gate(folder.path(), &more).output().unwrap())
    };
    let avoided = |profile: &str| {
        let (_, text, _) = output(profile);
        let answers = text
            .lines()
            .map(|line| serde_json::from_str::<Answer>(line).unwrap());
        answers.filter(|a| a.decision == Choice::Avoid).count()
    };
    assert!(avoided("safe") > avoided("profit"));
    let (code, _, told) = output("saef");
    assert_eq!(code, 2);
    assert!(told.contains("saef"), "{told}");
}
