### kenpin proof: the ledger of papers

## Screen

ui-proof = Proof ledger { $day }
ui-proof-window = Papers that count: { $kinds }, up to { $days } days old.
ui-proof-sales = Sales are known from { $from } to { $to }.
ui-proof-no-sales = No sales with days are known: nothing is taken to be sold on the days ahead.
ui-proof-none = There is nothing to prove.
ui-proof-asins = ASINs in the ledger { $n }, shown { $shown }
ui-proof-ready = Papers ready within 72 hours: { $ready } ASINs; lacking { $lacking }; not to be judged { $open }
ui-proof-units = Units bought { $bought }, sold { $sold } (without { $returned } that came back)
ui-proof-documented = Units with a paper { $documented } = sold { $sold } + in stock { $stock } + neither { $left }
ui-proof-unaccounted = In no purchase or paper: sold { $sold }, in stock { $stock }
ui-proof-formula = Days ahead: every ASIN goes on being sold as in the window (units sold / days with sales reports x days ahead, rounded down), the oldest units first. This is an assumption, as is the order; no file tells which unit went out.
ui-proof-note = "Covered" means that a paper of a kind that counts speaks for the unit. It is no promise that Amazon accepts it.
ui-proof-heading = ■ ASINs, the worst first ({ $shown } of { $n })
ui-proof-more = { $n } more ASINs: --asin for one of them, --out proof.csv for all
ui-proof-more-lots = { $n } earlier ones: --asin shows all
ui-proof-today = today
ui-proof-ahead = in { $days } days
ui-proof-row-stock = in stock
ui-proof-row-covered = covered
ui-proof-row-uncovered = not covered
ui-proof-stock = in stock { $stock }, covered today { $covered }, not covered { $uncovered }
ui-proof-stock-untold = No file tells the stock
ui-proof-pace = sold { $sold } in { $days } days
ui-proof-ahead-covered = in { $days } days { $covered } of { $stock }
ui-proof-ahead-line = Stock covered: { $ahead }
ui-proof-expires = { $left ->
    [0] expires today, { $units } units left (falls out on { $day })
   *[other] expires in { $left } days, { $units } units left (falls out on { $day })
}
ui-proof-lacking = 72 hours: lacking { $rules }
ui-proof-provable = 72 hours: ready
ui-proof-open = 72 hours: not to be judged ({ $inputs })
ui-proof-untold = Not taken into account for want of: { $inputs }
ui-proof-field = { $input } ({ $field })
ui-proof-shared = Units bought by a JAN that several ASINs share { $units }: counted for none of them
ui-proof-no-paper = no paper
ui-proof-no-purchase = (no purchase)
ui-proof-col-day = bought
ui-proof-col-units = units
ui-proof-col-sold = sold
ui-proof-col-stock = in stock
ui-proof-col-falls-out = falls out on
ui-proof-col-paper = paper
ui-proof-col-supplier = supplier
ui-proof-state-counts = counts
ui-proof-state-old = too old
ui-proof-state-future = dated in the future
ui-proof-state-untold = day or kind unknown
ui-proof-state-refused = kind does not count
ui-proof-suppliers = ■ What proves the papers of the suppliers ({ $lacking } of { $n } lack something)
ui-proof-has = there: { $fields }
ui-proof-lacks = lacking: { $fields }
ui-proof-registration-form = registration number { $number } is not T and 13 digits
ui-proof-loa = letter of authorisation for { $brands } until { $day }
ui-proof-loa-over = letter of authorisation for { $brands } ended { $day }
ui-proof-more-suppliers = { $n } more suppliers: --format json has all

## CSV

ui-proof-csv-row = row
ui-proof-csv-asin = ASIN
ui-proof-csv-sku = SKU
ui-proof-csv-title = title
ui-proof-csv-day = bought on
ui-proof-csv-supplier = supplier
ui-proof-csv-supplier-lacks = supplier lacks
ui-proof-csv-file = paper
ui-proof-csv-kind = kind
ui-proof-csv-number = number
ui-proof-csv-issued = issued on
ui-proof-csv-state = state
ui-proof-csv-units = units
ui-proof-csv-sold = sold
ui-proof-csv-in-stock = in stock
ui-proof-csv-left-over = neither
ui-proof-csv-falls-out = falls out on
ui-proof-csv-days-left = days left
ui-proof-csv-covered = covered today
ui-proof-csv-ahead = covered in { $days } days
ui-proof-csv-ahead-stock = in stock in { $days } days
ui-proof-csv-ready = 72 hours
ui-proof-csv-place = place
ui-proof-csv-total = total
ui-proof-csv-lot = lot

## Errors

proof-asin = { $asin } is no ASIN
proof-no-asin = { $asin } is in none of the files
