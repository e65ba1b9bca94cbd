## The weekly audit

audit-first = First audit of { $account }: there is nothing to compare with yet. { $rules ->
    [one] One rule about changes is
   *[other] { $rules } rules about changes are
 } judged from the next audit on.
audit-kept = Audit { $run } of { $account } kept: { $path }
audit-no-folder = This system names no folder for data of programs: name one with --state DIR.
audit-busy = Another run has the history { $path } open. Wait until it is done, and run again.
audit-damaged = The history { $path } is damaged or no history of kenpin ({ $cause }). Nothing was written. Move the file away to begin a new history, or put a copy of it back.
audit-newer = The history { $path } was written by a newer kenpin (version { $version } of the format, this one knows { $known }). Nothing was written. Install the newer kenpin, or name another folder with --state DIR.
audit-io = The history { $path } cannot be read or written: { $cause }
history-none = There is no audit of { $account } in { $path } yet. kenpin audit keeps one.
history-no-run = There is no audit { $run } of { $account }. kenpin history list shows them.
history-pruned = { $n ->
    [one] One audit was
   *[other] { $n } audits were
 } dropped, { $left } kept
history-head = Audit { $run } of { $day } · profile { $profile } · kenpin { $version } · rule pack { $pack }
history-figures = { $skus } SKUs, { $findings } findings, { $aside } set aside, { $files } files
history-export = { $path } names no format: an audit is written as JSON (audit.json).
history-column-run = Audit
history-column-day = Day
history-column-skus = SKUs
history-column-findings = Findings
history-column-stop = Stop
history-column-profile = Profile
history-column-version = kenpin
history-column-pack = Rule pack
history-column-file = File
history-column-input = Taken for
history-column-rows = Rows
history-column-hash = BLAKE3
help-audit-after =
    Examples:
      kenpin audit C:\exports --out audit.html
      kenpin audit C:\exports --fail-on new:high

ui-changes = Since the audit of { $day } (no. { $run })
ui-changes-counts = new { $new } · worse { $worse } · gone { $gone } · eased { $eased } · as before { $still }
ui-changes-new = New findings: { $n }
ui-changes-worse = Weighs more than before: { $n }
ui-changes-gone = Not found any more: { $n }
ui-changes-gone-what = Not found is not the same as settled: look at the reason.
ui-changes-eased = Weighs less than before: { $n }
ui-changes-still = As before: { $n }
ui-changes-was = before: { $severity }, { $decision }
ui-trend = The last audits
ui-trend-day = day
ui-trend-yen = yen at stake
ui-trend-proven = units with proof / in stock
ui-trend-soon = Proofs fall out of the window within { $days } days for { $units } units of { $asins } ASINs, the first on { $first }.
ui-why-goods-new = the offer { $of } is new in the files
ui-why-goods-gone = the offer { $of } is in the files no more
ui-why-title = title changed: "{ $was }" is now "{ $now }" ({ $of })
ui-why-status = status changed: { $was } is now { $now } ({ $of })
ui-why-stock = stock changed: { $was } units are now { $now } ({ $of })
ui-why-papers = purchases or papers changed ({ $of })
ui-why-rule-new = the rule was not in force then
ui-why-rule-gone = the rule is in force no more
ui-why-rule-weight = the rule weighs otherwise than then
ui-why-pack = rules or lists changed
ui-why-profile = the profile { $was } became { $now }
ui-why-settings = the config changed
ui-why-set-aside = an exception sets it aside now
ui-why-aside-over = the exception that set it aside is over
ui-why-not-judged = not judged this time: { $of } missing
ui-why-proof-aged = no row changed: the papers grew older
ui-why-rows = rows changed: { $of }
ui-why-told = it told of a change before the last audit; that change may still be open
ui-why-day = neither rows, rules nor config changed: the day did

ui-input-history = last audit
ui-get-history = Run kenpin audit instead of kenpin scan, week after week
ui-fill-history = The last audit was without "{ $field }": it is there from the next one on
word-history = { ui-input-history }

fact-route-gained = The title says parallel import now and did not in the last audit: "{ $was }" became "{ $now }"
fact-route-lost = The title says parallel import no more, and did in the last audit: "{ $was }" became "{ $now }"
fact-listing-stopped = The status was { $was } in the last audit and is { $now } now, with { $units } units at FBA
