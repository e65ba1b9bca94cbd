### kenpin gate shipment: what it prints, and the words and facts of shipments

help-gate-shipment-after =
    A line ships when nothing was found that the profile holds or stops, and everything required was judged: proof of purchase, page mix, intellectual property, condition, law, shipment. Rules that only indicate hold nothing when they cannot be judged.

    --cleaned keeps encoding, line ends and head of the plan. Lines to hold or stop are left out. A line that only asks for too many units is cut to those that papers and purchases cover, in full boxes, unless the strictest profile is set: then it is left out, too.

    Examples:
      kenpin gate shipment --demo
      kenpin gate shipment plan.txt my-account --cleaned plan-to-send.txt

gate-shipment-empty = There is no line in { $path }: nothing to judge.
gate-shipment-no-plan = { $path } is no shipment plan: no header with SKU and quantity was found (such as Merchant SKU and Quantity). Name its columns in a [[source]] block with kind = "shipment" in config.toml.
gate-shipment-sheets = Several sheets of { $path } could be the plan. Name one in a [[source]] block with kind = "shipment" and sheet = "…" in config.toml.
gate-shipment-workbook = { $path } is a workbook, which cannot be written again. Save its sheet as tab-separated text, and give that as the plan.
gate-shipment-packed = { $path } is packed. Unpack it, and give the unpacked file as the plan.
gate-shipment-undecodable = Not all of { $path } is text in its encoding, so it cannot be written again as it stood. Save it anew and try again.
gate-shipment-cleaned = Written: { $path } ({ $lines ->
    [one] 1 line
   *[other] { $lines } lines
}, { $units } units; { $cut } cut, { $out } left out)

gate-shipment-title = ■ Shipment plan { $plan } ({ $day })
gate-shipment-count = { $n ->
    [one] 1 line
   *[other] { $n } lines
}
gate-shipment-units = May go: { $may } of { $units } units
gate-shipment-open = { $n ->
    [one] 1 line is held because something required could not be judged
   *[other] { $n } lines have something required that could not be judged
}
gate-shipment-bad = { $n ->
    [one] 1 row of the plan could not be read: it is in no line below
   *[other] { $n } rows of the plan could not be read: they are in no line below
}
gate-shipment-yen = At stake on the lines to hold or stop: { $yen }
gate-shipment-note = "Ship" means that no reason to stop was found in what could be judged. It is no promise that nothing is wrong.
gate-shipment-lines = ■ Lines
gate-shipment-line = planned { $units }, proven { $covered } of { $units }, may go { $may }
gate-shipment-line-unproven = planned { $units }, proven not known, may go { $may }
gate-shipment-cut = may go in part
gate-shipment-fix = to do
gate-shipment-accepted = accepted until { $until }: { $reason }
gate-shipment-line-unread = quantity not known, may go { $may }
gate-shipment-missing = not judged, as "{ $input }" is missing: { $rules }
gate-shipment-missing-field = not judged, as "{ $input }" does not tell "{ $field }": { $rules }
gate-shipment-fetch = ■ Papers to fetch
gate-shipment-nobody = Supplier unknown: no purchase is recorded
gate-shipment-paper = { $sku } { $title }: purchase of { $day }, units { $units }; without proof { $missing }
gate-shipment-paper-none = { $sku } { $title }: no purchase is recorded; without proof { $missing }
gate-shipment-issues = ■ Remarks on reading the plan

gate-shipment-csv-sku = SKU
gate-shipment-csv-asin = ASIN
gate-shipment-csv-title = title
gate-shipment-csv-decision = decision
gate-shipment-csv-quantity = planned
gate-shipment-csv-covered = proven
gate-shipment-csv-may-go = may go
gate-shipment-csv-expiry = expiry
gate-shipment-csv-rules = rules
gate-shipment-csv-reasons = reasons
gate-shipment-csv-places = places
gate-shipment-csv-fix = to do
gate-shipment-csv-missing = not judged
gate-shipment-csv-yen = yen at stake
gate-shipment-csv-line = line of the plan

### Words

ui-input-shipment = shipment plan
ui-get-shipment = Give the plan of the shipment to kenpin gate shipment
ui-fill-shipment = Fill in "{ $field }" in the shipment plan
ui-kind-shipment-line = { word-shipment-line }
word-shipment = { ui-input-shipment }
word-shipment-line = shipment line
word-expiry = expiry date
word-units-per-box = units per box
word-boxes = number of boxes

### Facts

fact-shipment-line = The plan sends SKU { $sku } (units: { $units }).
fact-shipment-pledged = { $asin } was pledged to Amazon never to be sold again (pledge of { $day }).
fact-shipment-unlisted = SKU { $sku } of the plan (units: { $units }) stands in no listings report.
fact-shipment-only-in-stock = Only the FBA stock report knows { $sku }.
fact-shipment-proven = Papers prove { $covered } of { $planned } units. Documented: { $documented }, of them neither sold nor in stock: { $left }, taken by earlier lines: { $before }.
fact-shipment-bought = Planned: { $planned }, left by the books: { $left } (bought { $bought }, sold { $sold }, in stock { $held }), taken by earlier lines: { $before }.
fact-shipment-offered = Planned: { $planned }, quantity of the seller-fulfilled offer: { $quantity }.
fact-shipment-shelf-life = Expiry { $expiry }: days left on arrival { $left } (arrival assumed on { $arrival }, days on the way { $transit }). FBA is reported to take goods from { $days } days.
fact-shipment-expired = The expiry date { $expiry } is past.
fact-shipment-other-line = Another line sends SKU { $sku } as well (units: { $units }).
fact-shipment-boxes = Units per box { $each } × boxes { $boxes } = { $total }, the plan says { $units }.
fact-shipment-rest = Units planned: { $units }. Boxes of { $each } leave { $rest } over.
