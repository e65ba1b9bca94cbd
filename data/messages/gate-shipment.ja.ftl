### kenpin gate shipment の説明と画面、納品に関する言葉

help-gate-shipment = FBA への納品プランを1行ずつ調べ、出荷してよいものを決める
help-gate-shipment-plan = 納品プラン: 「Amazonへ納品」のマニフェスト、または SKU と数量のある表(CSV、TSV、xlsx)
help-gate-shipment-paths = 出品レポート、仕入の表、証明書類のファイルやフォルダー
help-gate-shipment-demo = 付属の見本アカウントで調べる(PLAN を省くと付属の納品プランを使う)
help-gate-shipment-config = 設定ファイル [既定: 最初のフォルダー、次に今のフォルダーの config.toml]
help-gate-shipment-today = 判定の基準日(YYYY-MM-DD)[既定: 日本の今日]
help-gate-shipment-threads = 並列数 [既定: プロセッサーの数]
help-gate-shipment-rules = 自分のルールとリストのフォルダー(複数可)
help-gate-shipment-profile = 何を出荷停止・保留・出荷可とするか: safe、balanced、profit、または設定にある名前 [既定: balanced]
help-gate-shipment-quiet = 結果だけを出し、経過や案内を出さない
help-gate-shipment-format = 画面に出す形式: table、json、csv [既定: table]
help-gate-shipment-out = 結果をファイルにも保存する。形式は拡張子で決まる(複数可)
help-gate-shipment-fail-on = この重大度以上の指摘で終了コード 1 にする: info、low、medium、high、critical [既定: high]
help-gate-shipment-cleaned = 出荷できるものだけの納品プランを、元と同じ形式で書き出す(テキストの納品プランのみ。Excel ブックは不可)
help-gate-shipment-after =
    保留・出荷停止にあたる指摘がなく、必要な判定(仕入れの証明、並行輸入品の区分、知的財産権、コンディション、許認可・法令、納品)がすべてできた行だけを「出荷可」にします。目安だけのルールが判定できなくても保留にはしません。

    --cleaned は、文字コード・改行・見出しを元の納品プランのまま保ちます。保留・出荷停止の行は除きます。数量だけが多すぎる行は、書類と仕入れで裏付けられる数まで(箱単位で)減らします。最も厳しい判断基準では、減らさずに行ごと除きます。

    例:
      kenpin gate shipment --demo
      kenpin gate shipment 納品プラン.txt C:\ダウンロード --cleaned 出荷分.txt

gate-shipment-empty = { $path } に行がありません。判定するものがありません
gate-shipment-no-plan = { $path } は納品プランではありません。SKU と数量の見出し(Merchant SKU と Quantity、出品者SKU と 納品数 など)が見つかりません。config.toml の [[source]] に kind = "shipment" として列の名前を書いてください
gate-shipment-sheets = { $path } には納品プランと読めるシートが複数あります。config.toml の [[source]] に kind = "shipment" と sheet = "…" を書き、シートを指定してください
gate-shipment-workbook = { $path } は Excel ブックのため、同じ形式では書き出せません。シートをタブ区切りのテキストで保存し、それを納品プランとして指定してください
gate-shipment-packed = { $path } は圧縮されています。展開したファイルを納品プランとして指定してください
gate-shipment-undecodable = { $path } には文字コードとして読めない部分があり、元のままでは書き出せません。保存し直してからやり直してください
gate-shipment-cleaned = 書き出しました: { $path }({ $lines }行、{ $units }個。減らした行 { $cut }、除いた行 { $out })

gate-shipment-title = ■ 納品プラン { $plan }({ $day })
gate-shipment-count = { $n }行
gate-shipment-units = 出荷できる数量: { $units }個のうち{ $may }個
gate-shipment-open = 必要な判定の一部ができなかった行: { $n }行
gate-shipment-bad = 読めなかった行が{ $n }行あります。下の一覧には含まれません
gate-shipment-yen = 保留・出荷停止の行で、停止されたときに影響する金額: { $yen }
gate-shipment-note = 「出荷可」は、判定できた範囲で止める理由が見つからなかったという意味です。問題がないことの保証ではありません。
gate-shipment-lines = ■ 行ごとの判定
gate-shipment-line = 予定 { $units }個、書類で証明できる数 { $units }個中{ $covered }個、出荷できる数 { $may }個
gate-shipment-line-unproven = 予定 { $units }個、書類で証明できる数は不明、出荷できる数 { $may }個
gate-shipment-cut = 一部は出荷可
gate-shipment-fix = 対応
gate-shipment-accepted = { $until } まで承知済み: { $reason }
gate-shipment-line-unread = 予定数を読めません。出荷できる数 { $may }個
gate-shipment-missing = 「{ $input }」がないため判定できません: { $rules }
gate-shipment-missing-field = 「{ $input }」の「{ $field }」が分からないため判定できません: { $rules }
gate-shipment-fetch = ■ 取り寄せる書類
gate-shipment-nobody = 仕入先不明(仕入れの記録がありません)
gate-shipment-paper = { $sku } { $title }: { $day } の仕入れ、数量 { $units }。証明のない数 { $missing }
gate-shipment-paper-none = { $sku } { $title }: 仕入れの記録がありません。証明のない数 { $missing }
gate-shipment-issues = ■ 納品プランを読むときの注意

gate-shipment-csv-sku = SKU
gate-shipment-csv-asin = ASIN
gate-shipment-csv-title = 商品名
gate-shipment-csv-decision = 判定
gate-shipment-csv-quantity = 予定数
gate-shipment-csv-covered = 証明できる数
gate-shipment-csv-may-go = 出荷できる数
gate-shipment-csv-expiry = 期限
gate-shipment-csv-rules = ルール
gate-shipment-csv-reasons = 理由
gate-shipment-csv-places = 場所
gate-shipment-csv-fix = 対応
gate-shipment-csv-missing = 判定できなかったこと
gate-shipment-csv-yen = 影響額
gate-shipment-csv-line = 納品プランの行

### 言葉

ui-input-shipment = 納品プラン
ui-get-shipment = kenpin の gate shipment に納品プランのファイルを指定してください
ui-fill-shipment = 納品プランの「{ $field }」の欄を埋めてください
ui-kind-shipment-line = { word-shipment-line }
word-shipment = { ui-input-shipment }
word-shipment-line = 納品プランの行
word-expiry = 消費・賞味期限
word-units-per-box = 1箱あたりの数量
word-boxes = 箱数

### 事実

fact-shipment-line = 納品プランで送る予定の SKU は { $sku }、数量は { $units } です。
fact-shipment-pledged = { $asin } は二度と販売しないと Amazon に誓約済みです（誓約日 { $day }）。
fact-shipment-unlisted = 納品プランの SKU { $sku }（数量 { $units }）は出品レポートにありません。
fact-shipment-only-in-stock = { $sku } があるのは FBA 在庫のレポートだけです。
fact-shipment-proven = 書類で証明できるのは予定{ $planned }個のうち{ $covered }個です。書類の数量{ $documented }個のうち、販売済みでも在庫でもないものは{ $left }個で、先の行が{ $before }個を使います。
fact-shipment-bought = 予定{ $planned }個に対し、帳簿上残っているのは{ $left }個です（仕入 { $bought }、販売 { $sold }、在庫 { $held }。先の行が{ $before }個を使います）。
fact-shipment-offered = 予定{ $planned }個に対し、自己発送の出品の在庫は{ $quantity }個です。
fact-shipment-shelf-life = 期限 { $expiry }: 到着予定日 { $arrival }（輸送{ $transit }日と仮定）の時点で残り{ $left }日です。FBA が受け取るのは残り{ $days }日以上の商品と報告されています。
fact-shipment-expired = 期限 { $expiry } を過ぎています。
fact-shipment-other-line = ほかの行にも SKU { $sku }（数量 { $units }）があります。
fact-shipment-boxes = 1箱{ $each }個で{ $boxes }箱なら{ $total }個ですが、数量は{ $units }個です。
fact-shipment-rest = { $units }個は1箱{ $each }個では割り切れません（余り{ $rest }個）。
