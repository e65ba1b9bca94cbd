### What is wrong with a rule, a list or the config: `problem-<key>`, and what would mend it.

problem-error = error
problem-help = help
problem-did-you-mean = did you mean `{ $word }`?
problem-one-of = allowed: { $words }

## The file is not TOML

problem-toml-invalid = this is not valid TOML
problem-toml-duplicate = this key is given twice
problem-toml-unclosed-header = the table header lacks its closing bracket
problem-toml-unclosed-array = the list lacks its closing `]`
problem-toml-unclosed-inline = the table lacks its closing brace
problem-toml-bare-key = a key of other characters than A-Z a-z 0-9 _ - must stand in quotes
problem-toml-unquoted = text must stand in quotes: "text"
problem-toml-quote = the text is not closed by the quote that opened it, or holds a character that must be escaped
problem-toml-escape = `\` begins an escape here; for a Windows path use single quotes: 'C:\folder'
problem-toml-no-value = `=` or the value is missing here
problem-toml-comma = a comma is missing here or one too many
problem-toml-number = this is not a number or date as TOML writes it
problem-toml-line-end = the line does not end as lines do
problem-toml-deep = tables or lists are nested too deeply

## Keys and values

problem-unknown-key = unknown key `{ $key }`
problem-unknown-key-in = unknown key `{ $key }` in `{ $table }`
problem-missing-key = the key `{ $key }` is missing
problem-missing-key-in = `{ $table }` lacks the key `{ $key }`
problem-wrong-type = `{ $key }` must be { $wanted }, but is { $found }
problem-bad-word = `{ $key }` cannot be `{ $value }`
problem-out-of-range = `{ $key }` must be between { $low } and { $high }
problem-bad-day = `{ $key }` must be a date such as 2026-11-21
problem-empty-text = `{ $key }` is empty
problem-empty-list = the list `{ $key }` is empty
problem-bad-url = `{ $key }` must begin with https:// or http://
problem-bad-asin = `{ $value }` is not an ASIN (ten characters, such as B0ABCD1234)
problem-bad-jan = `{ $value }` is not a JAN with a right check digit
problem-bad-percent = `{ $value }` is not a share such as 2.5%
problem-check-rule = there is no rule about goods with the id `{ $id }`
problem-bad-condition = `{ $key }` is none of Amazon's condition codes (1 to 8, 10, 11)

## Rules

problem-rule-id = a rule id is a family in capitals, a hyphen and three digits, such as PROOF-001
problem-rule-file = the file must be named after the rule: `{ $name }`, not `{ $file }`
problem-rule-family = the family of { $id } is `{ $family }`
problem-rule-duplicate = the rule { $id } is there twice; the other one is in { $other }
problem-coverage-unknown = there is no coverage id `{ $value }` (see data/coverage.csv)
problem-coverage-row = this row is no coverage id with family, Japanese and English text
problem-check-none = the rule names no check: `[check.NAME]` is missing
problem-check-two = a rule has one check; this one has `{ $first }` and `{ $name }`
problem-check-unknown = there is no check `{ $name }`
problem-parameter = `{ $key }`: { $message }
problem-list-unknown = there is no list `{ $list }`
problem-list-empty = the list `{ $list }` is empty
problem-list-column = the list lacks the column `{ $column }`
problem-list-cell = the column `{ $column }` is empty
problem-list-word = the column `{ $column }` cannot hold `{ $value }`
problem-list-one-of = the column `{ $column }` cannot hold `{ $value }`; it can hold: { $words }
problem-list-csv = this cannot be read as CSV ({ $detail })
problem-list-large = the lists hold too many words ({ $detail })
problem-example-missing = no example expects `{ $expect }`; each of risk, clear and unknown needs one

## Config

problem-permit-number = `{ $value }` is not a permit number (12 digits)
problem-date-format = `{ $value }` is not a date format such as %Y/%m/%d
problem-config-rule = there is no rule { $id }
problem-config-opt-in = no list has a brand `{ $name }`
problem-override-names-nothing = An override names nothing that it is about: give `rule`, `brand`, `supplier`, `asin` or `sku`
problem-config-profile = there is no profile `{ $name }`

## Types of values

word-type-string = text in quotes
word-type-integer = a whole number
word-type-float = a number with a decimal point
word-type-boolean = true or false
word-type-day = a date
word-type-array = a list in [ ]
word-type-table = a table
problem-except-never = the rule { $id } can neither be excepted nor lowered nor switched off
problem-config-secret = line { $line } seems to hold a secret ({ $what }). Take it out of this file and renew it where it was issued: others may have read it. Then let `kenpin login NAME` put it into the keyring of the system, or set the environment variable of that name
problem-feed-url = `{ $value }` is no address that a feed can have: https://…, or http://127.0.0.1… on this machine
problem-feed-channel = `{ $value }` is no name of a channel (letters, digits, -, _ and .)
problem-feed-no-key = the feed has no key: nothing could be taken from it
problem-feed-key = `{ $value }` is no public key of minisign (the line of the publisher that begins with RW)

## Alarms

problem-alarm-key = an alarm has no key `{ $key }`; a secret belongs into an environment variable that `secret_env` names
problem-alarm-name = the name of an alarm has at most 40 characters and none that acts (`{ $key }`)
problem-alarm-twice = two alarms have the same `{ $key }`
problem-alarm-needs = an alarm of this kind needs `{ $key }`
problem-alarm-needless = an alarm of this kind has no `{ $key }`
problem-alarm-variable = `{ $key }` is the name of an environment variable (letters, digits, _), never the secret itself
problem-alarm-mailbox = `to` and `from` are mail addresses (look at `{ $key }`)
