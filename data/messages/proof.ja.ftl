### kenpin proof: 証明書類の台帳

## 画面

ui-proof = 証明書類の台帳 { $day }
ui-proof-window = 数える書類: { $kinds }（発行から{ $days }日まで）
ui-proof-sales = 販売が分かる期間: { $from } から { $to } まで
ui-proof-no-sales = 日付のある販売データがないため、先の予測では売れないものとしています。
ui-proof-none = 証明の対象がありません。
ui-proof-asins = 台帳の ASIN { $n }件、表示 { $shown }件
ui-proof-ready = 72時間以内に提出できる ASIN { $ready }件、不足のあるもの { $lacking }件、判定できないもの { $open }件
ui-proof-units = 仕入 { $bought }個、販売 { $sold }個（返品で在庫に戻った { $returned }個を除く）
ui-proof-documented = 書類のある数 { $documented }個 = 販売済み { $sold }個 + 在庫 { $stock }個 + どちらにもない { $left }個
ui-proof-unaccounted = 仕入にも書類にもない数: 販売 { $sold }個、在庫 { $stock }個
ui-proof-formula = 先の在庫は、期間中と同じ速さ（販売数 ÷ 販売データのある日数 × 先の日数、端数切り捨て）で、古いものから売れるとした予測です。どの1個が出荷されたかはどのファイルにもないため、順番も仮定です。
ui-proof-note = 「証明あり」は、数える種類の書類がその数量にあるという意味です。Amazon が書類を認めることの保証ではありません。
ui-proof-heading = ■ 書類の弱い順の ASIN（{ $n }件中 { $shown }件）
ui-proof-more = ほかに { $n }件の ASIN があります。1件ずつは --asin、すべては --out proof.csv で出せます
ui-proof-more-lots = これより前に{ $n }件あります。--asin ですべて表示します
ui-proof-today = 今日
ui-proof-ahead = { $days }日後
ui-proof-row-stock = 在庫
ui-proof-row-covered = 証明あり
ui-proof-row-uncovered = 証明なし
ui-proof-stock = 在庫 { $stock }個、今日証明あり { $covered }個、証明なし { $uncovered }個
ui-proof-stock-untold = 在庫数の分かるファイルがありません
ui-proof-pace = { $days }日間の販売 { $sold }個
ui-proof-ahead-covered = { $days }日後 { $stock }個中 { $covered }個
ui-proof-ahead-line = 在庫のうち証明あり: { $ahead }
ui-proof-expires = { $left ->
    [0] 今日が期限、残り { $units }個（{ $day } から数えられません）
   *[other] あと{ $left }日で期限切れ、残り { $units }個（{ $day } から数えられません）
}
ui-proof-lacking = 72時間以内の提出: 不足 { $rules }
ui-proof-provable = 72時間以内の提出: できる
ui-proof-open = 72時間以内の提出: 判定できない（{ $inputs }）
ui-proof-untold = 不明のため考慮できないもの: { $inputs }
ui-proof-field = { $input }の「{ $field }」
ui-proof-shared = 複数の ASIN で同じ JAN の仕入 { $units }個は、どの ASIN にも数えていません
ui-proof-no-paper = 書類なし
ui-proof-no-purchase = （仕入の記録なし）
ui-proof-col-day = 仕入日
ui-proof-col-units = 数量
ui-proof-col-sold = 販売
ui-proof-col-stock = 在庫
ui-proof-col-falls-out = 期限切れの日
ui-proof-col-paper = 書類
ui-proof-col-supplier = 仕入先
ui-proof-state-counts = 有効
ui-proof-state-old = 期限切れ
ui-proof-state-future = 日付が未来
ui-proof-state-untold = 日付か種類が不明
ui-proof-state-refused = 数えない種類
ui-proof-suppliers = ■ 仕入先を裏付けるもの（{ $n }件中 { $lacking }件に不足）
ui-proof-has = ある: { $fields }
ui-proof-lacks = ない: { $fields }
ui-proof-registration-form = 登録番号 { $number } はTと13桁の数字ではありません
ui-proof-loa = 販売許可書 { $brands }（{ $day }まで）
ui-proof-loa-over = 販売許可書 { $brands }（{ $day }に期限切れ）
ui-proof-more-suppliers = ほかに { $n }件の仕入先があります。すべては --format json で出せます

## CSV

ui-proof-csv-row = 行
ui-proof-csv-asin = ASIN
ui-proof-csv-sku = SKU
ui-proof-csv-title = 商品名
ui-proof-csv-day = 仕入日
ui-proof-csv-supplier = 仕入先
ui-proof-csv-supplier-lacks = 仕入先に足りないもの
ui-proof-csv-file = 書類
ui-proof-csv-kind = 書類の種類
ui-proof-csv-number = 番号
ui-proof-csv-issued = 発行日
ui-proof-csv-state = 状態
ui-proof-csv-units = 数量
ui-proof-csv-sold = 販売済み
ui-proof-csv-in-stock = 在庫
ui-proof-csv-left-over = どちらにもない
ui-proof-csv-falls-out = 期限切れの日
ui-proof-csv-days-left = 残り日数
ui-proof-csv-covered = 今日証明あり
ui-proof-csv-ahead = { $days }日後に証明あり
ui-proof-csv-ahead-stock = { $days }日後の在庫
ui-proof-csv-ready = 72時間以内の提出
ui-proof-csv-place = 場所
ui-proof-csv-total = 合計
ui-proof-csv-lot = 明細

## 誤り

proof-asin = { $asin } は ASIN ではありません
proof-no-asin = { $asin } はどのファイルにもありません

## ヘルプ

help-proof = 証明書類の台帳を出す: どの書類がどの数量を証明し、いつ期限が切れるか
help-proof-paths = 出品レポート、仕入の表、証明書類のファイルやフォルダー
help-proof-demo = 付属の見本アカウントを調べる
help-proof-config = 設定ファイル [既定: 最初のフォルダー、次に今のフォルダーの config.toml]
help-proof-today = 基準日(YYYY-MM-DD)[既定: 日本の今日]
help-proof-profile = 何を出荷停止・保留・出荷可とするか: safe、balanced、profit、または設定にある名前 [既定: balanced]
help-proof-threads = 並列数 [既定: プロセッサーの数]
help-proof-rules = 自分のルールとリストのフォルダー(複数可)
help-proof-quiet = 台帳だけを出し、経過や案内を出さない
help-proof-asin = この ASIN だけを出す(複数可)
help-proof-expiring = 書類の期限まで残りこの日数以内の在庫がある ASIN だけを出す
help-proof-format = 画面に出す形式: table、json、csv [既定: table]
help-proof-out = ファイルにも保存する。形式は拡張子で決まる(複数可)
