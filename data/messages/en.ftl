### English of kenpin's screens and reports. The same ids and variables as ja.ftl (a test holds them).
### Numbers are written 1,234, amounts ¥1,234 and dates 2026-11-01 without further ado.

### Headings and summary of the report

ui-title = kenpin report { $day }
ui-feed-in-force = rule feed { $channel } no. { $serial } ({ $hash }) of { $issued }, valid until { $expires }
ui-feed-expired = THE RULE FEED IS OUT OF DATE: { $channel } no. { $serial } ({ $hash }) was valid until { $expires }. Newer rules may be missing in this report. Run kenpin rules update.
ui-feed-early = THE RULE FEED IS OF A LATER DAY: { $channel } no. { $serial } ({ $hash }) was issued on { $issued }. If this report is for today, set the clock of this computer.
ui-feed-missing = THE RULE FEED { $channel } WAS NEVER FETCHED: this report knows the shipped rules alone. Run kenpin rules update.
ui-run = profile { $profile } · { $rules } rules · kenpin { $version } · rule pack { $pack }
ui-decisions = ■ What may be shipped ({ $skus } SKUs, { $asins } ASINs)
ui-skus = { $n }
ui-open = { $n ->
    [one] of them 1 has rules that could not be judged for want of input
   *[other] of them { $n } have rules that could not be judged for want of input
}
ui-no-promise = "Ship" means that no reason to stop was found in what could be judged. It is no promise that nothing is wrong.
ui-money = ■ At stake if stopped: { $yen }
ui-money-unknown = ■ At stake if stopped: unknown (no sales and no FBA stock were given)
ui-money-what = The last 180 days' sales and the FBA stock of ASINs with a finding. Each ASIN counts once in the total and once in each family.
ui-findings = { $n ->
    [one] ■ 1 finding
   *[other] ■ { $n } findings
}
ui-no-findings = No findings in what could be judged.
ui-severity-count = { $severity } { $n }
ui-worst = { $n ->
    [one] ■ Look at this one first
   *[other] ■ Look at these { $n } first
}
ui-details = ■ The findings ({ $shown } of { $n })
ui-more = { $n ->
    [one] 1 more finding: see all with -v, or save them with --out report.csv.
   *[other] { $n } more findings: see all with -v, or save them with --out report.csv.
}
ui-more-skus = and { $n } more
ui-more-facts = { $n ->
    [one] 1 more fact (-v shows all)
   *[other] { $n } more facts (-v shows all)
}
ui-more-lines = { $n } more (-v shows all)
ui-closing = stop { $stop } / hold { $hold } / ship { $ship } (SKUs); rules judged { $judged }, not judged { $open }
ui-indication = An indication only: check whether it is so.

### Labels of the lines of a finding

ui-label-subject = subject
ui-label-money = at stake
ui-label-facts = facts
ui-label-fix = to do
ui-label-source = source
ui-label-get = get it
ui-label-rules = rules

### Subjects and sources

ui-subject-sku = SKU { $sku }
ui-subject-sku-asin = SKU { $sku } / ASIN { $asin }
ui-subject-asin = ASIN { $asin }
ui-subject-asin-skus = ASIN { $asin } (SKU { $skus })
ui-subject-supplier = supplier { $name }
ui-subject-account = the whole account
ui-source = { $title } ({ $date }), grade { $grade }
ui-source-undated = { $title } (undated), grade { $grade }
ui-source-more = , and { $n } more

### What was not judged, and the result of every rule

ui-missing = ■ What could not be judged
ui-missing-input = { $rules ->
    [one] For want of "{ $input }" 1 rule could not be judged
   *[other] For want of "{ $input }" { $rules } rules could not be judged
}
ui-missing-field = { $rules ->
    [one] "{ $input }" does not tell "{ $field }": 1 rule could not judge some subjects (up to { $subjects })
   *[other] "{ $input }" does not tell "{ $field }": { $rules } rules could not judge some subjects (up to { $subjects } each)
}
ui-coverage = ■ Result of every rule ({ $n } judged, { $open } not judged)
ui-coverage-note = "0": judged, nothing found. "-": could not be judged.
ui-column-rule = rule
ui-column-title = title
ui-column-judged = judged
ui-column-risk = risk
ui-column-open = unjudged

### Where to get what is missing (Seller Central by the Japanese names of its menus)

ui-get-listings = Seller Central: レポート > 出品レポート > すべての出品商品のレポート (All Listings Report); put it into the folder
ui-get-stock = Seller Central: レポート > フルフィルメント > FBA在庫管理 (Manage FBA Inventory); put it into the folder
ui-get-sales = Seller Central: レポート > フルフィルメント > 全注文レポート (All Orders), the last 365 days in several periods
ui-get-returns = Seller Central: レポート > フルフィルメント > FBA返品レポート (FBA customer returns); put it into the folder
ui-get-purchases = Add your purchase records (アマサーチ, プライスター, antique-dealer ledger), or fill in the purchase table made by kenpin init
ui-get-suppliers = Fill in class, phone, address and site in the supplier table made by kenpin init
ui-get-documents = Add the folder with the invoices and the document table made by kenpin init
ui-get-catalog = Add a table with ASIN, brand and distribution_designation
ui-get-pledges = Add a table of the ASINs you promised Amazon never to sell again (only its heading, if there are none)
ui-get-account = State the store name, the antique-dealer permit and so on under [account] in config.toml
ui-get-own-lists = Put a list of the ASINs to watch (asins.csv) into a folder and name the folder under packs of [rules] in config.toml
ui-get-health = Put the account-health report (JSON, GET_V2_SELLER_PERFORMANCE_REPORT of the Selling Partner API) into the folder
ui-get-restrictions = Run kenpin fetch restrictions (needs your own access to the Selling Partner API)
ui-get-eligibility = Run kenpin fetch eligibility (needs your own access to the Selling Partner API)
ui-get-listing-issues = Run kenpin fetch listings (needs your own access to the Selling Partner API)
ui-get-invoice-registry = Run kenpin fetch invoice-numbers (needs an id of the tax agency)

## The input is there, but a column or its values are missing
ui-fill-listings = Add the column "{ $field }" in the settings of すべての出品商品のレポート (All Listings Report) and download it again, or add another listings report that has it
ui-fill-stock = Add an FBA stock report that has "{ $field }": FBA在庫管理 (Manage FBA Inventory)
ui-fill-purchases = Fill in "{ $field }" in the purchase table
ui-fill-suppliers = Fill in "{ $field }" in the supplier table
ui-fill-documents = Fill in "{ $field }" in the document table
ui-fill-file-content = Give the original files in the folder of documents: PDFs of up to 32 MB that open without a password
ui-fill-file-text = Compare scans and pictures with the document table yourself, or ask the supplier for a PDF with text
ui-fill-sales = Add the sales reports of the whole 365 days, in several periods, with "{ $field }": 全注文レポート (All Orders)
ui-fill-returns = Add the FBA returns report that has "{ $field }"
ui-fill-catalog = Fill in "{ $field }" in the catalog table
ui-fill-pledges = Fill in "{ $field }" in the table of pledged ASINs
ui-fill-account = State "{ $field }" under [account] in config.toml
ui-fill-own-lists = Fill in "{ $field }" in your own watch list
ui-fill-health = Get the account-health report again: this one does not tell "{ $field }"
ui-fill-restrictions = Run kenpin fetch restrictions again
ui-fill-eligibility = Run kenpin fetch eligibility again
ui-fill-listing-issues = Amazon did not tell it: look at the listing in Manage All Inventory
ui-fill-invoice-registry = Run kenpin fetch invoice-numbers again

### Names of the inputs

ui-input-listings = listings report
ui-input-stock = FBA stock
ui-input-purchases = purchase records
ui-input-suppliers = supplier table
ui-input-documents = proof documents
ui-input-sales = orders and sales
ui-input-returns = FBA returns
ui-input-catalog = catalog table
ui-input-pledges = pledged ASINs
ui-input-account = account details
ui-input-own-lists = own watch lists
ui-input-health = account health
ui-input-restrictions = restrictions on listing (fetched)
ui-input-eligibility = FBA eligibility (fetched)
ui-input-listing-issues = issues of listings (fetched)
ui-input-invoice-registry = qualified-invoice numbers (fetched)

## Columns whose word has a second meaning
ui-field-invoice = invoice number

### What was read

ui-sales = ■ How units sold were counted
ui-sales-report = { $report }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $units } units counted (not counted: { $twice } units that another report tells too, { $cancelled } cancelled)
ui-files = { $n ->
    [one] ■ 1 file read
   *[other] ■ { $n } files read
}
ui-file = { $input }, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} ({ $encoding })
ui-file-bad = { $input }, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} ({ $encoding }), { $bad ->
    [one] 1 row
   *[other] { $bad } rows
} could not be read
ui-file-plain = { $input }
ui-left = { $n ->
    [one] ■ 1 file not read
   *[other] ■ { $n } files not read
}
ui-left-how = Their content is unknown, or of a kind that is not used. "kenpin columns FILE" shows how to assign columns.
ui-issues = { $n ->
    [one] ■ 1 remark on reading (the place in brackets)
   *[other] ■ { $n } remarks on reading (the first place of each kind in brackets)
}
ui-count = { $n } ×
ui-issue = { $issue } { $done }
ui-unmatched = { $n ->
    [one] ■ 1 row that belongs to no listing
   *[other] ■ { $n } rows that belong to no listing
}
ui-unmatched-rows = { $file }: { $n ->
    [one] 1 row
   *[other] { $n } rows
}. { $why }
ui-unmatched-lines = { $file }: { $n ->
    [one] 1 row
   *[other] { $n } rows
}. { $why } (lines { $lines })

unmatched-no-listing = The product is neither in the listings report nor in FBA stock.
unmatched-jan-shared = Several ASINs share the JAN: which one is meant cannot be told.
unmatched-sku-other-asin = An earlier row tells another ASIN of the same SKU: the earlier one was used.
unmatched-no-code = Neither SKU nor ASIN nor JAN is given.

### Fixed words of the report

ui-severity-info = { word-info }
ui-severity-low = { word-low }
ui-severity-medium = { word-medium }
ui-severity-high = { word-high }
ui-severity-critical = { word-critical }
ui-decision-ship = { word-ship }
ui-decision-hold = { word-hold }
ui-decision-stop = { word-stop }
ui-family-proof = { word-proof }
ui-family-mix = { word-mix }
ui-family-ip = { word-ip }
ui-family-cond = { word-cond }
ui-family-law = { word-law }
ui-family-list = { word-list }
ui-family-acct = { word-acct }
ui-family-ship = shipment to FBA
ui-kind-sku = SKU
ui-kind-asin = ASIN
ui-kind-supplier = supplier
ui-kind-account = account
ui-yes = yes
ui-no = no
ui-unknown = unknown

### Headings of the CSV

ui-csv-rule = rule
ui-csv-severity = severity
ui-csv-decision = decision
ui-csv-family = family
ui-csv-kind = subject
ui-csv-sku = SKU
ui-csv-asin = ASIN
ui-csv-supplier = supplier
ui-csv-title = title
ui-csv-yen = yen at stake
ui-csv-rule-title = rule title
ui-csv-evidence = facts
ui-csv-place = first place
ui-csv-places = all places
ui-csv-fix = to do
ui-csv-source = source
ui-csv-source-date = source date
ui-csv-undated = undated
ui-csv-grade = source grade
ui-csv-indication = indication only
ui-csv-fingerprint = fingerprint

### The offers of one brand (kenpin pull)

ui-pull-tier = how surely
ui-pull-sku = SKU
ui-pull-asin = ASIN
ui-pull-status = status
ui-pull-units = units
ui-pull-fba = at FBA
ui-pull-yen = at stake
ui-pull-title = title
ui-pull-matched = found
ui-pull-why = why
ui-pull-none = No offer names "{ $brand }". Other spellings of it are found, other names of its owner are not.
ui-pull-sum = { $n ->
    [one] 1 offer
   *[other] { $n } offers
} of "{ $brand }" ({ $asins } ASINs, { $units } units, at stake { $yen }; each ASIN counts once)
ui-pull-how = To pull them, close the offers in Manage All Inventory (seller-fulfilled: quantity 0) and take FBA units back by a removal order. Look at those that only mention the name first.

### Failures of saving

ui-save-no-folder = Cannot save { $path }: there is no folder { $folder }.
ui-save-denied = Cannot save { $path }: no right to write in { $folder }.
ui-save-is-folder = Cannot save { $path }: a folder has that name.
ui-save-full = Cannot save { $path }: the disk is full. What stood there before is untouched.
ui-save-failed = Cannot save { $path } ({ $cause }). What stood there before is untouched.

### Words of closed sets (Value::Word)

## Severities
word-info = info
word-low = low
word-medium = medium
word-high = high
word-critical = critical

## Decisions
word-ship = ship
word-hold = hold
word-stop = stop

## Families
word-proof = proof of purchase
word-mix = parallel and domestic goods mixed
word-ip = intellectual property
word-cond = condition
word-law = permits and law
word-list = catalog and price
word-acct = account

## Grades of a source
word-A = A (official)
word-B = B (press, court, law firm)
word-C = C (one private site)
word-D = D (origin unclear)

## A value that no file tells
word-unknown = unknown

## Languages
word-ja = Japanese
word-en = English

## Inputs
word-listings = { ui-input-listings }
word-stock = { ui-input-stock }
word-purchases = { ui-input-purchases }
word-suppliers = { ui-input-suppliers }
word-documents = { ui-input-documents }
word-sales = { ui-input-sales }
word-returns = { ui-input-returns }
word-catalog = { ui-input-catalog }
word-pledges = { ui-input-pledges }
word-account = { ui-input-account }
word-own-lists = { ui-input-own-lists }
word-health = { ui-input-health }
word-restrictions = { ui-input-restrictions }
word-eligibility = { ui-input-eligibility }
word-listing-issues = { ui-input-listing-issues }
word-invoice-registry = { ui-input-invoice-registry }

## Columns
word-sku = SKU
word-asin = ASIN
word-jan = JAN
word-product-id = product id
word-product-id-type = kind of product id
word-title = title
word-note = condition note
word-condition = condition
word-price = price
word-units = units
word-quantity = listed quantity
word-channel = fulfilment channel
word-status = listing status
word-day = date
word-on-hand = sellable stock
word-reserved = reserved stock
word-unsellable = unsellable stock
word-stock-total = total stock
word-inbound-working = inbound being prepared
word-inbound-shipped = inbound shipped
word-inbound-receiving = inbound being received
word-stock-condition = state of the stock
word-order-id = order number
word-order-status = order status
word-sales-channel = sales channel
word-transaction-kind = kind of transaction
word-amount = amount
word-reason = return reason
word-disposition = state of the returned unit
word-comment = buyer's comment
word-supplier = supplier
word-supplier-class = supplier class
word-phone = phone
word-address = address
word-mail = e-mail
word-site = web site
word-registration = qualified-invoice number
word-route = supply route
word-unit-cost = unit cost
word-file = document file
word-document-kind = kind of document
word-issued = day of issue
word-addressee = addressee
word-loa-brands = brands of the letter of authorisation
word-loa-expiry = expiry of the letter of authorisation
word-brand = brand
word-manufacturer = manufacturer
word-distribution = distribution designation
word-remark = remark
word-list-price = list price
word-parent = parent ASIN
word-identity = identity check
word-metric = figure
word-rate = rate
word-account-state = state of the account
word-opened = day of opening
word-attested = attested checklist
word-seller-details = seller details required by law

## Figures of the account-health report
word-late-shipment = Late shipment rate
word-pre-fulfilment-cancel = Cancellation rate before shipping
word-order-defect = Order defect rate
word-valid-tracking = Valid tracking rate
word-on-time-delivery = On-time delivery rate
word-unit-on-time-delivery = On-time delivery rate by units
word-invoice-defect = Invoice defect rate
word-listing-policy-violations = Listing policy violations
word-authenticity-complaints = Complaints of buyers about authenticity
word-condition-complaints = Complaints of buyers about the condition
word-safety-complaints = Complaints of buyers about hazards
word-received-ip-complaints = Complaints of rights holders
word-suspected-ip-violations = Suspected infringements of intellectual property
word-restricted-product-violations = Violations of the policy on restricted goods
word-food-safety-issues = Hazards of food and products
word-other-policy-violations = Other policy violations
word-document-requests = Requests for documents
word-account-normal = normal
word-account-at-risk = at risk of deactivation
word-account-deactivated = deactivated
word-account-state-unknown = unknown state

## What the seller attests and has to show
word-two-step = Two-step sign-in for every user
word-password = Change of the password
word-own-device = Own device and own line only
word-one-account = One account only
word-double-check = Second check of outgoing goods
word-seller-name = seller
word-seller-address = address
word-seller-phone = phone
word-seller-manager = person responsible
word-file-content = inside of the file
word-file-text = text of the file
word-acts-from = day from which Amazon acts

## Marks on documents and their text
word-mark-text = text
word-mark-note = note
word-mark-stamp = stamp
word-mark-ink = handwriting
word-mark-shape = shape
word-mark-highlight = highlight or underline
word-mark-redaction = redaction
word-none = none
word-part = part
word-whole = all

## Reports of sales
word-orders = All Orders report
word-transactions = date range transactions
word-shipments = FBA shipment sales
word-business = business report

## Fulfilment and listing status
word-amazon = Amazon
word-merchant = seller-fulfilled
word-active = active
word-inactive = inactive
word-incomplete = incomplete

## Supply routes
word-domestic = domestic-genuine
word-parallel = parallel-import

## Supplier classes
word-maker = maker
word-authorised = authorised distributor
word-wholesale = wholesaler
word-retail = retail shop
word-overseas = overseas marketplace
word-recycle = recycle shop
word-auction = auction
word-flea-market = flea-market app
word-individual = private person

## Kinds of documents
word-invoice = invoice
word-delivery-note = delivery note
word-receipt = receipt
word-contract = contract
word-authorisation = letter of authorisation
word-till-receipt = till receipt
word-quotation = quotation
word-order-confirmation = order confirmation mail
word-card-statement = card statement
word-other = other

## File types
word-pdf = PDF
word-jpg = JPEG
word-png = PNG
word-gif = GIF
word-tiff = TIFF

## State of returned units
word-SELLABLE = sellable
word-DAMAGED = damaged (Amazon is liable)
word-CUSTOMER_DAMAGED = damaged by the customer
word-DEFECTIVE = defective
word-CARRIER_DAMAGED = damaged by the carrier
word-EXPIRED = expired
word-UNKNOWN = unknown

## What was done on reading
word-repaired = It was put right.
word-cell-ignored = It counts as empty.
word-row-ignored = The row was not read.
word-file-ignored = The file was not read.
word-noted = It was read as it stands.

## Words of the lists
word-listing-restricted = brand reported as restricted for listing
word-ip-complainer = rights holder reported to file complaints
word-counterfeit-prone = brand that is often counterfeited
word-authorised-only = brand that asks for authorisation
word-brand-field = the brand field names it
word-lead = it leads the title
word-bracket = it stands in a bracket at the head of the title
word-twin = the title has it in two spellings
word-named = the name means nothing else, and no other brand stands there
word-compatible = the goods are said to go with it or to look like it
word-other-brand = another brand stands there
word-plain-word = it is also a plain word
word-short = it is short
word-respelled-kana = hiragana and katakana are exchanged
word-respelled-vowel = a long vowel or a small kana is written otherwise
word-respelled-split = a word is split
word-respelled-spaced = the letters are spaced
word-respelled-lookalike = letters are replaced by others that look alike
word-respelled-typo = one letter differs
word-is = is the brand
word-mentions = mentions it
word-weak = may be a plain word
word-parallel-import-complainer = rights holder reported to complain of parallel imports
word-trademark = trademark
word-copyright = copyright
word-design = design
word-patent = patent
word-counterfeit = counterfeit
word-unfair-competition = unfair competition
word-sales-terms = terms of sale
word-drug-law = drug law
word-damage = damage, opening or use
word-returned-used = a used or opened unit
word-returned-fake = a copy
word-returned-defective = a defect or missing part
word-not-for-sale = goods not for sale

### Facts of the rules (fact-)

## Proof of purchase
fact-document-newest-old = The newest proof document ({ $kind }, issued { $day }) is { $age } days old; it counts for { $days }.
fact-document-none-accepted = { $purchases ->
    [one] There is 1 purchase row, but no accepted proof document.
   *[other] There are { $purchases } purchase rows, but no accepted proof document.
}
fact-document-future = The document is issued on { $day }, later than today.
fact-document-not-accepted = Kind of document that is no proof: { $kind }.
fact-document-expires = The proof document of { $day } ({ $units } units) falls out of the window in { $left } days ({ $expires }).
fact-units-short-sales = Sold in the last { $days } days: { $needed }. Documents of the same time prove { $proven }: { $short } short.
fact-units-short-stock = In stock or inbound: { $needed }. Documents of the last { $days } days prove { $proven }: { $short } short.
fact-units-expire = { $units ->
    [one] The document of 1 unit in stock ({ $kind }, issued { $day }) falls out of the window in { $left } days ({ $expires }).
   *[other] The document of { $units } units in stock ({ $kind }, issued { $day }) falls out of the window in { $left } days ({ $expires }).
}
fact-units-forecast = Of { $held } in stock or inbound, so many can no longer be proven if none is sold: { $a } in { $first } days, { $b } in { $second } days, { $c } in { $third } days.
fact-units-documented = { $units ->
    [one] A document proves 1 unit ({ $kind }, issued { $day }).
   *[other] A document proves { $units } units ({ $kind }, issued { $day }).
}
fact-contact-missing = Not known of the supplier "{ $supplier }": { $fields }.
fact-contact-form = "{ $value }" of the supplier "{ $supplier }" cannot be a { $field }.
fact-registration-form = The number "{ $number }" of the supplier "{ $supplier }" is not T and 13 digits.
fact-registration-check-digit = The number "{ $number }" of the supplier "{ $supplier }" is no corporate number (check digit): it cannot be verified offline. The number of a sole trader has no check digit.
fact-bought-other-jan = The JAN of the purchase ({ $bought }) is another than that of the listing ({ $listed }). Bought as: { $name }
fact-bought-other-model = The model number of "{ $name }", which was bought, is another than in the title "{ $title }".
fact-bought-other-name = "{ $name }", which was bought, has little in common with the title "{ $title }".
fact-contact-purchases = { $purchases ->
    [one] 1 purchase row in the window is from this supplier ({ $day }).
   *[other] { $purchases } purchase rows in the window are from this supplier (the newest of { $day }).
}
fact-file-kind-not-accepted = The kind of "{ $file }" is not accepted as proof: { $kind }.
fact-file-unnamed = The document (invoice number { $invoice }) names no file.
fact-file-missing = The file "{ $file }" was not found.
fact-file-empty = The file "{ $file }" is empty.
fact-file-unreadable = The file "{ $file }" could not be read.
fact-file-not-what-it-says = The file "{ $file }" is { $named } by its name, but its content is { $found }.
fact-file-type-not-accepted = The file "{ $file }" is of a type that is not accepted: { $found }.
fact-file-locked = The file "{ $file }" does not open without a password.
fact-file-broken = The file "{ $file }" is damaged and is no readable PDF.
fact-file-without-pages = The file "{ $file }" has no page.
fact-file-marked = { $count ->
    [one] Something was put onto the file "{ $file }" in 1 place: { $kinds }.
   *[other] Something was put onto the file "{ $file }" in { $count } places: { $kinds }.
}
fact-file-from-picture-editor = The file "{ $file }" was made in a picture editor ({ $program }).
fact-file-changed-later = The file "{ $file }" was made on { $created } and changed on { $modified } (written by { $program }).
fact-file-same-bytes = The files "{ $file }" and "{ $other }" are the same to the byte, but stand for different purchases.
fact-file-two-suppliers = The file "{ $file }" is used for purchases from both "{ $supplier }" and "{ $other }".
fact-file-purchases-apart = The file "{ $file }" is used for purchases far apart: { $day } and { $other }.
fact-file-more-bought = The file "{ $file }" tells of { $told } units, the purchases that use it of { $bought }.
fact-file-same-number = The files "{ $file }" and "{ $other }" have one invoice number ({ $invoice }), but differ.
fact-text-lacks-invoice = The text of the file "{ $file }" does not hold the invoice number "{ $invoice }".
fact-text-lacks-supplier = The text of the file "{ $file }" does not name the supplier "{ $supplier }".
fact-text-lacks-day = The text of the file "{ $file }" does not hold the date { $day } either.
fact-text-lacks-units = The text of the file "{ $file }" does not hold the quantity { $units } either.
fact-text-lacks-store = The text of the file "{ $file }" does not name the store "{ $store }".
fact-addressee-nobody = The file "{ $file }" is addressed to "{ $addressee }", which does not name your store.
fact-addressee-other = The file "{ $file }" is addressed to "{ $addressee }", not to the registered store "{ $store }".
fact-bought-from-class = { $units ->
    [one] 1 unit was bought from "{ $supplier }" ({ $class }) on { $day }.
   *[other] { $units } units were bought from "{ $supplier }" ({ $class }) on { $day }.
}
fact-class-from-list = The class of "{ $supplier }" ({ $class }) is taken from the supplier list (source { $source }, grade { $grade }).
fact-fba-stock-without-purchase = { $units ->
    [one] 1 unit is in FBA stock, and no purchase is recorded.
   *[other] { $units } units are in FBA stock, and no purchase is recorded.
}
fact-offer-without-purchase = { $units ->
    [one] 1 unit is offered seller-fulfilled, and no purchase is recorded.
   *[other] { $units } units are offered seller-fulfilled, and no purchase is recorded.
}
fact-balance = { $bought } bought plus { $returned } returned less { $sold } sold differs from the { $held } in stock by { $difference } units.

## Words
fact-word-in-title = The title has "{ $matched }" (a word of the list: { $list }).
fact-returned-units = { $units } units came back for this cause within { $days } days.
fact-returned-comment = Return of { $day } (units: { $units }): "{ $comment }" has "{ $matched }".
fact-returned-reason = Return of { $day } (units: { $units }): reason code { $reason }.
fact-word-in-note = The condition note "{ $note }" has "{ $matched }" (a word of the list: { $list }).
fact-word-in-purchase = The purchased item "{ $name }" has "{ $matched }" (a word of the list: { $list }).
fact-title-half-width-kana = The title has half-width katakana: "{ $matched }".
fact-title-html = The title has HTML: "{ $matched }".
fact-title-too-long = The title is { $width } full-width characters long; { $max } are recommended at most.

## Regulated goods
fact-regulated-goods = The title has "{ $matched }": { $goods }. Law or rule: { $law }. Ask for: { $proof }. Office: { $office } (source { $source }, date { $date }, grade { $grade }).

## Page mix
fact-goods-route = The goods were bought from "{ $supplier }" as { $route } on { $day }.
fact-page-unmarked = The title "{ $title }" has no parallel-import marking.
fact-page-marked = "{ $matched }" in the title marks the page as { $route }.
fact-page-designated = The catalog designates the page as { $route }.
fact-note-marked = "{ $matched }" in the condition note "{ $note }" means { $route }.

## Brands and ASINs
fact-brand-in-title = "{ $matched }" in the title is taken for the brand "{ $brand }" of the brand list ({ $kinds }), spelled there "{ $alias }": { $why }.
fact-brand-in-catalog = "{ $matched }" in the catalog is "{ $brand }" of the brand list ({ $kinds }), spelled there "{ $alias }": { $why }.
fact-brand-reported = The list has "{ $brand }" as { $kinds } (kinds of claim: { $claims }; source { $source }, date { $date }, grade { $grade }).
fact-asin-watched = { $asin } is on a watch list (reason: { $reason }; source { $source }, date { $date }).
fact-page-brand = The catalog has "{ $brand }" as the brand of the page.
fact-mark-in-title = The title has "{ $matched }": { $use } (brand of the page: { $brand }).
fact-letter-none = No supplier of these goods has a letter of authorisation for "{ $brand }" on file.
fact-letter-expired = The letter of authorisation of "{ $supplier }" for "{ $brand }" ended on { $day }.
fact-maker-proof-missing = Cannot be shown for the purchase from "{ $supplier }" on { $day }: { $proof }.
fact-cost-far-under-price = A unit cost { $cost } and is offered at { $price }: less than { $percent } percent.
fact-advisory = In force from { $from } until { $until }: { $text } (source { $source }, grade { $grade }).

## Condition, permits, codes, pledges
fact-offered-new = It is offered as New.
fact-used-offers = { $count ->
    [one] 1 offer is used goods ({ $sku }).
   *[other] { $count } offers are used goods (for example { $sku }).
}
fact-bought-from-individuals = { $count ->
    [one] 1 purchase row is from private persons, auctions or flea markets ({ $supplier }).
   *[other] { $count } purchase rows are from private persons, auctions or flea markets (for example { $supplier }).
}
fact-permit-none = The config says that no antique-dealer permit is held.
fact-permit-number-wrong = The antique-dealer permit number "{ $number }" is not 12 digits.
fact-permit-not-shown = The config says that the permit number is not shown on the seller page.
fact-ledger-lacks = The ledger does not tell of the purchase of { $day } from "{ $supplier }" ({ $yen }): { $fields }.
fact-detail-not-shown = The config says that this is not shown on the seller page: { $detail }.
fact-detail-form = What the config states cannot be right. { $detail }: "{ $value }"
fact-price-over-list = The price of { $price } is more than { $percent }% of the list price of { $other }.
fact-price-over-peers = The price of { $price } is more than { $percent }% of the { $other } that your other offers of the ASIN have in the middle.
fact-price-over-cost = The price of { $price } is more than { $percent }% of the { $other } that the newest purchase cost (no reference price is known).
fact-price-under-list = The price of { $price } is less than { $percent }% of the list price of { $other }.
fact-price-under-peers = The price of { $price } is less than { $percent }% of the { $other } that your other offers of the ASIN have in the middle.
fact-price-under-cost = The price of { $price } is less than { $percent }% of the { $other } that the newest purchase cost.
fact-offer-empty = The offer is active, but no unit is there or on the way.
fact-stock-unsold = { $units } units have been there for more than { $window } days, and none was sold in that time.
fact-stock-lasts = { $units } units have been there for more than { $window } days. { $sold } were sold in that time: the stock lasts for { $days } days.
fact-twins-by-jan = The JAN { $jan } stands on pages for both routes.
fact-twins-by-parent = The variation family { $asin } has pages for both routes.
fact-twin-page = Page for { $route } goods: { $asin } { $title }
fact-rate-over = { $metric }: { $rate }. The target is under { $limit } (orders: { $orders }, until { $day }).
fact-rate-over-of = { $metric }, { $channel }: { $rate }. The target is under { $limit } (orders: { $orders }, until { $day }).
fact-rate-under = { $metric }: { $rate }. The target is { $limit } or more (orders: { $orders }, until { $day }).
fact-rate-rises = { $metric }: { $was } on { $since }, { $rate } now, higher in each of the last { $audits } audits. The target is under { $limit }.
fact-rate-falls = { $metric }: { $was } on { $since }, { $rate } now, lower in each of the last { $audits } audits. The target is { $limit } or more.
fact-account-count = { $metric }: { $count } (until { $day }).
fact-account-state = The account is { $state } (report: "{ $said }", until { $day }).
fact-account-young = The account was opened on { $day }, { $age } days ago.
fact-rule-found = { $rule } found { $count } offers or ASINs.
fact-attested-not = By the seller's own statement this is not so. { $item }
fact-attested-old = The seller's own statement is { $age } days old ({ $day }); it holds for { $days } days. { $item }
fact-sales-of-brand = { $percent }% of the sales of the last { $days } days ({ $yen }) come from the brand "{ $name }". The limit is { $limit }.
fact-sales-of-supplier = { $percent }% of the sales of the last { $days } days ({ $yen }) come from goods of the supplier "{ $name }". The limit is { $limit }.
fact-sales-of-weak-papers = { $percent }% of the sales of the last { $days } days ({ $yen }) come from goods whose best supplier gives weak papers or none. The limit is { $limit }.
fact-code-check-digit = The product code "{ $code }" has a wrong length or check digit.
fact-isbn-check-digit = The ISBN "{ $code }" has a wrong check digit.
fact-pledged = { $asin } was pledged to Amazon never to be sold again (pledge of { $day }).
fact-pledged-listed = The pledged goods are still there as SKU { $sku } (units: { $units }).
fact-pledged-bought = { $units ->
    [one] 1 unit was bought after the pledge ({ $day }).
   *[other] { $units } units were bought after the pledge ({ $day }).
}

### Remarks on reading (issue-)

## Files
issue-file-unknown = The heading ({ $value }) tells no known content.
issue-file-empty = There is nothing in it.
issue-json-broken = It is no JSON: it breaks off at "{ $value }". Get the report again, and do not edit it.
issue-health-marketplace = It is about another marketplace than Amazon.co.jp ({ $value }).
issue-health-value = "{ $value }" of "{ $column }" cannot be.
issue-file-older = The same report came later as "{ $value }" (by the time the files changed): only that one is read.
issue-file-twice = It has the same content as "{ $value }".
issue-file-payments = The payments transaction view has no SKU, ASIN or quantity; use the date range transaction report (日付別トランザクションレポート).
issue-file-accounting = An accounting journal names no product.
issue-file-marketplace = A table of another marketplace, without product code or quantity.
issue-file-inbound = A shipment plan. "kenpin gate shipment FILE" judges what of it may go; a scan leaves it.
issue-file-other-report = A kind of report that is not used yet.
issue-file-binary = It is named like a table, but there is no text in it.
issue-file-archive = It is a zip archive; unpacked it can be read.
issue-file-other-workbook = It is a workbook of an old kind (.xls) or has a password; saved as .xlsx without a password it can be read.
issue-file-no-workbooks = This kenpin reads no .xlsx; saved as CSV it can be read.
issue-source-columns = The columns assigned in the config ({ $value }) are not in the heading.
issue-folder-deep = The folder "{ $value }" lies too deep (limit { $limit }); nothing in it was read.
issue-folder-link = The folder "{ $value }" is a link; nothing in it was read.
issue-folder-unreadable = The folder could not be listed ({ $value }).
issue-document-twice = Another folder has a document of the same name ({ $value }); the first one is used.

## Rows and columns
issue-column-twice = The column "{ $value }" means the same as one before it ({ $field }); the first one is used.
issue-row-width = The row has { $cells } cells, the heading { $columns } columns.
issue-row-too-many-cells = The row has too many cells (the heading has { $columns } columns).
issue-row-too-long = The row is too long.
issue-row-unclosed-quote = A quotation mark is never closed.
issue-sku-missing = The SKU is missing.
issue-asin-missing = The ASIN is missing.
issue-supplier-missing = The name of the supplier is missing.
issue-product-missing = Neither SKU nor ASIN is given.
issue-units-missing = The units are missing.
issue-day-missing = The date is missing: the sale cannot be placed in time.
issue-not-amazon-order = { $count } rows are orders from outside Amazon (multi-channel) and not counted as sales.
issue-not-purchase = { $count } rows are no purchases (sales of the ledger) and not counted as such.
issue-gift-card = { $count } rows are gift cards or top-ups and not counted as purchases.
issue-product-id-kind = The kind of product id "{ $value }" is none of ASIN, JAN, UPC, ISBN.
issue-more = { $count } more of the same kind ({ $key }).

## Cells
issue-undecodable = Some bytes are no text in { $encoding } ("{ $value }").
issue-asin-bad = "{ $value }" in the column "{ $column }" is no ASIN.
issue-jan-bad = "{ $value }" in the column "{ $column }" has not the length or check digit of a JAN, UPC or ISBN.
issue-units-bad = "{ $value }" in the column "{ $column }" is no number of units.
issue-yen-bad = "{ $value }" in the column "{ $column }" is no amount.
issue-day-bad = "{ $value }" in the column "{ $column }" is no date.
issue-word-unknown = "{ $value }" in the column "{ $column }" is no known word of "{ $field }".
issue-repaired-alike = The column "{ $column }" has { $count } × { $repair } (for example "{ $value }").

## Repairs of cells
issue-formula-guard = "{ $value }" in the column "{ $column }" has a spreadsheet guard.
issue-text-mark = "{ $value }" in the column "{ $column }" has a leading ' mark.
issue-thousands-comma = "{ $value }" in the column "{ $column }" has thousands commas.
issue-yen-sign = "{ $value }" in the column "{ $column }" has a yen sign.
issue-full-width = "{ $value }" in the column "{ $column }" has full-width characters.
issue-negative-mark = "{ $value }" in the column "{ $column }" has the mark of a negative number.
issue-zero-fraction = "{ $value }" in the column "{ $column }" has zeros behind the point.
issue-rounded = "{ $value }" in the column "{ $column }" has a fraction of a yen and was rounded.
issue-separators = "{ $value }" in the column "{ $column }" has hyphens or blanks.
issue-lost-zeros = "{ $value }" in the column "{ $column }" has lost its leading zeros; the check digit proves the ones put back.
issue-isbn-10 = "{ $value }" in the column "{ $column }" is a 10-digit ISBN.
issue-era-date = "{ $value }" in the column "{ $column }" is a date of a Japanese era.
issue-excel-serial = "{ $value }" in the column "{ $column }" is a date number of Excel.
issue-scientific = "{ $value }" in the column "{ $column }" is in scientific notation: its digits are lost.

word-formula-guard = spreadsheet guard
word-text-mark = leading ' mark
word-thousands-comma = thousands comma
word-yen-sign = yen sign
word-full-width = full-width characters
word-negative-mark = mark of a negative number
word-zero-fraction = zeros behind the point
word-rounded = fraction of a yen
word-separators = hyphens and blanks inside a code
word-lost-zeros = JAN that lost its leading zeros
word-isbn-10 = 10-digit ISBN
word-era-date = date of a Japanese era
word-excel-serial = date number of Excel
word-scientific = number in scientific notation

## Names of remarks of which only the number is told
word-row-width = rows with a wrong number of cells
word-row-too-many-cells = rows with too many cells
word-row-too-long = rows that are too long
word-row-unclosed-quote = rows with an unclosed quotation mark
word-sku-missing = rows without SKU
word-asin-missing = rows without ASIN
word-supplier-missing = rows without supplier name
word-product-missing = rows without SKU and ASIN
word-units-missing = rows without units
word-day-missing = rows without date
word-product-id-kind = kinds of product id
word-undecodable = bytes that are no text
word-asin-bad = values that are no ASIN
word-jan-bad = values that are no JAN or ISBN
word-units-bad = values that are no number of units
word-yen-bad = values that are no amount
word-day-bad = values that are no date
word-word-unknown = words that are not known

# What inspect sees
word-page-domestic = domestic goods
word-page-parallel = parallel import
word-page-neutral = no wording about the route: counts as the domestic page
word-page-ambiguous = the wording does not decide the route
word-tier-is = is the brand
word-tier-mentions = names the brand
word-tier-weak = perhaps the brand: look
word-in-brand = brand of the page
word-in-title = title
word-condition-used = used
word-condition-refurbished = refurbished
word-condition-display = display or demo unit
word-condition-warranty-started = warranty started or stamped
word-condition-split = part of a set
word-condition-repackaged = repackaged
word-condition-expired = expired
word-condition-box = box damaged or missing
word-condition-incomplete = parts missing
word-condition-opened = opened
word-condition-damaged = damaged
word-trademark-licensed = claims a licence
word-trademark-lookalike = worded like a copy or in the style of a brand
word-trademark-character-ip = names a work or character, no maker in front
word-trademark-compatible = says which goods of others it fits
word-trademark-genuine = goods of the maker itself
word-trademark-mixed = begins with or names the mark of others
word-trademark-generic = names no mark of others

# What a maker asks for
word-proof-genuine = that the goods are genuine (papers that lead back to the maker)
word-proof-got = that they were honestly got (a named supplier)
word-proof-warranty = that the maker's warranty holds (domestic route)
word-proof-new = that they are new (not from a person or a shop for used goods)
word-brandless = no brand
word-copies = wording of copies
word-review-request = asking for reviews
