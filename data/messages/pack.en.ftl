### Papers for a notice: kenpin notice pack

ui-pack-title = Papers for { $id }: { $kind }
ui-pack-unaltered = Hand the papers in as they are. Do not mark, highlight, write on, crop or edit them: a single mark has been judged manipulation.
ui-pack-for-you = This sheet is for you. Hand in only what the notice asks for, and not this sheet.
ui-pack-pictures = Nobody looks into pictures and scans here: look at each yourself for marks, for the name and address of your store and for the date.
ui-pack-no-promise = "Put in" means that nothing was found against a paper in what could be judged. Whether Amazon accepts it, nobody can say.
ui-pack-received = Received { $day }; looked at on { $today }
ui-pack-deadline = Deadline { $day } ({ $rule })
ui-pack-appeals = Appeals sent: { $appeals }, refused: { $refused }
ui-pack-holder = Rights holder: { $name }, claim: { $claim }
ui-pack-asked = Papers the mail asks for: { $papers }
ui-pack-usually-asked = The mail names no papers; notices of this kind usually ask for: { $papers }
ui-pack-asks-no-paper = The mail names no papers of purchases, and notices of this kind do not always ask for any: none is put in
ui-pack-types = File types: { $types }
ui-pack-days = Issued within { $days } days
ui-pack-units-sold = The quantity has to cover the units sold in that time
ui-pack-units-stock = The quantity has to match the stock
ui-pack-sum = Missing: { $missing }, not judged: { $open }
ui-pack-bought = Bought: { $units } (first { $first }, last { $last })
ui-pack-had = Sold in the window: { $sold }; in stock and on the way there: { $stock }
ui-pack-proven = Units to be proven: { $needed }; the papers put in prove { $proven } (only weakly { $weakly })
ui-pack-paper = Paper { $name }: { $kind }, issued { $day }, number { $number }, units { $units }, addressed to { $addressee }
ui-pack-paper-weak = Weak paper { $name }: { $kind }, issued { $day }, number { $number }, units { $units }, addressed to { $addressee }
ui-pack-missing = Missing: { $what }
ui-pack-open = Not judged, for want of: { $what }
ui-pack-findings = Rules that found something: { $rules }
ui-pack-supplier = Supplier { $name }: { $contact }
ui-pack-offer = SKU { $sku } (ASIN { $asin }), stock { $stock }: { $title }
ui-pack-left-out = Papers that are not put in ({ $n })
ui-pack-out = { $name } ({ $asins })
ui-pack-causes = Other offers on which the same was found
ui-pack-cause = { $rule } { $title }: { $n ->
    [one] one SKU
   *[other] { $n } SKUs
}, stock { $stock }
ui-pack-more = { $n } more in kenpin-skus.csv
ui-pack-own = What you add yourself
ui-pack-to-add = To add: { $paper } (not among the files of the account)
ui-pack-to-write = To write or to obtain: { $paper }
ui-pack-in = put in
ui-pack-weak = put in, weak
ui-pack-not-in = not put in

ui-csv-pack-number = No.
ui-csv-pack-use = Use
ui-csv-pack-name = Name in the pack
ui-csv-pack-file = File
ui-csv-pack-sha256 = SHA-256
ui-csv-pack-bytes = Bytes
ui-csv-pack-kind = Kind
ui-csv-pack-invoice = Number
ui-csv-pack-issued = Issued
ui-csv-pack-supplier = Supplier
ui-csv-pack-addressee = Addressee
ui-csv-pack-asin = ASIN
ui-csv-pack-units = Units on it
ui-csv-pack-proves = Units put in for
ui-csv-pack-reasons = Reasons
ui-csv-pack-place = Named in
ui-csv-pack-line = Line
ui-csv-pack-rule = Cause
ui-csv-pack-sku = SKU
ui-csv-pack-title = Title
ui-csv-pack-stock = Stock

fact-demand-no-asin = No file of the account names { $asin }.
fact-demand-no-paper = No paper at hand is one that this request accepts.
fact-demand-units-short = The papers prove { $proven } of { $needed } units; { $short } are missing.
fact-demand-supplier-lacks = Of the supplier “{ $supplier }” these are not known: { $fields }.
fact-demand-kind-untold = The kind of { $file } is not told; fill it in in the index of documents.
fact-demand-kind = { $file } is of a kind that was not asked for ({ $kind }).
fact-demand-future = { $file } is dated later than today ({ $day }).
fact-demand-old = { $file } of { $day } is older than { $days } days.
fact-demand-day-untold = The day of issue of { $file } is not told; fill it in in the index of documents.
fact-demand-unseen = { $file } was not among the files that were given; give the folder of documents as well.
fact-demand-unnamed = No file is named for this paper.
fact-demand-type = { $file } is of a file type that this request does not accept ({ $found }).
fact-demand-not-allocated = { $file } proves no units that are asked about: first in, first out, they stand on other papers.
fact-demand-not-needed = { $file } ({ $kind }) was not asked for, and papers that were asked for prove the same units.
fact-demand-stand-in = { $file } ({ $kind }) was not asked for; it stands in because the units have no other paper.
fact-demand-changed = { $file } changed while it was read; run it again.
fact-demand-too-large = { $file } is larger than { $limit } MB.
fact-demand-full = With { $file } the pack would be larger than { $limit } MB.

pack-no-zip = { $path } does not end in .zip
pack-no-id = There is no notice { $id }. See kenpin notice list --all, and name the settings beside which the notices lie with --config
pack-asks-nothing = { $id } ({ $kind }) asks for nothing
