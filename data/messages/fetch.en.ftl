### Fetching from Amazon and the tax agency.

fetch-plan = { $kind }: { $n } to fetch ({ $kept } kept), { $calls } calls, { $time }, { $yen } at stake
fetch-plan-all = All side by side: { $time }. The most yen at stake goes first.
fetch-plan-reports = Reports: { $n } to fetch, some minutes each
fetch-no-folder = Reports become files: name the folder they go into.
fetch-minutes = { $n } min
fetch-hours = { $h } h { $m } min
fetch-fetching = Fetching
fetch-waiting = Waiting for { $name }
fetch-nothing = There is nothing to fetch: every answer that is kept still counts.
fetch-done = { $kind }: { $n } fetched, { $failed } failed, { $left } not asked
fetch-demo = The demo account does not exist at Amazon: use --dry-run with it.
fetch-busy = Another run is fetching into { $path }. Wait until it is done, and run again.
fetch-busy-refresh = Another run is fetching: nothing was fetched now, and the scan goes by what is kept.
fetch-reports-left = Reports: { $n } not fetched, the time of --budget is over. Those that were ordered are waited for by the next run.
fetch-damaged = { $path } is damaged or not from this kenpin ({ $cause }). Nothing was written. Delete it, and fetch again.
fetch-io = { $path } cannot be read or written: { $cause }
word-fetch-catalog = Catalog
word-fetch-restrictions = Restrictions on listing
word-fetch-eligibility = FBA eligibility
word-fetch-listings = Issues of listings
word-fetch-inventory = FBA stock
word-fetch-invoice-numbers = Qualified-invoice numbers

## Whatever goes wrong on the network. No message shows more of an address than its host.

net-not-built = This kenpin was built without the network. Install one with it (cargo install with the feature `net`), or go on with exports.
net-missing = { $name } is not set. To fetch from Amazon, put the three secrets of your own application into the environment: KENPIN_LWA_CLIENT_ID, KENPIN_LWA_CLIENT_SECRET, KENPIN_LWA_REFRESH_TOKEN.
net-missing-id = { $name } is not set. The tax agency gives out the id for its Web-API free of charge; put it into the environment.
net-missing-seller = The merchant token is not set: put it into config.toml as seller_id under [network].
net-vault = The secrets cannot be read: { $cause }
net-login-grant = Amazon does not accept the grant any more ({ $code }): it ended, was withdrawn, or belongs to another application. Authorise your application again in Seller Central and put the new refresh token into KENPIN_LWA_REFRESH_TOKEN.
net-login-client = Amazon does not know the application ({ $code }): check KENPIN_LWA_CLIENT_ID and KENPIN_LWA_CLIENT_SECRET. The secret has to be renewed from time to time.
net-login = Amazon refused the login ({ $code }).
net-forbidden = Amazon does not allow { $operation } ({ $code }). Your application lacks the role for it, or the grant is older than the role: give it the role in the developer profile, and authorise it again.
net-forbidden-id = The tax agency does not accept the id ({ $code }): check KENPIN_INVOICE_ID.
net-refused = { $operation } was refused: status { $status } { $code } { $message }
net-offline = { $host } was not called: this run makes no connection (--offline).
net-not-secure = { $host } was not called: only https is, or http to this machine by its number (127.0.0.1).
net-bad-address = An address under [network] cannot be called: write it as https://host/path.
net-bad-header = The value for { $name } holds characters that cannot be sent. Copy the secret again, without line breaks.
net-connect = { $host } cannot be reached: { $cause }
net-untrusted = { $host } cannot prove who it is, so nothing was sent: { $cause }
net-slow = { $host } gave no answer in time.
net-cut = The answer of { $host } broke off.
net-large = The answer of { $host } has more than { $limit } bytes and was not taken.
net-redirected = { $host } sends on to another address, which is not followed.
net-later = { $host } asks to come back in { $seconds } seconds. Run again then; what was fetched is kept.
net-status = { $host } answered with status { $status }.
net-strange = { $host } answered something else than expected ({ $cause }).
net-disk = What was fetched cannot be kept: { $cause }
net-unusable = The network of this machine cannot be used: { $cause }

## Facts

fact-listing-held = Amazon answered on { $day } about listing { $asin }: { $message } (code { $code }). Such answers can be out of date: open the link in Seller Central to be sure.
fact-listing-acted-on = Amazon has acted on the listing ({ $action }), by its answer of { $day }: { $message } (code { $code })
fact-listing-acted-on-from = Amazon will act on the listing ({ $action }) from { $from } on, { $days } days from now, by its answer of { $day }: { $message } (code { $code })
fact-listing-faulty = Amazon names an error in the listing, by its answer of { $day }: { $message } (code { $code })
fact-listing-attributes = It is about these attributes: { $attributes }
word-listing-suppressed = the offer cannot be bought
word-catalog-item-removed = the product page is taken down
word-search-suppressed = the product is not found by searching
word-attribute-suppressed = values of the listing are not shown
fact-inbound-refused = Amazon answered on { $day } that FBA does not take { $asin } in: { $why } ({ $code }).
fact-registration-unpublished = The tax agency had no number "{ $number }" on { $day }, which the supplier "{ $supplier }" gave.
fact-registration-over = The number "{ $number }" of the supplier "{ $supplier }" is valid from { $from } until { $until } (tax agency, { $day }): it was not on the day of the purchase.
fact-registration-other-name = The number "{ $number }" that the supplier "{ $supplier }" gave is that of "{ $name }" (tax agency, { $day }).
