//! Tests of the config: the example is the default, mistakes are named, paths are the config's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::{Attest, Decision, Field, Grade, Input, SellerDetail, Stated};

const EXAMPLES: [&str; 2] = [
    include_str!("../../config.example.toml"),
    include_str!("../../data/templates/config.ja.toml"),
];

fn parse(text: &str) -> Config {
    Config::parse("config.toml", text, Path::new("/shop")).expect("the config is right")
}

fn problems(text: &str) -> Vec<(u32, u32, &'static str)> {
    let found = Config::parse("config.toml", text, Path::new("/shop")).err();
    let found = found.unwrap_or_default();
    found.iter().map(|p| (p.line, p.column, p.key)).collect()
}

/// The example with every setting in use.
fn all_in_use(example: &str) -> String {
    let mut text = String::new();
    for line in example.lines() {
        let setting = line.strip_prefix('#').filter(|l| !l.starts_with(' '));
        text.push_str(setting.unwrap_or(line));
        text.push('\n');
    }
    text
}

#[test]
fn the_examples_are_the_defaults() {
    for example in EXAMPLES {
        assert_eq!(parse(example), Config::default());
    }
    assert_eq!(parse(""), Config::default());
}

#[test]
fn the_examples_hold_every_setting() {
    for example in EXAMPLES {
        let text = all_in_use(example);
        let config = parse(&text);
        let plain: toml::Table = text.parse().unwrap();
        let keys = |table: &toml::Value| -> Vec<String> {
            table.as_table().unwrap().keys().cloned().collect()
        };
        let sorted = |keys: &[&str]| {
            let mut keys: Vec<String> = keys.iter().map(|k| (*k).to_owned()).collect();
            keys.sort();
            keys
        };
        assert_eq!(
            plain.keys().cloned().collect::<Vec<_>>(),
            sorted(parse::KEYS)
        );
        assert_eq!(keys(&plain["account"]), sorted(account::KEYS));
        let attested = account::attested_keys();
        let attested: Vec<&str> = attested.iter().map(String::as_str).collect();
        assert_eq!(keys(&plain["account"]["attested"]), sorted(&attested));
        assert_eq!(keys(&plain["policy"]), sorted(parse::POLICY));
        assert_eq!(
            keys(&plain["policy"]["override"][0]),
            sorted(overrides::KEYS)
        );
        assert_eq!(keys(&plain["rules"]), sorted(parse::RULES));
        assert_eq!(keys(&plain["feed"]), sorted(feed::KEYS));
        assert_eq!(keys(&plain["network"]), sorted(network::KEYS));
        assert_eq!(keys(&plain["source"][0]), sorted(source::KEYS));
        // One example for each kind; all together have every key.
        let alarms = plain["alarm"].as_array().unwrap();
        let mut of_alarms: Vec<String> = alarms.iter().flat_map(keys).collect();
        of_alarms.sort();
        of_alarms.dedup();
        assert_eq!(of_alarms, sorted(alarm::KEYS));
        let kinds: Vec<_> = config.alarms.iter().map(|alarm| alarm.kind).collect();
        assert_eq!(kinds, crate::model::AlarmKind::ALL);
        assert_eq!(config.sources.len(), 1);
        assert_eq!(config.severity[0].0.value, "PROOF-001");
    }
}

#[test]
fn settings_say_where_they_came_from() {
    let mut config = parse("lang = 'en'\n[policy]\nfail_on = 'low'\n");
    let from = |config: &Config, key| {
        let settings = config.settings();
        let found = settings.iter().find(|(name, _, _)| *name == key);
        found.map(|(_, value, from)| format!("{value} {from}"))
    };
    assert_eq!(from(&config, "lang"), Some("en config.toml:1".into()));
    assert_eq!(
        from(&config, "policy.profile"),
        Some("balanced default".into())
    );
    config.fail_on.option("--fail-on", Some(Severity::Critical));
    assert_eq!(
        from(&config, "policy.fail_on"),
        Some("critical --fail-on".into())
    );
    config.fail_on.option("--fail-on", None);
    assert_eq!(config.fail_on.value, Severity::Critical);
}

#[test]
fn every_mistake_is_named() {
    let text = "\u{feff}langg = 'ja'\nencoding = 'sjis'\npledged_asins = ['B0', 'B0TEST0001']\n\
        [account]\nantique_permit_number = '123'\n[policy]\nfail_on = 'hihg'\nrequired = ['prof']\n\
        [rules.severity]\nPROOF-001 = 'bad'\n[[source]]\nkind = 'account'\n\
        columns = { dat = 'x' }\ndate_format = '%Q'\ndelimiter = '#'\n";
    assert_eq!(
        problems(text),
        [
            (1, 1, "unknown-key"),
            (2, 12, "bad-word"),
            (3, 18, "bad-asin"),
            (5, 25, "permit-number"),
            (7, 11, "bad-word"),
            (8, 13, "bad-word"),
            (10, 13, "bad-word"),
            (11, 1, "missing-key-in"),
            (12, 8, "bad-word"),
            (13, 13, "unknown-key-in"),
            (14, 15, "date-format"),
            (15, 13, "bad-word"),
        ]
    );
}

#[test]
fn paths_are_those_of_the_configs_folder() {
    let config = parse("documents = ['証憑', '/elsewhere']\n[rules]\npacks = ['own']\n");
    let path = |p: &str| PathBuf::from(p);
    assert_eq!(
        config.documents.value,
        [path("/shop/証憑"), path("/elsewhere")]
    );
    assert_eq!(config.packs.value, [path("/shop/own")]);
}

#[test]
fn what_is_not_stated_stays_unknown() {
    assert_eq!(parse("[account]\n").account, None);
    let account = parse("[account]\nantique_permit = false\n")
        .account
        .unwrap();
    assert_eq!(
        (account.antique_permit, account.opened),
        (Some(false), None)
    );
    assert_eq!(parse("").pledged_asins, None);
    assert_eq!(
        parse("pledged_asins = []").pledged_asins,
        Some(Set::default_of(vec![]))
    );
}

#[test]
fn the_account_is_stated_or_denied() {
    let account = parse(
        "[account]\nseller_phone = false\nseller_name = '見本'\n\
         attested.two_step = false\nattested.password = 2026-08-01\n",
    );
    let account = account.account.unwrap();
    assert_eq!(account.details[&SellerDetail::Phone], None);
    assert_eq!(account.details[&SellerDetail::Name], Some("見本".into()));
    assert_eq!(account.details.get(&SellerDetail::Address), None);
    assert_eq!(account.attested[&Attest::TwoStep], Stated::No);
    let day = Stated::On(crate::model::Day::constant(2026, 8, 1));
    assert_eq!(account.attested[&Attest::Password], day);
    let text = "[account]\nseller_fone = 'x'\nseller_name = ''\nseller_phone = true\n\
         attested.two_stp = 2026-08-01\nattested.two_step = 'soon'\n";
    assert_eq!(
        problems(text),
        [
            (2, 1, "unknown-key-in"),
            (3, 15, "empty-text"),
            (4, 16, "wrong-type"),
            (5, 10, "unknown-key-in"),
            (6, 21, "bad-day"),
        ]
    );
    let found = Config::parse("c", "[account]\nattested.two_stp = false\n", Path::new(""));
    let help = found.unwrap_err()[0].help.clone().unwrap();
    assert_eq!(help.values[0].1, "two_step".into());
}

#[test]
fn a_source_is_read_whole() {
    let config = parse(&all_in_use(EXAMPLES[0]));
    let source = &config.sources[0];
    assert_eq!(
        (source.kind, source.delimiter),
        (Input::Purchases, Some(b'\t'))
    );
    assert_eq!(source.columns[&Field::Day], "仕入日");
    assert_eq!(source.header_line, Some(3));
}

#[test]
fn rules_and_profiles_that_do_not_exist_are_named() {
    let config = parse("[policy]\nprofile = 'saef'\n[rules]\noff = ['MIX-001', 'MIX-0O2']\n");
    let found = config.unknown_rules(&["MIX-001", "MIX-002"]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].line, found[0].column, found[0].key),
        (4, 19, "config-rule")
    );
    let profile = config.unknown_profile(&["safe", "balanced"]).unwrap();
    assert_eq!(profile.help.unwrap().values[0].1, "safe".into());
}

#[test]
fn profiles_are_data() {
    let found = profiles("p", "[safe]\ncritical = 'stop'\nlow = 'hold'\n").unwrap();
    assert_eq!(found[0].name, "safe");
    assert_eq!(
        found[0].decide(Severity::Low, Grade::A, true),
        Decision::Hold
    );
    let wrong = profiles("p", "[safe]\ncritcal = 'stop'\nlow = 'x'\n").unwrap_err();
    assert_eq!(wrong.len(), 2);
}

#[test]
fn a_profile_heeds_grade_and_indication() {
    let text = "[p]\nhigh = { A = 'stop', B = 'stop', C = 'hold', D = 'ship', indication = 'hold' }\n\
        low = 'hold'\n";
    let profile = &profiles("p", text).unwrap()[0];
    let high = |grade, indication| profile.decide(Severity::High, grade, indication);
    assert_eq!(
        (high(Grade::B, false), high(Grade::B, true)),
        (Decision::Stop, Decision::Hold)
    );
    assert_eq!(
        (high(Grade::C, false), high(Grade::D, true)),
        (Decision::Hold, Decision::Ship)
    );
    assert_eq!(
        profile.decide(Severity::Critical, Grade::A, false),
        Decision::Ship
    );
    assert!(profile.heeds_grade(Severity::High) && !profile.heeds_grade(Severity::Low));
    let wrong = profiles(
        "p",
        "[p]\nhigh = { A = 'stop', E = 'hold', indication = 'no' }\n",
    );
    let keys: Vec<_> = wrong.unwrap_err().iter().map(|p| p.key).collect();
    assert_eq!(keys.len(), 5, "E, B, C, D and the word: {keys:?}");
}

#[test]
fn overrides_are_exceptions_with_a_place() {
    let config = parse(&all_in_use(EXAMPLES[0]));
    assert_eq!(
        (config.overrides.len(), config.profiles[0].name.as_str()),
        (1, "mine")
    );
    let set = &config.overrides[0];
    assert_eq!(
        (set.file.as_str(), set.sets_aside()),
        ("config.toml", false)
    );
    assert!(set.line > 1 && set.asin.is_some());
    let text = "[[policy.override]]\nreason = 'x'\nuntil = 2027-01-01\n[[policy.override]]\nrule = 'A'\n\
        decision = 'no'\nuntill = 2027-01-01\n";
    assert_eq!(
        problems(text),
        [
            (1, 1, "override-names-nothing"),
            (4, 1, "missing-key-in"),
            (4, 1, "missing-key-in"),
            (6, 12, "bad-word"),
            (7, 1, "unknown-key-in"),
        ]
    );
}

#[test]
fn nobody_lowers_what_may_not_be_accepted() {
    let config = parse(
        "[[policy.override]]\nrule = 'ACCT-001'\nreason = 'x'\nuntil = 2027-01-01\n\
        [rules]\noff = ['ACCT-001']\n[rules.severity]\nACCT-001 = 'low'\n",
    );
    let never = [("ACCT-001", Severity::Critical)];
    let lines: Vec<u32> = config.lowered(&never).iter().map(|p| p.line).collect();
    assert_eq!(lines, [6, 8, 2]);
    assert!(config.lowered(&[("IP-001", Severity::High)]).is_empty());
}

#[test]
fn an_alarm_has_what_its_kind_needs_and_never_its_secret() {
    let alarm = |lines: &str| format!("[[alarm]]\nname = 'a'\n{lines}\n");
    let slack = alarm("kind = 'slack'\nsecret_env = 'KENPIN_A'");
    let alarms = parse(&slack).alarms;
    assert_eq!(alarms[0].severity, crate::model::Severity::High);
    for (text, key) in [
        (alarm("kind = 'slack'"), "alarm-needs"),
        (alarm("kind = 'chatwork'\nsecret_env = 'A'"), "alarm-needs"),
        (alarm("kind = 'webhook'\nsecret_env = 'A'"), "alarm-needs"),
        (format!("{slack}to = 'x'\n"), "alarm-needless"),
        (format!("{slack}url = 'https://x'\n"), "alarm-key"),
        (format!("{slack}{slack}"), "alarm-twice"),
        (
            alarm("kind = 'slack'\nsecret_env = 'https://x/y'"),
            "alarm-variable",
        ),
        (
            alarm("kind = 'mail'\nserver = 'a'\nfrom = 'me'\nto = 'you@example.com'"),
            "alarm-mailbox",
        ),
        (
            alarm("kind = 'mail'\nserver = 'a'\nfrom = 'a@b'\nto = ['c@d']\nuser = 'x'"),
            "alarm-needs",
        ),
        (
            slack.replace("'a'", &format!("'{}'", "a".repeat(41))),
            "alarm-name",
        ),
    ] {
        let found = problems(&text);
        assert_eq!(found.len(), 1, "{text}\n{found:?}");
        // At the head of the table: the line itself may hold a secret.
        assert_eq!((found[0].1, found[0].2), (1, key), "{text}");
        assert!(text.lines().nth(found[0].0 as usize - 1) == Some("[[alarm]]"));
    }
}
