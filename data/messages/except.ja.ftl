### Exceptions: what the seller accepts knowingly

ui-suppressed = ■ 例外で除いた指摘 { $n }件
ui-suppressed-why = 理由: { $reason }（{ $until }まで）
ui-reweighed = ■ 例外で重大度か判断を変えた指摘 { $n }件
ui-reweighed-why = 理由: { $reason }（{ $until }まで。例外がなければ{ $severity }・{ $decision }）
ui-decision-set-aside = 例外で除外
ui-csv-exception = 例外
issue-exception-expired = 例外の期限（{ $until }）が過ぎています。
issue-exception-twice = 前の行と同じ例外です。
issue-exception-pledged = 今後出品しないと誓約した ASIN は例外にできません。
issue-exception-unused = この例外に当てはまる指摘がありません。

## kenpin except

except-live = { $line }行目  { $what }  { $until } まで  { $reason }
except-expired = { $line }行目  { $what }  期限切れ({ $until })  { $reason }
except-twice = { $line }行目  { $what }  前の行と同じ  { $reason }
except-count = { $path }: 例外 { $n }件
except-known = { $path } の{ $line }行目に同じ例外があります。期限や理由はその行を書き換えてください
except-asin = { $asin } は ASIN ではありません
help-except = 指摘を、理由と期限を付けて例外にする
help-except-add = 設定ファイルの隣の exceptions.csv に例外を書き加える
help-except-add-rule = ルール(例: IP-001)
help-except-add-brand = 商品名かカタログにあるブランド
help-except-add-supplier = すべての仕入先であるもの
help-except-add-asin = ASIN
help-except-add-sku = SKU
help-except-add-severity = 除外せず、この重大度の指摘として残す(info, low, medium, high, critical)
help-except-add-decision = 除外せず、この判断の指摘として残す(ship: 出荷可, hold: 保留, stop: 出荷停止)
help-except-add-reason = 例外にする理由
help-except-add-until = 例外の最後の日(YYYY-MM-DD)
help-except-add-dry-run = 書き加える行を表示するだけで、書き込まない
help-except-add-config = 例外のファイルの隣にある設定ファイル [既定: 今のフォルダーの config.toml]
help-except-list = 例外を一覧にし、期限切れと重複を示す
help-except-list-today = 基準日(YYYY-MM-DD)[既定: 日本の今日]
help-except-list-config = 例外のファイルの隣にある設定ファイル [既定: 今のフォルダーの config.toml]
