### kenpin の画面と報告書の日本語。en.ftl と同じ id と変数を持つこと（テストが確かめる）。
### 数は自動で 1,234 と、金額は ¥1,234 と、日付は 2026-11-01 と書かれる。

### 報告書の見出しとまとめ

ui-title = 検品レポート { $day }
ui-feed-in-force = ルールの配信 { $channel } 第{ $serial }号({ $hash })、{ $issued }発行、{ $expires }まで有効
ui-feed-expired = 【ルール期限切れ】ルールの配信 { $channel } 第{ $serial }号({ $hash })の有効期限は{ $expires }まででした。この報告には新しいルールが反映されていないことがあります。kenpin rules update を実行してください。
ui-feed-early = 【日付の確認】ルールの配信 { $channel } 第{ $serial }号({ $hash })は{ $issued }の発行で、基準日より後です。基準日が今日なら、パソコンの時計を合わせてください。
ui-feed-missing = 【ルール未取得】ルールの配信 { $channel } はまだ取り込まれていません。この報告は付属のルールだけによるものです。kenpin rules update を実行してください。
ui-run = 判断基準 { $profile } ・ ルール { $rules }件 ・ kenpin { $version } ・ ルール集 { $pack }
ui-decisions = ■ 出荷の判断（SKU { $skus }件、ASIN { $asins }件）
ui-skus = { $n }件
ui-open = うち{ $n }件には、資料が足りず判定できなかったルールがあります
ui-no-promise = 「出荷可」は、判定できた範囲で止める理由が見つからなかったという意味です。問題がないことの保証ではありません。
ui-money = ■ 止まったときの影響額 { $yen }
ui-money-unknown = ■ 止まったときの影響額 不明（売上とFBA在庫の資料がありません）
ui-money-what = 指摘のある ASIN の直近180日の売上とFBA在庫の金額です。合計でも分野別でも、1つの ASIN は1回だけ数えます。
ui-findings = ■ 指摘 { $n }件
ui-no-findings = 判定できた範囲では指摘はありません。
ui-severity-count = { $severity } { $n }件
ui-worst = ■ 先に見てほしい{ $n }件
ui-details = ■ 指摘の内容（全{ $n }件のうち{ $shown }件）
ui-more = ほかに{ $n }件の指摘があります。すべて見るには -v を付けるか、--out report.csv で保存してください。
ui-more-skus = ほか{ $n }件
ui-more-facts = ほかに根拠が{ $n }件あります（-v ですべて表示します）
ui-more-lines = ほかに{ $n }件あります（-v ですべて表示します）
ui-closing = 出荷停止 { $stop }件 / 保留 { $hold }件 / 出荷可 { $ship }件（SKU）　判定したルール { $judged }件、判定できなかったルール { $open }件
ui-indication = 間接的な手がかりによる指摘です。事実かどうかを確かめてください。

### 指摘の各行の見出し

ui-label-subject = 対象
ui-label-money = 影響額
ui-label-facts = 根拠
ui-label-fix = 対応
ui-label-source = 出典
ui-label-get = 入手
ui-label-rules = ルール

### 指摘の対象と出典

ui-subject-sku = SKU { $sku }
ui-subject-sku-asin = SKU { $sku } / ASIN { $asin }
ui-subject-asin = ASIN { $asin }
ui-subject-asin-skus = ASIN { $asin }（SKU { $skus }）
ui-subject-supplier = 仕入先 { $name }
ui-subject-account = アカウント全体
ui-source = { $title }（{ $date }）等級 { $grade }
ui-source-undated = { $title }（日付なし）等級 { $grade }
ui-source-more = 、ほか{ $n }件

### 判定できなかったことと、ルールごとの結果

ui-missing = ■ 判定できなかったこと
ui-missing-input = 「{ $input }」がないため、{ $rules }件のルールを判定できません
ui-missing-field = 「{ $input }」の「{ $field }」が分からず、{ $rules }件のルールで判定できない対象があります（1ルールあたり最大{ $subjects }件）
ui-coverage = ■ ルールごとの結果（判定したルール { $n }件、判定できなかったルール { $open }件）
ui-coverage-note = 「0」は判定して該当がなかったもの、「-」は判定できなかったものです。
ui-column-rule = ルール
ui-column-title = 内容
ui-column-judged = 判定
ui-column-risk = 該当
ui-column-open = 判定不可

### 足りない資料の入手先（Seller Central の画面の名前）

ui-get-listings = Seller Central の「レポート」→「出品レポート」で「すべての出品商品のレポート」を取り、フォルダーに入れてください
ui-get-stock = Seller Central の「レポート」→「フルフィルメント」→「FBA在庫管理」をダウンロードし、フォルダーに入れてください
ui-get-sales = Seller Central の「レポート」→「フルフィルメント」→「全注文レポート」を過去365日分（期間を分けて）ダウンロードしてください
ui-get-returns = Seller Central の「レポート」→「フルフィルメント」→「FBA返品レポート」をダウンロードし、フォルダーに入れてください
ui-get-purchases = 仕入れの記録（アマサーチ、プライスター、古物台帳など）を入れるか、kenpin init で作った仕入れの表に記入してください
ui-get-suppliers = kenpin init で作った仕入先の表に、区分・電話・住所・サイトを記入してください
ui-get-documents = 請求書などのファイルを入れたフォルダーと、kenpin init で作った書類の表を加えてください
ui-get-catalog = ASIN・ブランド・流通区分（distribution_designation）の列がある表を加えてください
ui-get-pledges = 今後出品しないと Amazon に誓約した ASIN の表を加えてください（なければ見出しだけの表で構いません）
ui-get-account = config.toml の [account] に、店舗名や古物商許可の有無を書いてください
ui-get-own-lists = 注意したい ASIN の表（asins.csv）をフォルダーに入れ、config.toml の [rules] の packs にそのフォルダーを書いてください
ui-get-health = アカウント健全性レポート（API で取得する JSON ファイル、GET_V2_SELLER_PERFORMANCE_REPORT）をフォルダーに入れてください
ui-get-restrictions = 「kenpin fetch restrictions」を実行してください（ご自身の SP-API の利用登録が必要です）
ui-get-eligibility = 「kenpin fetch eligibility」を実行してください（ご自身の SP-API の利用登録が必要です）
ui-get-listing-issues = 「kenpin fetch listings」を実行してください（ご自身の SP-API の利用登録が必要です）
ui-get-invoice-registry = 「kenpin fetch invoice-numbers」を実行してください（国税庁のアプリケーションIDが必要です）

## 資料はあるが、列か値が足りないとき
ui-fill-listings = 「すべての出品商品のレポート」の列の設定で「{ $field }」の列を加えて取り直すか、その列がある別の出品レポートも入れてください
ui-fill-stock = 「{ $field }」の列があるFBA在庫のレポート（FBA在庫管理）を入れてください
ui-fill-purchases = 仕入れの表の「{ $field }」の欄を埋めてください
ui-fill-suppliers = 仕入先の表の「{ $field }」の欄を埋めてください
ui-fill-documents = 書類の表の「{ $field }」の欄を埋めてください
ui-fill-file-content = 書類のフォルダーに、元のファイル（パスワードなしで開ける32メガバイトまでのPDF）を入れてください
ui-fill-file-text = 画像だけの書類は、書類の表と自分で見比べてください。文字の入ったPDFを仕入先に頼む方法もあります
ui-fill-sales = 「{ $field }」の列がある注文・販売のレポート（全注文レポート）を、365日分すべて（期間を分けて）入れてください
ui-fill-returns = 「{ $field }」の列があるFBA返品レポートを入れてください
ui-fill-catalog = カタログの表の「{ $field }」の欄を埋めてください
ui-fill-pledges = 誓約した ASIN の表の「{ $field }」の欄を埋めてください
ui-fill-account = config.toml の [account] に「{ $field }」に当たる項目を書いてください
ui-fill-own-lists = 自分の注意リストの「{ $field }」の欄を埋めてください
ui-fill-health = アカウント健全性レポートを取得し直してください。今のファイルでは「{ $field }」が分かりません
ui-fill-restrictions = 「kenpin fetch restrictions」をもう一度実行してください
ui-fill-eligibility = 「kenpin fetch eligibility」をもう一度実行してください
ui-fill-listing-issues = Amazon の回答にありません。セラーセントラルの在庫管理で、この SKU の表示を確かめてください
ui-fill-invoice-registry = 「kenpin fetch invoice-numbers」をもう一度実行してください

### 資料の名前

ui-input-listings = 出品レポート
ui-input-stock = FBA在庫
ui-input-purchases = 仕入れの記録
ui-input-suppliers = 仕入先の表
ui-input-documents = 証明書類
ui-input-sales = 注文・販売の記録
ui-input-returns = FBA返品
ui-input-catalog = カタログの表
ui-input-pledges = 誓約した ASIN の表
ui-input-account = アカウント情報
ui-input-own-lists = 自分の注意リスト
ui-input-health = アカウント健全性
ui-input-restrictions = 出品制限（取得）
ui-input-eligibility = FBA納品の可否（取得）
ui-input-listing-issues = 出品情報の問題（取得）
ui-input-invoice-registry = インボイス登録番号（取得）

## 同じ言葉が2つの意味を持つ列の名前
ui-field-invoice = 請求書番号

### 読み込んだもの

ui-sales = ■ 販売数の数え方
ui-sales-report = { $report }：{ $rows }行、{ $units }個を数えました（ほかのレポートと重なる{ $twice }個とキャンセル{ $cancelled }個は数えていません）
ui-files = ■ 読み込んだファイル { $n }件
ui-file = { $input }、{ $rows }行（{ $encoding }）
ui-file-bad = { $input }、{ $rows }行（{ $encoding }）、読めなかった行 { $bad }行
ui-file-plain = { $input }
ui-left = ■ 読み込まなかったファイル { $n }件
ui-left-how = 内容が分からないか、まだ使わない種類のファイルです。「kenpin columns ファイル名」で列の割り当て方を確かめられます。
ui-issues = ■ 読み取りで気づいたこと { $n }件（種類ごとの件数と最初の場所）
ui-count = { $n }件
ui-issue = { $issue }{ $done }
ui-unmatched = ■ どの出品とも結び付かなかった行 { $n }行
ui-unmatched-rows = { $file }：{ $n }行　{ $why }
ui-unmatched-lines = { $file }：{ $n }行　{ $why }（行 { $lines }）

unmatched-no-listing = 出品レポートとFBA在庫のどちらにもない商品です。
unmatched-jan-shared = JAN が同じ ASIN が複数あり、どれの行か決められません。
unmatched-sku-other-asin = 同じ SKU の前の行と ASIN が違います。前の行の ASIN を使いました。
unmatched-no-code = SKU・ASIN・JAN のどれも書かれていません。

### 報告書の決まった言葉

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
ui-family-ship = FBA納品
ui-kind-sku = SKU
ui-kind-asin = ASIN
ui-kind-supplier = 仕入先
ui-kind-account = アカウント
ui-yes = はい
ui-no = いいえ
ui-unknown = 不明

### CSV の見出し

ui-csv-rule = ルール
ui-csv-severity = 重大度
ui-csv-decision = 判断
ui-csv-family = 分野
ui-csv-kind = 対象
ui-csv-sku = SKU
ui-csv-asin = ASIN
ui-csv-supplier = 仕入先
ui-csv-title = 商品名
ui-csv-yen = 影響額（円）
ui-csv-rule-title = 内容
ui-csv-evidence = 根拠
ui-csv-place = 最初の場所
ui-csv-places = すべての場所
ui-csv-fix = 対応
ui-csv-source = 出典
ui-csv-source-date = 出典の日付
ui-csv-undated = 日付なし
ui-csv-grade = 出典の等級
ui-csv-indication = 間接的な手がかり
ui-csv-fingerprint = 指紋

### 1つのブランドの出品（kenpin pull）

ui-pull-tier = 確かさ
ui-pull-sku = SKU
ui-pull-asin = ASIN
ui-pull-status = 状態
ui-pull-units = 個数
ui-pull-fba = うちFBA
ui-pull-yen = リスクにさらされている金額
ui-pull-title = 商品名
ui-pull-matched = 見つかった言葉
ui-pull-why = 理由
ui-pull-none = 「{ $brand }」の名前がある出品はありません。名前の別の書き方は見つけますが、権利者の持つ別の名前は見つけません。
ui-pull-sum = 「{ $brand }」の出品は{ $n }件です（{ $asins } ASIN、{ $units }個、リスクにさらされている金額 { $yen }。金額はASINごとに1回だけ数えます）。
ui-pull-how = 引き上げるには、「全在庫の管理」で出品を停止し（自社出荷は在庫数を0に）、FBAの在庫は返送依頼で戻してください。名前の記載があるだけの出品は、先に目で確かめてください。

### 保存の失敗

ui-save-no-folder = { $path } に保存できません。フォルダー { $folder } がありません。
ui-save-denied = { $path } に保存できません。{ $folder } に書き込む権限がありません。
ui-save-is-folder = { $path } に保存できません。同じ名前のフォルダーがあります。
ui-save-full = { $path } に保存できません。ディスクの空きが足りません。前の内容はそのまま残っています。
ui-save-failed = { $path } に保存できません（{ $cause }）。前の内容はそのまま残っています。

### 閉じた集合の言葉（Value::Word）

## 重大度
word-info = 参考
word-low = 軽微
word-medium = 注意
word-high = 重大
word-critical = 緊急

## 判断
word-ship = 出荷可
word-hold = 保留
word-stop = 出荷停止

## 分野
word-proof = 仕入れの証明
word-mix = 並行輸入品と国内品の混在
word-ip = 知的財産権
word-cond = コンディション
word-law = 許可と法令
word-list = カタログと価格
word-acct = アカウント

## 出典の等級
word-A = A（公式）
word-B = B（報道・判例・法律事務所）
word-C = C（個人のサイト1件）
word-D = D（出所不明）

## 分からない値
word-unknown = 不明

## 言語
word-ja = 日本語
word-en = 英語

## 資料
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

## 列
word-sku = SKU
word-asin = ASIN
word-jan = JAN
word-product-id = 商品ID
word-product-id-type = 商品IDの種類
word-title = 商品名
word-note = コンディション説明
word-condition = コンディション
word-price = 価格
word-units = 個数
word-quantity = 出品の在庫数
word-channel = フルフィルメント
word-status = 出品の状態
word-day = 日付
word-on-hand = 販売可能な在庫
word-reserved = 引当済みの在庫
word-unsellable = 販売不可の在庫
word-stock-total = 在庫の合計
word-inbound-working = 納品準備中の数
word-inbound-shipped = 納品発送済みの数
word-inbound-receiving = 受領中の数
word-stock-condition = 在庫の状態
word-order-id = 注文番号
word-order-status = 注文の状態
word-sales-channel = 販売経路
word-transaction-kind = トランザクションの種類
word-amount = 金額
word-reason = 返品理由
word-disposition = 返品された商品の状態
word-comment = 購入者のコメント
word-supplier = 仕入先
word-supplier-class = 仕入先の区分
word-phone = 電話番号
word-address = 住所
word-mail = メールアドレス
word-site = ウェブサイト
word-registration = インボイス登録番号
word-route = 流通経路
word-unit-cost = 仕入単価
word-file = 書類のファイル
word-document-kind = 書類の種類
word-issued = 発行日
word-addressee = 宛名
word-loa-brands = 販売許可書のブランド
word-loa-expiry = 販売許可書の期限
word-brand = ブランド
word-manufacturer = メーカー名
word-distribution = 流通区分
word-remark = 備考
word-list-price = 参考価格
word-parent = 親ASIN
word-identity = 本人確認
word-metric = 指標
word-rate = 率
word-account-state = アカウントの状態
word-opened = 開設日
word-attested = 自己申告の確認項目
word-seller-details = 特定商取引法の表示事項

## アカウント健全性レポートの指標
word-late-shipment = 出荷遅延率
word-pre-fulfilment-cancel = 出荷前キャンセル率
word-order-defect = 注文不良率
word-valid-tracking = 有効な追跡番号の割合
word-on-time-delivery = 期日内配送率
word-unit-on-time-delivery = 個数で数えた期日内配送率
word-invoice-defect = 請求書不備率
word-listing-policy-violations = 出品規約違反
word-authenticity-complaints = 真贋についての購入者の苦情
word-condition-complaints = コンディションについての購入者の苦情
word-safety-complaints = 商品の危険についての購入者の苦情
word-received-ip-complaints = 権利者からの申し立て
word-suspected-ip-violations = 知的財産権の侵害の疑い
word-restricted-product-violations = 制限商品の規約違反
word-food-safety-issues = 食品・商品の危険についての問題
word-other-policy-violations = その他の規約違反
word-document-requests = 書類の提出依頼
word-account-normal = 正常
word-account-at-risk = 停止のおそれ
word-account-deactivated = 停止中
word-account-state-unknown = 不明な状態

## 自己申告の確認項目と表示事項
word-two-step = 全ユーザーの2段階認証
word-password = パスワードの変更
word-own-device = 専用の端末と回線
word-one-account = アカウントは1つだけ
word-double-check = 出荷前の二重確認
word-seller-name = 販売業者
word-seller-address = 住所
word-seller-phone = 電話番号
word-seller-manager = 運営統括責任者
word-file-content = ファイルの中身
word-file-text = ファイルの文字
word-acts-from = 措置の開始日

## 書類への書き込みと文字
word-mark-text = 文字
word-mark-note = 付箋
word-mark-stamp = スタンプ
word-mark-ink = 手書き
word-mark-shape = 図形
word-mark-highlight = マーカー・下線
word-mark-redaction = 墨消し
word-none = なし
word-part = 一部
word-whole = すべて

## 販売の記録
word-orders = 全注文レポート
word-transactions = 日付別トランザクション
word-shipments = FBA出荷レポート
word-business = ビジネスレポート

## 出荷元と出品の状態
word-amazon = Amazon
word-merchant = 自己発送
word-active = 出品中
word-inactive = 停止中
word-incomplete = 出品未完了

## 流通経路
word-domestic = 国内正規品
word-parallel = 並行輸入品

## 仕入先の区分
word-maker = メーカー
word-authorised = 正規代理店
word-wholesale = 卸売業者
word-retail = 小売店
word-overseas = 海外の通販サイト
word-recycle = リサイクルショップ
word-auction = オークション
word-flea-market = フリマアプリ
word-individual = 個人

## 書類の種類
word-invoice = 請求書
word-delivery-note = 納品書
word-receipt = 領収書
word-contract = 契約書
word-authorisation = 販売許可書
word-till-receipt = レシート
word-quotation = 見積書
word-order-confirmation = 注文確認メール
word-card-statement = カード明細
word-other = その他

## ファイルの種類
word-pdf = PDF
word-jpg = JPEG
word-png = PNG
word-gif = GIF
word-tiff = TIFF

## 返品された商品の状態
word-SELLABLE = 販売可
word-DAMAGED = 破損（Amazon の責任）
word-CUSTOMER_DAMAGED = 破損（購入者による）
word-DEFECTIVE = 不良品
word-CARRIER_DAMAGED = 破損（配送中）
word-EXPIRED = 期限切れ
word-UNKNOWN = 不明

## 読み取りで何をしたか
word-repaired = 直して読みました。
word-cell-ignored = 空欄として扱いました。
word-row-ignored = その行は読みませんでした。
word-file-ignored = そのファイルは読みませんでした。
word-noted = そのまま読みました。

## 一覧の言葉
word-listing-restricted = 出品制限の報告があるブランド
word-ip-complainer = 権利侵害の申立てが報告された権利者
word-counterfeit-prone = 偽造品が出回りやすいブランド
word-authorised-only = 販売に許可を求めるブランド
word-brand-field = ブランド欄にある
word-lead = 商品名の先頭にある
word-bracket = 商品名の先頭の括弧にある
word-twin = 商品名に二つの表記である
word-named = ほかの意味のない名前で、ほかのブランドがない
word-compatible = 対応・互換・風などの言葉が付いている
word-other-brand = ほかのブランドが書かれている
word-plain-word = 普通の言葉でもある
word-short = 短い
word-respelled-kana = ひらがなとカタカナが入れ替わっている
word-respelled-vowel = 長音や小書きの仮名が異なる
word-respelled-split = 語の途中に区切りがある
word-respelled-spaced = 一字ごとに空白がある
word-respelled-lookalike = 形の似た別の文字が使われている
word-respelled-typo = 一字だけ異なる
word-is = そのブランド
word-mentions = 言及のみ
word-weak = 普通の言葉かもしれない
word-parallel-import-complainer = 並行輸入品への申立てが報告された権利者
word-trademark = 商標
word-copyright = 著作権
word-design = 意匠
word-patent = 特許
word-counterfeit = 偽造品
word-unfair-competition = 不正競争
word-sales-terms = 販売条件
word-drug-law = 薬機法
word-damage = 傷み・開封・使用
word-returned-used = 中古・開封済み
word-returned-fake = 偽物
word-returned-defective = 不良・欠品
word-not-for-sale = 非売品

### ルールの根拠（fact-）

## 仕入れの証明
fact-document-newest-old = 最新の証明書類（{ $kind }、発行日 { $day }）は{ $age }日前のもので、有効な{ $days }日を過ぎています。
fact-document-none-accepted = 仕入れの記録は{ $purchases }行ありますが、認められる証明書類がありません。
fact-document-future = 書類の発行日 { $day } が今日より後です。
fact-document-not-accepted = { $kind }は証明書類として数えません。
fact-document-expires = 発行日 { $day } の証明書類（{ $units }個分）は、あと{ $left }日（{ $expires }）で有効な期間を外れます。
fact-units-short-sales = 直近{ $days }日の販売{ $needed }個に対し、同じ期間の書類で証明できるのは{ $proven }個で、{ $short }個足りません。
fact-units-short-stock = 在庫と納品中の{ $needed }個に対し、直近{ $days }日の書類で証明できるのは{ $proven }個で、{ $short }個足りません。
fact-units-expire = 在庫のうち{ $units }個を証明する書類（{ $kind }、発行日 { $day }）は、あと{ $left }日（{ $expires }）で有効な期間を外れます。
fact-units-forecast = 在庫と納品中の{ $held }個のうち、このまま売れなければ書類で証明できなくなる数: { $first }日後 { $a }個、{ $second }日後 { $b }個、{ $third }日後 { $c }個。
fact-units-documented = { $units }個を証明する書類があります（{ $kind }、発行日 { $day }）。
fact-contact-missing = 仕入先「{ $supplier }」の{ $fields }が分かりません。
fact-contact-form = 仕入先「{ $supplier }」の{ $field }「{ $value }」は、形が正しくありません。
fact-registration-form = 仕入先「{ $supplier }」の登録番号「{ $number }」は「T＋13桁の数字」ではありません。
fact-registration-check-digit = 仕入先「{ $supplier }」の登録番号「{ $number }」は、検査用の数字が法人番号に合わず、手元では確かめられません。個人事業者の番号にはこの数字がありません。
fact-bought-other-jan = 仕入れた商品のJAN（{ $bought }）が、出品しているJAN（{ $listed }）と違います。仕入れの商品名: { $name }
fact-bought-other-model = 仕入れた「{ $name }」の型番が、商品名「{ $title }」の型番と違います。
fact-bought-other-name = 仕入れた「{ $name }」と商品名「{ $title }」に、共通する言葉がほとんどありません。
fact-contact-purchases = この仕入先からの仕入れは期間内に{ $purchases }行あります（最新の仕入日 { $day }）。
fact-file-kind-not-accepted = 「{ $file }」の種類は{ $kind }で、証明書類として認められません。
fact-file-unnamed = 書類（請求書番号 { $invoice }）のファイル名が書かれていません。
fact-file-missing = ファイル「{ $file }」が見つかりません。
fact-file-empty = ファイル「{ $file }」の中身が空です。
fact-file-unreadable = ファイル「{ $file }」を読み込めません。
fact-file-not-what-it-says = ファイル「{ $file }」は名前では{ $named }ですが、中身の形式は{ $found }です。
fact-file-type-not-accepted = ファイル「{ $file }」の形式は{ $found }で、受け付けられない形式です。
fact-file-locked = ファイル「{ $file }」はパスワードがないと開けません。
fact-file-broken = ファイル「{ $file }」はPDFとして壊れています。
fact-file-without-pages = ファイル「{ $file }」にはページがありません。
fact-file-marked = ファイル「{ $file }」に書き込みが{ $count }か所あります（{ $kinds }）。
fact-file-from-picture-editor = ファイル「{ $file }」は画像編集ソフト（{ $program }）で作られています。
fact-file-changed-later = ファイル「{ $file }」は{ $created }に作られ、{ $modified }に変更されています（最後に書き出したソフト: { $program }）。
fact-file-same-bytes = ファイル「{ $file }」と「{ $other }」は中身がまったく同じですが、別の仕入れの書類になっています。
fact-file-two-suppliers = ファイル「{ $file }」を「{ $supplier }」と「{ $other }」の両方の仕入れに使っています。
fact-file-purchases-apart = ファイル「{ $file }」を{ $day }と{ $other }の離れた仕入れに使っています。
fact-file-more-bought = ファイル「{ $file }」にあるのは{ $told }個ですが、これを使う仕入れは合わせて{ $bought }個です。
fact-file-same-number = ファイル「{ $file }」と「{ $other }」は同じ請求書番号（{ $invoice }）ですが、内容が違います。
fact-text-lacks-invoice = ファイル「{ $file }」の文字に、請求書番号「{ $invoice }」がありません。
fact-text-lacks-supplier = ファイル「{ $file }」の文字に、仕入先「{ $supplier }」の名前がありません。
fact-text-lacks-day = ファイル「{ $file }」の文字に、発行日 { $day } も見つかりません。
fact-text-lacks-units = ファイル「{ $file }」の文字に、数量 { $units } も見つかりません。
fact-text-lacks-store = ファイル「{ $file }」の文字に、店舗名「{ $store }」がありません。
fact-addressee-nobody = ファイル「{ $file }」の宛名は「{ $addressee }」で、あなたの店舗を示していません。
fact-addressee-other = ファイル「{ $file }」の宛名は「{ $addressee }」で、登録した店舗名「{ $store }」と違います。
fact-bought-from-class = 「{ $supplier }」（{ $class }）から{ $units }個を仕入れています（仕入日 { $day }）。
fact-class-from-list = 「{ $supplier }」の区分（{ $class }）は仕入先の一覧によります（出典 { $source }、等級 { $grade }）。
fact-fba-stock-without-purchase = FBA在庫が{ $units }個ありますが、仕入れの記録が1件もありません。
fact-offer-without-purchase = 自己発送で{ $units }個を出品中ですが、仕入れの記録が1件もありません。
fact-balance = 仕入れ{ $bought }個に返品{ $returned }個を足し、販売{ $sold }個を引いた数と、在庫{ $held }個が{ $difference }個合いません。

## 言葉
fact-word-in-title = 商品名に「{ $matched }」があります（{ $list }の言葉）。
fact-returned-units = この理由の返品が、直近{ $days }日に{ $units }個あります。
fact-returned-comment = { $day } の返品（{ $units }個）: コメント「{ $comment }」に「{ $matched }」があります。
fact-returned-reason = { $day } の返品（{ $units }個）: 返品理由コードは { $reason } です。
fact-word-in-note = コンディション説明「{ $note }」に「{ $matched }」があります（{ $list }の言葉）。
fact-word-in-purchase = 仕入れの品名「{ $name }」に「{ $matched }」があります（{ $list }の言葉）。
fact-title-half-width-kana = 商品名に半角カタカナ「{ $matched }」があります。
fact-title-html = 商品名にタグや文字参照「{ $matched }」があります。
fact-title-too-long = 商品名が全角{ $width }文字分あります（推奨は{ $max }文字まで）。

## 規制のある商品
fact-regulated-goods = 商品名に「{ $matched }」があります（{ $goods }）。法令・規約: { $law }。求める書類: { $proof }。確認先: { $office }（出典 { $source }、日付 { $date }、等級 { $grade }）。

## ページの混在
fact-goods-route = 「{ $supplier }」から{ $route }として仕入れています（仕入日 { $day }）。
fact-page-unmarked = 商品名「{ $title }」に並行輸入品の表示がありません。
fact-page-marked = 商品名の「{ $matched }」は{ $route }のページであることを示しています。
fact-page-designated = カタログの流通区分では{ $route }のページです。
fact-note-marked = コンディション説明「{ $note }」の「{ $matched }」は{ $route }であることを示しています。

## ブランドと ASIN
fact-brand-in-title = 商品名の「{ $matched }」は、一覧のブランド「{ $brand }」（{ $kinds }、一覧での表記「{ $alias }」）とみられます（{ $why }）。
fact-brand-in-catalog = カタログの「{ $matched }」は、一覧のブランド「{ $brand }」（{ $kinds }、一覧での表記「{ $alias }」）に当たります（{ $why }）。
fact-brand-reported = 「{ $brand }」の一覧での区分は{ $kinds }です（申立ての種類 { $claims }、出典 { $source }、日付 { $date }、等級 { $grade }）。
fact-asin-watched = { $asin } は注意リストにあります（理由 { $reason }、出典 { $source }、日付 { $date }）。
fact-page-brand = カタログのブランド名は「{ $brand }」です。
fact-mark-in-title = 商品名に「{ $matched }」があります（{ $use }。ページのブランド名 { $brand }）。
fact-letter-none = 「{ $brand }」の販売許可書を持つ仕入先が記録にありません。
fact-letter-expired = 「{ $supplier }」の「{ $brand }」の販売許可書は { $day } で期限切れです。
fact-maker-proof-missing = { $day } の「{ $supplier }」からの仕入れでは、{ $proof }を示せません。
fact-cost-far-under-price = 仕入単価{ $cost }に対して出品価格は{ $price }です（{ $percent }パーセント未満）。
fact-advisory = { $from } から { $until } まで: { $text }（出典 { $source }、等級 { $grade }）。

## コンディション、許可、コード、誓約
fact-offered-new = 新品として出品しています。
fact-used-offers = 中古品の出品が{ $count }件あります（例 { $sku }）。
fact-bought-from-individuals = 個人・オークション・フリマなどからの仕入れが{ $count }行あります（例 { $supplier }）。
fact-permit-none = 設定では、古物商許可を持っていないとされています。
fact-permit-number-wrong = 古物商許可番号「{ $number }」が12桁の数字ではありません。
fact-permit-not-shown = 設定では、古物商許可番号を出品者ページに表示していないとされています。
fact-ledger-lacks = { $day }に「{ $supplier }」から仕入れた商品（{ $yen }）の台帳に、{ $fields }がありません。
fact-detail-not-shown = 設定では、{ $detail }を出品者ページに表示していないとされています。
fact-detail-form = 設定に書かれた{ $detail }「{ $value }」は、形が正しくありません。
fact-price-over-list = 価格{ $price }が、参考価格{ $other }の{ $percent }%を超えています。
fact-price-over-peers = 価格{ $price }が、同じASINの他の出品の中央の価格{ $other }の{ $percent }%を超えています。
fact-price-over-cost = 価格{ $price }が、最新の仕入単価{ $other }の{ $percent }%を超えています（参考価格は不明）。
fact-price-under-list = 価格{ $price }が、参考価格{ $other }の{ $percent }%に届きません。
fact-price-under-peers = 価格{ $price }が、同じASINの他の出品の中央の価格{ $other }の{ $percent }%に届きません。
fact-price-under-cost = 価格{ $price }が、最新の仕入単価{ $other }の{ $percent }%に届きません。
fact-offer-empty = 出品中ですが、在庫も納品中の商品もありません。
fact-stock-unsold = { $units }個が{ $window }日より前からあり、その間に1個も売れていません。
fact-stock-lasts = { $units }個が{ $window }日より前からあり、その間に売れたのは{ $sold }個です。このままでは{ $days }日分の在庫です。
fact-twins-by-jan = JAN { $jan } が、国内正規品と並行輸入品の両方のページにあります。
fact-twins-by-parent = バリエーション（親ASIN { $asin }）に、国内正規品と並行輸入品の両方のページがあります。
fact-twin-page = { $route }のページ: { $asin } { $title }
fact-rate-over = { $metric }が{ $rate }です。基準は{ $limit }未満です（注文数 { $orders }、{ $day }まで）。
fact-rate-over-of = { $metric }（{ $channel }）が{ $rate }です。基準は{ $limit }未満です（注文数 { $orders }、{ $day }まで）。
fact-rate-under = { $metric }が{ $rate }です。基準は{ $limit }以上です（注文数 { $orders }、{ $day }まで）。
fact-rate-rises = { $metric }が{ $since }の{ $was }から{ $rate }になりました。点検{ $audits }回続けて上がっています。基準は{ $limit }未満です。
fact-rate-falls = { $metric }が{ $since }の{ $was }から{ $rate }になりました。点検{ $audits }回続けて下がっています。基準は{ $limit }以上です。
fact-account-count = { $metric }: { $count }件（{ $day }まで）。
fact-account-state = アカウントの状態は「{ $state }」です（レポートの記載: { $said }、{ $day }まで）。
fact-account-young = アカウントの開設日は{ $day }で、{ $age }日しかたっていません。
fact-rule-found = { $rule }で{ $count }件が見つかりました。
fact-attested-not = 自己申告では、{ $item }ができていません。
fact-attested-old = { $item }についての自己申告（{ $day }）から{ $age }日たっています。有効なのは{ $days }日です。
fact-sales-of-brand = 直近{ $days }日の売上の{ $percent }%（{ $yen }）がブランド「{ $name }」の商品です。目安は{ $limit }以下です。
fact-sales-of-supplier = 直近{ $days }日の売上の{ $percent }%（{ $yen }）が仕入先「{ $name }」の商品です。目安は{ $limit }以下です。
fact-sales-of-weak-papers = 直近{ $days }日の売上の{ $percent }%（{ $yen }）が、書類の弱い仕入先からしか仕入れていない商品です。目安は{ $limit }以下です。
fact-code-check-digit = 商品コード「{ $code }」の桁数かチェックデジットが正しくありません。
fact-isbn-check-digit = ISBN「{ $code }」のチェックデジットが正しくありません。
fact-pledged = { $asin } は、今後出品しないと Amazon に誓約した ASIN です（誓約日 { $day }）。
fact-pledged-listed = 誓約した商品が SKU { $sku } として残っています（在庫 { $units }個）。
fact-pledged-bought = 誓約の後に{ $units }個を仕入れています（仕入日 { $day }）。

### 読み取りで気づいたこと（issue-）

## ファイル
issue-file-unknown = 見出し（{ $value }）から内容を見分けられません。
issue-file-empty = 中身がありません。
issue-json-broken = JSON として読めません（「{ $value }」の辺り）。編集せずに、もう一度取得してください。
issue-health-marketplace = 日本以外のマーケットプレイス（{ $value }）についての記載です。
issue-health-value = 「{ $column }」の値「{ $value }」は、ありえない値です。
issue-file-older = 同じレポートの新しいもの「{ $value }」があるため（ファイルの更新日時で判断）、そちらだけを読みました。
issue-file-twice = 「{ $value }」と同じ内容です。
issue-file-payments = ペイメントの「トランザクション表示」には SKU・ASIN・数量がありません。「日付別トランザクションレポート」を使ってください。
issue-file-accounting = 会計の仕訳の表で、商品が分かりません。
issue-file-marketplace = ほかの販売サイトの表で、商品コードか数量がありません。
issue-file-inbound = 納品プランです。kenpin の gate shipment で判定できます（全体の検査では使いません）。
issue-file-other-report = まだ使わない種類のレポートです。
issue-file-binary = 名前は表のようですが、中身は文字ではありません。
issue-file-archive = 圧縮ファイルです。展開すると読み込めます。
issue-file-other-workbook = 古い形式か、パスワード付きの Excel ブックです。パスワードなしの新しい形式で保存し直すと読み込めます。
issue-file-no-workbooks = この kenpin は Excel のブックを読み込めません。CSV で保存し直すと読み込めます。
issue-source-columns = 設定で割り当てた列（{ $value }）が見出しにありません。
issue-folder-deep = フォルダー「{ $value }」は深すぎます（{ $limit }段まで）。中は見ていません。
issue-folder-link = フォルダー「{ $value }」はリンクです。中は見ていません。
issue-folder-unreadable = フォルダーの中を見られません（{ $value }）。
issue-document-twice = 同じ名前の書類がほかのフォルダーにもあります（{ $value }）。先に見つけたほうを使います。

## 行と列
issue-column-twice = 「{ $value }」列は、先に読んだ列と同じ「{ $field }」です。先の列を使います。
issue-row-width = セルが{ $cells }個で、見出しの{ $columns }列と合いません。
issue-row-too-many-cells = セルが多すぎます（見出しは{ $columns }列です）。
issue-row-too-long = 行が長すぎます。
issue-row-unclosed-quote = 二重引用符が閉じていません。
issue-sku-missing = SKU がありません。
issue-asin-missing = ASIN がありません。
issue-supplier-missing = 仕入先の名前がありません。
issue-product-missing = SKU も ASIN もありません。
issue-units-missing = 個数がありません。
issue-day-missing = 日付がなく、どの期間の販売か分かりません。
issue-not-amazon-order = Amazon 以外の注文（マルチチャネル）が{ $count }行あります。販売数には数えません。
issue-not-purchase = 仕入れでない行（売却など）が{ $count }行あります。仕入れには数えません。
issue-gift-card = ギフト券やチャージの行が{ $count }行あります。仕入れには数えません。
issue-product-id-kind = 商品IDの種類「{ $value }」は ASIN・JAN・UPC・ISBN のどれでもありません。
issue-more = 同じ内容（{ $key }）がさらに{ $count }件あります。

## セル
issue-undecodable = { $encoding } の文字として読めないバイトがあります（「{ $value }」）。
issue-asin-bad = 「{ $column }」列の「{ $value }」は ASIN ではありません。
issue-jan-bad = 「{ $column }」列の「{ $value }」は JAN・UPC・ISBN の桁数かチェックデジットに合いません。
issue-units-bad = 「{ $column }」列の「{ $value }」は個数として読めません。
issue-yen-bad = 「{ $column }」列の「{ $value }」は金額として読めません。
issue-day-bad = 「{ $column }」列の「{ $value }」は日付として読めません。
issue-word-unknown = 「{ $column }」列の「{ $value }」は「{ $field }」の言葉として知られていません。
issue-repaired-alike = 「{ $column }」列に{ $repair }が{ $count }件あります（例「{ $value }」）。

## セルの直し方
issue-formula-guard = 「{ $column }」列の「{ $value }」には表計算用の囲みがあります。
issue-text-mark = 「{ $column }」列の「{ $value }」には先頭に ' の印があります。
issue-thousands-comma = 「{ $column }」列の「{ $value }」には桁区切りのコンマがあります。
issue-yen-sign = 「{ $column }」列の「{ $value }」には円の記号があります。
issue-full-width = 「{ $column }」列の「{ $value }」には全角文字があります。
issue-negative-mark = 「{ $column }」列の「{ $value }」には負の数の印があります。
issue-zero-fraction = 「{ $column }」列の「{ $value }」には小数点以下の 0 があります。
issue-rounded = 「{ $column }」列の「{ $value }」には円未満の端数があり、四捨五入しました。
issue-separators = 「{ $column }」列の「{ $value }」にはハイフンか空白があります。
issue-lost-zeros = 「{ $column }」列の「{ $value }」は先頭の 0 が失われていますが、チェックデジットから補えます。
issue-isbn-10 = 「{ $column }」列の「{ $value }」は10桁の ISBN です。
issue-era-date = 「{ $column }」列の「{ $value }」は和暦の日付です。
issue-excel-serial = 「{ $column }」列の「{ $value }」は Excel の日付の番号です。
issue-scientific = 「{ $column }」列の「{ $value }」は指数の形になっていて、元の数字が失われています。

word-formula-guard = 表計算用の囲み
word-text-mark = 先頭の ' の印
word-thousands-comma = 桁区切りのコンマ
word-yen-sign = 円の記号
word-full-width = 全角文字
word-negative-mark = 負の数の印
word-zero-fraction = 小数点以下の 0
word-rounded = 円未満の端数
word-separators = コードの中のハイフンと空白
word-lost-zeros = 先頭の 0 が失われた JAN
word-isbn-10 = 10桁の ISBN
word-era-date = 和暦の日付
word-excel-serial = Excel の日付の番号
word-scientific = 指数の形の数

## 件数だけを数えた気づきの名前
word-row-width = セルの数が合わない行
word-row-too-many-cells = セルの多すぎる行
word-row-too-long = 長すぎる行
word-row-unclosed-quote = 引用符の閉じていない行
word-sku-missing = SKU のない行
word-asin-missing = ASIN のない行
word-supplier-missing = 仕入先の名前のない行
word-product-missing = SKU も ASIN もない行
word-units-missing = 個数のない行
word-day-missing = 日付のない行
word-product-id-kind = 商品IDの種類
word-undecodable = 文字として読めないバイト
word-asin-bad = ASIN でない値
word-jan-bad = JAN・ISBN でない値
word-units-bad = 個数でない値
word-yen-bad = 金額でない値
word-day-bad = 日付でない値
word-word-unknown = 知られていない言葉

# What inspect sees
word-page-domestic = 国内正規品
word-page-parallel = 並行輸入品
word-page-neutral = 流通経路の記載なし（国内正規品のページとみなされます）
word-page-ambiguous = 記載だけでは流通経路が決まりません
word-tier-is = このブランドの商品
word-tier-mentions = ブランド名の記載あり
word-tier-weak = ブランド名の可能性（目で確認）
word-in-brand = ページのブランド名
word-in-title = 商品名
word-condition-used = 中古
word-condition-refurbished = 整備済み・再生品
word-condition-display = 展示品・デモ機
word-condition-warranty-started = 保証開始・店印
word-condition-split = セットの一部
word-condition-repackaged = 再包装
word-condition-expired = 期限切れ
word-condition-box = 箱の傷み・欠品
word-condition-incomplete = 付属品の欠品
word-condition-opened = 開封
word-condition-damaged = 傷・汚れ・難あり
word-trademark-licensed = ライセンスの記載あり
word-trademark-lookalike = 模倣品・ブランド風の書き方
word-trademark-character-ip = 先頭にメーカー名がなく、作品・キャラクター名の記載あり
word-trademark-compatible = 他社商品への対応の記載
word-trademark-genuine = メーカー自身の商品の書き方
word-trademark-mixed = 他社の商標が先頭にある、または用途なしで記載
word-trademark-generic = 他社の商標なし

# メーカーが求める証明
word-proof-genuine = 真正品であること（メーカーまでたどれる書類）
word-proof-got = 正当に入手したこと（仕入先の名前）
word-proof-warranty = メーカー保証が有効であること（国内正規の流通経路）
word-proof-new = 新品であること（個人や中古店からの仕入れでないこと）
word-brandless = ノーブランド
word-copies = 模倣品の言い回し
word-review-request = レビューの依頼
