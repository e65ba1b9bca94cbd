### kenpin drill の画面

ui-drill = 任意の3 ASIN の書類提出の予行 { $day }
ui-drill-none = 書類を求められうる ASIN がありません。
ui-drill-counts = 対象の ASIN { $n }件: 書類がそろうもの { $provable }件、足りないもの { $lacking }件、判定できないもの { $open }件
ui-drill-chance = 無作為に選ばれた3つの ASIN のすべてで書類がそろう確率: { $chance }
ui-drill-chance-open = 無作為に選ばれた3つの ASIN のすべてで書類がそろう確率: { $chance }（判定できないものもすべてそろっていた場合は { $best }）
ui-drill-note = 「書類がそろう」は、判定できた範囲で不足が見つからなかったという意味です。Amazon が書類を認めることの保証ではありません。
ui-drill-weakest = ■ 書類が弱い ASIN（{ $n }件）
ui-drill-draw = ■ 抽出 { $n }
ui-drill-state-provable = そろう
ui-drill-state-open = 判定不可
ui-drill-state-lacking = 不足
ui-drill-missing-input = 「{ $input }」がないため、判定できないことがあります
ui-drill-missing-field = 「{ $input }」の「{ $field }」が分からず、判定できないことがあります
ui-drill-papers = 提出する書類
ui-drill-no-paper = 提出できる書類がありません
ui-drill-paper = { $kind } { $day } 数量 { $units } 仕入先 { $supplier } ファイル { $file } 番号 { $invoice }
