### kenpin gate candidates: what to do before buying, papers to ask for, the screen

## What to do before buying, by rule, else by check

buying-antique-permit = Do not buy used goods or from private persons before your antique-dealer permit is there and stands in [account] of config.toml.
buying-asin-list = You put this ASIN on your watch list: do not buy it before the matter that put it there is settled.
buying-authorisation = Ask the supplier for the brand's letter of authorisation that names you or the supplier and is valid today. Without it do not buy.
buying-brand-list = Read the report behind the name, then ask Amazon whether you may list the brand (Add a Product) and the supplier for papers that lead back to the maker. If either is missing, leave the goods.
buying-brandless = Find out whose goods they are. Goods without a brand need a page without a brand.
buying-doubtful-source = Do not buy at a price or from a source that cannot be explained: ask for papers that lead back to the maker, and leave the goods where there are none.
buying-inbound = FBA does not take these goods in, by what Amazon answered. Buy only what you can ship yourself, or settle the reason with Amazon before.
buying-maker-proofs = Ask the supplier for the four proofs a maker asks for: not counterfeit, not stolen, warranty valid, new. What it cannot show now you cannot show later.
buying-new-from = Do not buy these goods to offer them as New: what private persons and recycle shops sell is used by Amazon's rule. Buy them only to offer as used, with an antique-dealer permit.
buying-note-route = Ask by which route the goods come; the title and the note contradict each other.
buying-page-route = Do not buy these goods for this page. Look for the page of their own route (parallel imports have pages that say so in the title), or buy goods of the route that the page is for.
buying-pledged-asin = Do not buy it. You promised Amazon never to sell this ASIN again; a new offer can close the account.
buying-price-gap = Ask what the price stands on, and compare it with the page: one digit too many or too few makes a loss or a blocked offer. Leave goods that do not pay.
buying-product-code = Ask the supplier for the right JAN and compare it with the page. A wrong code often means other goods.
buying-regulated = Ask for the papers named here before paying. Goods that need a licence you do not have must not be bought.
buying-repeat-notice = Amazon sent you a notice about this before. Do not buy it before that matter is settled and the papers that were asked for are there.
buying-restriction = Search the ASIN under Add a Product. Do not buy before Amazon lets you list it.
buying-route-mix = Do not mix routes in one ASIN: sell the goods in stock first, or offer these on the page of their own route under a SKU of their own.
buying-supplier-class = The papers of this source are reported to be weak or of no use. Buy from a maker, an authorised distributor or a wholesaler who issues an invoice in your store's name.
buying-title-both-routes = The title names both routes: find out which goods the page is for, and choose a clear one.
buying-title-form = Nothing keeps you from buying; the page may be corrected later.
buying-trademark = Check that the goods are not offered under somebody else's mark. Choose a page whose title only says what the goods are for, or leave them.
buying-PROOF-013 = Do not buy goods that were not meant to be sold: nobody can issue papers for them.
buying-COND-002 = Do not buy these goods to offer them as New: ask for the state of package and warranty.
buying-COND-003 = Prizes, give-aways and samples are not New. Leave them.
buying-IP-008 = Leave the goods. Such wording stands with copies, and a copy cannot be proven to be genuine.
buying-LIST-005 = Nothing keeps you from buying, but do not take over the wording that asks for reviews.

## Facts that read otherwise before buying; all others as in a report

candidate-fact-bought-from-class = To be bought from "{ $supplier }" ({ $class }).
candidate-fact-goods-route = The goods of "{ $supplier }" come as { $route } (bought or to be bought on { $day }).
candidate-fact-brand-in-catalog = "{ $matched }" in the brand field is "{ $brand }" of the brand list ({ $kinds }), spelled there "{ $alias }".
candidate-fact-page-brand = The brand is told as "{ $brand }".
candidate-fact-maker-proof-missing = Cannot be shown for goods of "{ $supplier }": { $proof }.
candidate-fact-cost-far-under-price = A unit costs { $cost } and sells for { $price }: less than { $percent } percent.
candidate-fact-offered-new = It shall be offered as New.
candidate-fact-used-offers = It shall be offered as used.
candidate-fact-bought-from-individuals = It comes from a private person, an auction, a flea market or the like ("{ $supplier }").
candidate-fact-pledged-bought = It shall be bought after the pledge.

## Papers

paper-invoice = Invoice or delivery note that can be issued in your store's name and address as registered with Amazon: date of issue, item name with JAN or model, quantity, and the supplier's name, phone, address and web site. Not a till receipt, quotation or order mail.
paper-contact = The supplier's contact, which an invoice must show and Amazon may ring: { $fields }.
paper-route = A written word whether the goods are domestic (which maker or official importer) or parallel imports.
paper-authorisation = The brand's letter of authorisation, with the date until which it is valid.
paper-maker-proofs = Papers that show: not counterfeit (back to the maker), not stolen, warranty valid in Japan, new.
paper-goods = For { $goods }: { $proof }
paper-identity = Identity check and entry in the ledger of used goods (name, address, occupation, age of the person you buy from).

## The screen

candidate-choice-buy = buy
candidate-choice-ask = ask
candidate-choice-avoid = avoid
candidate-title = Candidates for buying, { $day }
candidate-line = line { $line }
candidate-listed = in your account as { $skus }
candidate-papers = ask for
candidate-open = not judged
candidate-unread = unreadable
candidate-unread-cell = { $field } "{ $value }"
candidate-missing = { $rules } for want of { $what }
candidate-lacking-suppliers = what the supplier is (name it in supplier_class or in your supplier master)
candidate-lacking-account = your antique-dealer permit ([account] of config.toml)
candidate-todo = to do
candidate-source = source
candidate-accepted = accepted
candidate-accepted-until = { $rule } (until { $day }): { $reason }
candidate-line-not-json = This line is no JSON object.
candidate-line-not-utf8 = This line is not UTF-8. JSON lines are always UTF-8.
candidate-line-too-long = This line is longer than 1 MiB.
candidate-line-broken-row = This row is broken: a quote is not closed, or it has too many cells.
candidate-line-undecodable = This row has characters that the file's encoding does not have.
candidate-count = { $n ->
    [one] { $n } candidate: buy { $buy }, ask { $ask }, avoid { $avoid }
   *[other] { $n } candidates: buy { $buy }, ask { $ask }, avoid { $avoid }
}
candidate-faults = { $n ->
    [one] { $n } line could not be read and counts as "ask".
   *[other] { $n } lines could not be read and count as "ask".
}
candidate-account = For all of them not judged for want of { $inputs }: give your account's folder with --account.
candidate-note = "Buy" means that nothing was found that speaks against it in what could be judged. It is no promise, and it needs the papers named with it.
candidate-csv-line = line
candidate-csv-id = id
candidate-csv-decision = decision
candidate-csv-asin = ASIN
candidate-csv-jan = JAN
candidate-csv-title = title
candidate-csv-severity = severity
candidate-csv-rules = rules
candidate-csv-reasons = reasons
candidate-csv-todo = to do
candidate-csv-papers = papers to ask for
candidate-csv-open = not judged
candidate-csv-note = remark
candidate-no-columns = { $path }: no header with columns of candidates was found. Needed are asin, jan or title and one more of brand, supplier, price, condition, route, in English or Japanese; `kenpin gate candidates --help` lists all. A file of JSON lines begins with a {"{"}.
candidate-saved = Written to { $path }.
candidate-format = { $path }: the extension must be .jsonl, .csv or .txt.
