### The screen of kenpin drill

ui-drill = Drill for the three-ASIN document request { $day }
ui-drill-none = There is no ASIN that papers could be asked for.
ui-drill-counts = { $n } ASINs may be asked about: papers complete for { $provable }, lacking for { $lacking }, not to be judged for { $open }
ui-drill-chance = Chance that the papers of three ASINs drawn at random are all complete: { $chance }
ui-drill-chance-open = Chance that the papers of three ASINs drawn at random are all complete: { $chance } ({ $best } if all that could not be judged were)
ui-drill-note = "Complete" means that no lack was found in what could be judged. It is no promise that Amazon accepts the papers.
ui-drill-weakest = ■ ASINs with the weakest papers ({ $n })
ui-drill-draw = ■ Sample { $n }
ui-drill-state-provable = complete
ui-drill-state-open = not judged
ui-drill-state-lacking = lacking
ui-drill-missing-input = For want of "{ $input }" something could not be judged
ui-drill-missing-field = "{ $input }" does not tell "{ $field }", so something could not be judged
ui-drill-papers = Papers to hand in
ui-drill-no-paper = There is no paper to hand in
ui-drill-paper = { $kind }, { $day }, units { $units }, supplier { $supplier }, file { $file }, number { $invoice }
