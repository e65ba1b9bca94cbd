### What the commands print beside the report. The help of commands and arguments is English where
### they are defined (src/cmd/args.rs); only what stands below all arguments is here.

help-after =
    Exit codes: 0 nothing at the threshold and everything required was judged; 1 findings at or
    above the threshold; 2 could not run; 3 nothing at the threshold, but something required was
    not judged.
help-scan-after =
    Examples:
      kenpin scan --demo
      kenpin scan C:\exports --out report.csv --lang ja

## Mistakes in the arguments

usage-unknown = there is no argument `{ $arg }`
usage-command = there is no command `{ $command }`
usage-value = `{ $value }` cannot be used for { $arg }
usage-no-value = { $arg } needs a value
usage-many = { $arg } has too many values
usage-conflict = { $arg } cannot be used together with { $prior }
usage-missing = missing: { $arg }
usage-no-command = name a command
usage-utf8 = an argument is not valid text
usage-other = the arguments cannot be understood
usage-help = `kenpin --help` shows all commands, `kenpin COMMAND --help` the arguments of one.

## Files

cli-io = the output cannot be written: { $cause }
cli-problems = { $n ->
    [one] { $n } problem. Nothing was done.
   *[other] { $n } problems. Nothing was done.
}
cli-unreadable = { $path } cannot be read: { $cause }
cli-unwritable = { $path } cannot be written: { $cause }
cli-too-large = { $path } is too large for a file of rules or settings
cli-not-utf8 = { $path } is not UTF-8; save it as UTF-8
cli-pack-empty = { $path } holds neither rules (*.toml) nor lists (words/*.csv, brands.csv, suppliers.csv, asins.csv)
cli-messages = the messages are broken: { $cause }
cli-shapes = the table of export shapes is broken: { $cause }
cli-profile = there is no profile `{ $name }`

open-io = { $path } cannot be read: { $detail }
open-other-workbook = { $path } is a workbook of another kind, or one with a password; save it as .xlsx without a password
open-archive = { $path } is a zip archive; unpack it first
open-bad-workbook = { $path } is a damaged workbook ({ $detail })
open-no-workbooks = { $path } is a workbook, which this build of kenpin cannot read; save it as CSV
open-no-sheet = { $path } has no sheet named "{ $detail }"
open-binary = { $path } is not a table but a picture, a PDF or another kind of file
open-encoding = { $path }: the encoding "{ $detail }" is not known
open-delimiter = { $path }: the separator (byte { $detail }) cannot be used
open-too-large = { $path } is too large once unpacked
open-many = more than { $limit } files

word-io-not-found = there is no such file or folder
word-io-denied = no permission
word-io-folder = it is a folder
word-io-no-folder = it is not a folder
word-io-full = no space is left
word-io-name = the name cannot be used

## kenpin rules

rules-head-id = rule
rules-head-number = id
rules-head-reach = seen
rules-head-what = what
rules-head-limit = what is not seen, or why there is no rule
rules-coverage = { $all } points: { $rules } have rules in force, { $never } are visible in no file (N). F = fully, P = an indication only.
rules-head-severity = severity
rules-head-family = family
rules-head-coverage = covers
rules-head-inputs = needs
rules-head-title = title
rules-head-scope = judges each
rules-head-since = since
rules-head-advisory = advisory
rules-advisory = { $severity } from { $from } until { $until }: { $text }
rules-head-note = note
rules-head-why = Why it matters
rules-head-fix = What to do
rules-head-source = Sources
rules-head-check = Check: { $name }
rules-head-examples = Examples ({ $file })
rules-words = { $words }
rules-and = {", "}
rules-off = off
rules-count = { $n ->
    [one] { $n } rule
   *[other] { $n } rules
}
rules-shipped-as = {" "}(shipped as { $severity })
rules-indication = A hit is an indication only: see whether it is so.
rules-source = { $title } ({ $date }; { $grade })
rules-undated = undated
rules-unknown = there is no rule { $id }; `kenpin rules list` shows all
rules-meant = there is no rule { $id }; did you mean { $meant }?
rules-lint-clean = { $rules } rules with { $examples } examples: no problem found (pack { $pack })
rules-test-wrong = { $rule } ({ $file }, line { $line }): expected { $expected }, got { $found }
rules-test-total = { $rules } rules: { $right } examples hold, { $wrong } do not

word-expect-risk = risk
word-expect-clear = clear
word-expect-unknown = unknown
word-expect-nothing = nothing to judge

## kenpin columns

columns-file = { $path }
columns-taken = Taken for: { $shape } ({ $input })
columns-left = Left: { $why }
columns-how = Encoding { $encoding }, separator "{ $separator }", headers in line { $line }
columns-how-sheet = Workbook, headers in row { $line }
columns-folder = { $path } is a folder; name one file
columns-head-header = column
columns-head-field = read as
columns-head-samples = samples
columns-unread = (left)
columns-proposal = It looks like { $input }. Add this to config.toml, and correct it where needed:
columns-proposal-incomplete = It looks most like { $input }, but fields are missing that kenpin needs. Add this to config.toml and complete it:

## kenpin init

init-written = written: { $file }
init-kept = kept as it is: { $file }
init-file-purchases = purchases.csv
init-file-suppliers = suppliers.csv
init-file-documents = documents.csv
init-file-catalog = catalog.csv
init-file-pledges = pledges.csv
init-choices = Columns of the templates that take one of these words:
init-choice = { $field }: { $words }
init-downloads = Download these from Seller Central (Japanese menus) into the same folder:
init-download = { $input }
init-menu = { $name }: { $menu }
init-enables = used by { $rules }
init-next = Then run: kenpin scan { $folder }

## inspect

inspect-item = [{ $id }] { $title }
inspect-page = page
inspect-page-marked = { $page }: "{ $matched }"
inspect-page-unmarked = { $page }
inspect-brand = brand
inspect-brand-named = { $name }: { $tier } ("{ $matched }", { $field }: { $why })
inspect-regulated = regulated
inspect-regulated-goods = { $name } ({ $id }): "{ $matched }". Law or rule: { $law }. Ask for: { $proof }. Office: { $office }
inspect-condition = condition
inspect-found = { $what }: "{ $matched }"
inspect-alone = { $what }
inspect-words = "{ $matched }"
inspect-not-for-sale = not for sale
inspect-trademark = trademark
inspect-watchlist = { $path } is no watch list: its first line must begin with canonical and aliases, separated by a tab
inspect-no-title = { $path } has no column with titles (title or item-name)
inspect-bad-row = line { $line } was left: { $why }
inspect-bad-rows = { $n ->
    [one] { $n } row could not be looked at.
   *[other] { $n } rows could not be looked at.
}
inspect-row-broken = it is cut, too long, or a quote is not closed
inspect-row-encoding = it has bytes that its encoding does not have
inspect-row-empty = it has no title

## rules add-brand

rules-added = Added to { $path }: { $line }
rules-add-dry = Would be added to { $path }: { $line }
rules-add-known = { $path } has it already: { $name }. Change that line, or use another --kind
help-gate-candidates-after =
    Columns of a table, which are also the keys of JSON: id, asin, jan, title, brand, manufacturer, supplier,
    supplier_class, price (cost of a unit), list_price (on Amazon), condition, route (domestic or parallel),
    quantity, note. Keys that are not known are passed over.
    Exit codes: 0 nothing to avoid or to ask · 1 something to avoid · 2 could not run · 3 nothing to avoid, but
    something is not known.
