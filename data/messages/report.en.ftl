### The page, the summary in Markdown and the command that writes a saved report again.
### In the texts of the page, [name] is filled in by the page itself.

report-read = { $path } cannot be read: { $cause }
report-broken = { $path }, line { $line }: not a report of kenpin ({ $cause }). Give a file that was written by "kenpin scan --out run.json".
report-schema = { $path } has report schema { $given }; this kenpin reads schema { $known }. Scan again, or use the version of kenpin that wrote the file.

md-money = At stake if stopped: **{ $yen }**
md-money-unknown = At stake if stopped: unknown
md-judged = Rules judged: { $judged }, not judged: { $open }
md-worst = { $n ->
    [one] The worst finding
   *[other] The { $n } worst findings
}
md-gaps = What could not be judged
md-no-promise = No finding is no promise: only what the files tell was judged.

page-lang-other = 日本語
page-title-of = kenpin report [day]
page-overview = Overview
page-decisions = Rules judged
page-asins = [skus] SKUs, [asins] ASINs
page-money = At stake if stopped
page-money-unknown = unknown
page-money-what = The last 180 days' sales and the FBA stock of ASINs with a finding. Each ASIN counts once in each family.
page-no-promise = "Ship" means that no reason to stop was found in what could be judged. It is no promise that nothing is wrong.
page-chart-family = Yen at stake by family
page-chart-expiry = Units in stock whose proof falls out of the 365 days, next 13 weeks
page-chart-expiry-none = No unit loses its proof in this time.
page-chart-expiry-unknown = Not evaluated: purchases, documents and stock are needed.
page-units-expiring = units that lose their proof
page-units-covered = units still covered
page-heat = Findings by severity and family
page-drill = Three-ASIN drill
page-drill-chance = is the chance that all of any three ASINs can be proven ([provable] of [asins] provable, [lacking] lacking, [open] not judged).
page-drill-none = Not evaluated: no ASIN could be asked about.
page-drill-weakest = The weakest ASINs
page-gaps = What could not be judged
page-gaps-none = Every rule judged everything it is about.
page-findings = Findings
page-search = Search
page-search-what = SKU, ASIN, title, rule, evidence
page-all = all
page-clear = Show all
page-group = Group by ASIN
page-group-none = without an ASIN
page-shown = [shown] of [all] findings
page-cut = The page holds the [most] worst of [all]; all of them stand in the CSV and JSON reports.
page-none = No finding matches these filters.
page-close = Close
page-evidence = Evidence
page-more-facts = [n] more facts stand in the JSON report.
page-fix = What to do
page-why = Why
page-source = Source, date, grade of evidence
page-undated = undated
page-indication = An indication only: check whether it is so.
page-exception = Set aside
page-product = Product page
page-seller = Seller Central
page-rule = Rule
page-severity = Severity
page-decision = Decision
page-family = Family
page-subject = Subject
page-brand = Brand
page-supplier = Supplier
page-title = Title
page-yen = Yen at stake
page-set-aside = set aside
page-counted = profile [profile] · [rules] rules
page-print-cut = The first [most] of [all] findings are printed. Filter them to print others.
page-files = Files that were read
page-licences = Licences of the libraries in this page
page-made = Made by kenpin [version], rule pack [pack]. This page needs no network and sends nothing.
page-open = [n] of them not judged in full
page-count = [n] not judged
page-skip = To the findings
page-table-help = Press Enter on a rule to see its evidence.
page-next = Next
page-previous = Previous
