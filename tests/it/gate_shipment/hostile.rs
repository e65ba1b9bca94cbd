//! Plans that are broken, hostile, or lie where something would be written.

use super::{desk, gate, refused};
use kenpin::model::{Decision, GateLine};

#[test]
fn hostile_plans_end_well() {
    let desk = desk();
    let write = |text: &str| desk.write("plan.csv", text);
    for broken in [
        "",
        "\n\n",
        "SKU\nKM-001\n",
        "Merchant SKU;;Quantity\u{0}\nKM-001;;1\n",
        "KM-001,5\nKM-002,6\n",
    ] {
        write(broken);
        let said = refused(&desk, "plan.csv", &[]);
        assert!(said.contains("plan.csv"), "{broken:?}: {said}");
    }
    write("SKU,Quantity,Expiry\n");
    assert!(refused(&desk, "plan.csv", &[]).contains("no line"));
    assert!(refused(&desk, "account", &[]).contains("account"));
    assert!(refused(&desk, "gone.csv", &[]).contains("gone.csv"));
    let bad = [
        "-5",
        "0",
        "99999999999999999999",
        "=1+1",
        "1e9",
        "五",
        "",
        "3.5",
        "NaN",
    ];
    let lines: String = bad
        .iter()
        .map(|units| format!("KM-001,{units},\n"))
        .collect();
    write(&format!("SKU,Quantity,Expiry\n{lines}"));
    let (held, code) = gate(&desk, "plan.csv", &["--cleaned", "new.csv"]);
    assert_eq!((held.lines.len(), code), (bad.len(), Some(3)));
    for (line, units) in held.lines.iter().zip(bad) {
        assert!(
            line.quantity.unwrap_or(0) == 0 && line.may_go == 0,
            "{units}"
        );
        assert_eq!(line.decision, Decision::Hold, "{units}");
    }
    assert_eq!(desk.read("new.csv"), b"SKU,Quantity,Expiry\n");
    write("SKU,Quantity,Expiry\nKM-001,4294967295,\nKM-001,4294967295,\n");
    assert_eq!(gate(&desk, "plan.csv", &[]).0.summary.may_go, 0);
    let days = "KM-001,1,31/12/2027\nKM-001,1,2027-13-01\nKM-001,1,soon\nKM-001,1,12/31/2027\n";
    write(&format!("SKU,Quantity,Expiry\n{days}"));
    let (dated, _) = gate(&desk, "plan.csv", &[]);
    let open = |line: &GateLine| line.not_judged.iter().any(|held| held.rule == "SHIP-005");
    let told: Vec<_> = dated
        .lines
        .iter()
        .map(|l| (l.expiry.is_some(), open(l)))
        .collect();
    let unread = (false, true);
    assert_eq!(told, [unread, unread, unread, (true, false)]);
}

#[test]
fn nothing_of_a_plan_acts_on_a_terminal_or_in_a_spreadsheet() {
    let desk = desk();
    desk.write(
        "plan.csv",
        "SKU,Quantity,Expiry\n\u{1b}[2J\u{202e}x,1,\n=HYPERLINK(1),2,\n+1,\u{1b}]0;t\u{7},\n",
    );
    for format in ["table", "csv", "json"] {
        let args = [
            "gate", "shipment", "plan.csv", "account", "--format", format,
        ];
        let ran = desk.run(&args);
        ran.sane();
        let out = ran.out();
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{out:?}");
        if format == "csv" {
            assert!(
                out.contains("'=HYPERLINK(1)") && out.contains("'+1"),
                "{out}"
            );
        }
    }
}

#[test]
fn a_file_that_is_read_is_never_written_over() {
    let desk = desk();
    let plan = "SKU,Quantity,Expiry\nKM-001,5,\n";
    desk.write("plan.csv", plan);
    let ledger = desk.read("account/purchases.csv");
    for more in [
        ["--cleaned", "plan.csv"],
        ["--cleaned", "./account/../plan.csv"],
        ["--cleaned", "account/purchases.csv"],
        ["--out", "plan.csv"],
    ] {
        let said = refused(&desk, "plan.csv", &more);
        assert!(said.contains("another name"), "{more:?}: {said}");
    }
    let twice = ["--out", "a.csv", "--cleaned", "a.csv"];
    assert!(refused(&desk, "plan.csv", &twice).contains("another name"));
    assert_eq!(desk.read("plan.csv"), plan.as_bytes());
    assert_eq!(desk.read("account/purchases.csv"), ledger);
    // What an earlier run wrote may be written again.
    gate(&desk, "plan.csv", &["--cleaned", "account/new.csv"]);
    gate(&desk, "plan.csv", &["--cleaned", "account/new.csv"]);
    assert_eq!(desk.read("account/new.csv"), plan.as_bytes());
}
