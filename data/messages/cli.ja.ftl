### 報告書のほかにコマンドが表示する文。

## コマンドの説明(id はコマンドと引数の名前からできる)

help = Amazon.co.jp のアカウント停止につながる在庫を、Amazon に指摘される前に見つけます。
help-lang = 表示の言語: ja、en [既定: 設定、パソコンの設定、ja の順]
help-scan = 出品・仕入・証明書類のファイルを調べ、リスクを報告する
help-scan-paths = 出品レポート、仕入の表、証明書類のファイルやフォルダー
help-scan-demo = 付属の見本アカウントを調べる
help-scan-config = 設定ファイル [既定: 最初のフォルダー、次に今のフォルダーの config.toml]
help-scan-today = 判定の基準日(YYYY-MM-DD)[既定: 日本の今日]
help-scan-profile = 何を出荷停止・保留・出荷可とするか: safe、balanced、profit、または設定にある名前 [既定: balanced]
help-scan-format = 画面に出す形式: table、json、csv、jsonl、md、html、ics [既定: table]
help-scan-out = 報告書をファイルにも保存する。形式は拡張子で決まる(複数可)
help-scan-fail-on = この重大度以上の指摘で終了コード 1 にする: info、low、medium、high、critical [既定: high]
help-scan-threads = 並列数 [既定: プロセッサーの数]
help-scan-rules = 自分のルールとリストのフォルダー(複数可)
help-scan-quiet = 報告だけを出し、経過や案内を出さない
help-report = 保存した報告書を、どの形式にも書き直す
help-report-run = JSON で保存した報告書
help-report-format = 画面に出す形式: table、json、csv、jsonl、md、html、ics [既定: table]
help-report-out = 報告書をファイルにも保存する。形式は拡張子で決まる(複数可)
help-report-verbose = すべての指摘、読み取りの注意、設定を出す
help-report-quiet = 報告だけを出す
help-drill = Amazon のように任意の3つの ASIN を選び、書類がそろうかを調べる
help-drill-paths = 出品レポート、仕入の表、証明書類のファイルやフォルダー
help-drill-demo = 付属の見本アカウントを調べる
help-drill-config = 設定ファイル [既定: 最初のフォルダー、次に今のフォルダーの config.toml]
help-drill-today = 判定の基準日(YYYY-MM-DD)[既定: 日本の今日]
help-drill-profile = 何を出荷停止・保留・出荷可とするか: safe、balanced、profit、または設定にある名前 [既定: balanced]
help-drill-threads = 並列数 [既定: プロセッサーの数]
help-drill-rules = 自分のルールとリストのフォルダー(複数可)
help-drill-quiet = 結果だけを出し、経過や案内を出さない
help-drill-draws = 3つの ASIN の組を選ぶ回数 [既定: 1]
help-drill-seed = 選び方のもとになる数。同じ数からは同じ組が選ばれる [既定: 基準日]
help-drill-json = JSON で出す
help-scan-verbose = すべての指摘、読み取りの注意、設定を出す
help-gate = 事前に判定する: 仕入れる前の商品、FBA への納品
help-gate-candidates = 仕入れる前の商品を判定し(仕入れ可・要確認・見送り)、仕入先に求める書類を示す
help-gate-candidates-file = 仕入候補の表(CSV、TSV、XLSX)または JSON Lines。- で標準入力を読む
help-gate-candidates-demo = 付属の仕入候補を、付属の見本アカウントで判定する
help-gate-candidates-account = 自分のアカウントのファイルやフォルダー: 仕入先、誓約、仕入、出品(複数可)
help-gate-candidates-state = { help-audit-state }
help-gate-candidates-format = 出力の形式: jsonl、table、csv [既定: 入力が JSON Lines のとき、画面に出さないときは jsonl、ほかは table]
help-gate-candidates-out = 判定をファイルに保存する。形式は拡張子(.jsonl、.csv、.txt)で決まる
help-gate-candidates-json-lines = 入力の始まりにかかわらず JSON Lines として読む
help-gate-candidates-config = 設定ファイル [既定: アカウントのフォルダー、次に今のフォルダーの config.toml]
help-gate-candidates-profile = 何を見送り・要確認・仕入れ可とするか: safe、balanced、profit、または設定にある名前 [既定: balanced]
help-gate-candidates-today = 仕入れる日(YYYY-MM-DD)[既定: 日本の今日]
help-gate-candidates-fail-on = この重大度以上の指摘による「見送り」で終了コード 1 にする: info、low、medium、high、critical [既定: high]
help-gate-candidates-rules = 自分のルールとリストのフォルダー(複数可)
help-gate-candidates-quiet = 判定だけを出し、経過や案内を出さない
help-columns = ファイルを何として読むか、どの列をどの項目として読むかを表示する
help-columns-file = ファイル
help-columns-config = 設定ファイル([[source]] を使う)[既定: 今のフォルダーの config.toml]
help-inspect = 商品名の言葉を調べる(ページの区分・ブランド・規制品・状態・商標)
help-inspect-file = 列 id、title、brand_field、note を持つ CSV か TSV、または出品レポート
help-inspect-title = 調べる商品名
help-inspect-brand = ページのブランド名
help-inspect-note = コンディション説明
help-inspect-watchlist = パックの代わりに調べる名前(TSV。列は canonical と、| で区切った aliases)
help-inspect-only = このブランドや権利者の名前がある行だけを表示する
help-inspect-json = 1行ずつ JSON で出力する
help-inspect-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-inspect-rules = 自分のルールとリストのフォルダー(複数可)
help-pull = 1つのブランドや権利者の出品をすべて表示する(まとめて引き上げるため)
help-pull-brand = ブランドや権利者の名前(リストになくてもよい)
help-pull-paths = 出品レポート、仕入の表、証明書類のファイルやフォルダー
help-pull-demo = 付属の見本アカウントを調べる
help-pull-config = 設定ファイル [既定: 最初のフォルダー、次に今のフォルダーの config.toml]
help-pull-today = 判定の基準日(YYYY-MM-DD)[既定: 日本の今日]
help-pull-threads = 並列数 [既定: プロセッサーの数]
help-pull-rules = 自分のルールとリストのフォルダー(複数可)
help-pull-profile = 何を出荷停止・保留・出荷可とするか: safe、balanced、profit、または設定にある名前 [既定: balanced]
help-pull-quiet = 結果だけを出し、経過や案内を出さない
help-pull-format = 画面に出力する形式: table、json、csv
help-rules = ルールの一覧・説明・検査・試験
help-rules-list = 使うルールの一覧を表示する
help-rules-list-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-rules-list-rules = 自分のルールとリストのフォルダー(複数可)
help-rules-list-json = JSON で出力する
help-rules-list-markdown = rules/README.md の本文を出力する
help-rules-coverage = 確認する項目とルール、分からないことの一覧を表示する
help-rules-coverage-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-rules-coverage-rules = 自分のルールとリストのフォルダー(複数可)
help-rules-coverage-markdown = docs/coverage.md の本文を出力する
help-rules-explain = 1つのルールを、設定値・出典・例とともに説明する
help-rules-explain-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-rules-explain-rules = 自分のルールとリストのフォルダー(複数可)
help-rules-explain-id = ルールの ID(例: PROOF-001)
help-rules-lint = ルールとリストを検査し、誤りをすべてその場所とともに表示する
help-rules-lint-dir = ルールとリストのフォルダー [既定: 付属のものと、設定で加えたもの]
help-rules-test = ルールの例を実際に判定して確かめる
help-rules-test-dir = ルールとリストのフォルダー [既定: 付属のものと、設定で加えたもの]
help-rules-add-brand = 自分のリストにブランドや権利者を追加する
help-rules-add-brand-name = ブランドや権利者の名前
help-rules-add-brand-alias = 別の書き方(複数可)
help-rules-add-brand-asin = 監視する ASIN(複数可)
help-rules-add-brand-kind = 種類: listing-restricted(出品制限)、ip-complainer(権利者の申し立て)、parallel-import-complainer(並行輸入への申し立て)、counterfeit-prone(模倣品の報告)、authorised-only(再販を認めない)[既定: ip-complainer]
help-rules-add-brand-claim = 申し立ての内容: trademark、copyright、design、patent、counterfeit、unfair-competition、drug-law、sales-terms(複数可)
help-rules-add-brand-date = 通知の日付(YYYY-MM-DD)
help-rules-add-brand-note = メモ
help-rules-add-brand-dry-run = 追加する行を表示するだけで、書き込まない
help-rules-add-brand-config = リストの隣にある設定ファイル [既定: 今のフォルダーの config.toml]
help-init = 設定とひな形を作り、セラーセントラルでダウンロードするものを案内する
help-init-dir = 作る先のフォルダー [既定: 今のフォルダー]
help-completions = シェルの補完を出力する
help-completions-shell = シェル: bash、elvish、fish、powershell、zsh
help-man = マニュアルを出力する
help-help = 説明を表示する
help-version = バージョンを表示する
help-heading-usage = 使い方
help-heading-arguments = 引数
help-heading-options = オプション
help-heading-commands = コマンド
help-after =
    終了コード: 0 基準以上の指摘がなく、必要な判定がすべてできた / 1 基準以上の指摘がある /
    2 実行できなかった / 3 基準以上の指摘はないが、必要な判定の一部ができなかった
help-scan-after =
    例:
      kenpin scan --demo
      kenpin scan C:\ダウンロード --out 報告書.csv

man-name = 名前
man-synopsis = 書式
man-description = 説明
man-options = オプション
man-subcommands = コマンド
man-extra = 補足

## 引数の誤り

usage-unknown = 「{ $arg }」という引数はありません
usage-command = 「{ $command }」というコマンドはありません
usage-value = { $arg } に「{ $value }」は使えません
usage-no-value = { $arg } には値が必要です
usage-many = { $arg } の値が多すぎます
usage-conflict = { $arg } と { $prior } は一緒に使えません
usage-missing = 足りない引数: { $arg }
usage-no-command = コマンドを指定してください
usage-utf8 = 文字として読めない引数があります
usage-other = 引数を理解できません
usage-help = 「kenpin --help」ですべてのコマンド、「kenpin コマンド --help」でその引数を表示します。

## ファイル

cli-io = 出力できません: { $cause }
cli-problems = 誤りが{ $n }件あります。処理は行いませんでした。
cli-unreadable = { $path } を読めません: { $cause }
cli-unwritable = { $path } に書き込めません: { $cause }
cli-too-large = { $path } は、ルールや設定のファイルとしては大きすぎます
cli-not-utf8 = { $path } は UTF-8 ではありません。UTF-8 で保存し直してください
cli-pack-empty = { $path } にルール(*.toml)もリスト(words/*.csv、brands.csv、suppliers.csv、asins.csv)もありません
cli-messages = メッセージの表が壊れています: { $cause }
cli-shapes = ファイル形式の表が壊れています: { $cause }
cli-profile = 「{ $name }」という判断基準はありません

open-io = { $path } を読めません: { $detail }
open-other-workbook = { $path } は別の種類のブックか、パスワード付きのブックです。パスワードなしの .xlsx で保存し直してください
open-archive = { $path } は zip です。先に展開してください
open-bad-workbook = { $path } は壊れたブックです({ $detail })
open-no-workbooks = { $path } はブックですが、この kenpin はブックを読めません。CSV で保存し直してください
open-no-sheet = { $path } に「{ $detail }」というシートはありません
open-binary = { $path } は表ではなく、画像や PDF などのファイルです
open-encoding = { $path }: 文字コード「{ $detail }」は使えません
open-delimiter = { $path }: 区切り(バイト { $detail })は使えません
open-too-large = { $path } は展開すると大きすぎます
open-many = ファイルが{ $limit }件を超えています

word-io-not-found = ファイルかフォルダーがありません
word-io-denied = 許可がありません
word-io-folder = フォルダーです
word-io-no-folder = フォルダーではありません
word-io-full = 空きがありません
word-io-name = 使えない名前です

## kenpin rules

rules-head-id = ルール
rules-head-number = 番号
rules-head-reach = 判定
rules-head-what = 内容
rules-head-limit = 分からないこと・ルールのない理由
rules-coverage = 全{ $all }項目のうち、使うルールがあるのは{ $rules }項目、どのファイルからも分からないのは{ $never }項目（N）です。F は判定できるもの、P は目安だけのものです。
rules-head-severity = 重大度
rules-head-family = 分野
rules-head-coverage = 対象
rules-head-inputs = 必要な資料
rules-head-title = 内容
rules-head-scope = 判定の単位
rules-head-since = 追加日
rules-head-advisory = 期間限定
rules-advisory = { $from } から { $until } まで{ $severity }: { $text }
rules-head-note = 注意
rules-head-why = 理由
rules-head-fix = 対応
rules-head-source = 出典
rules-head-check = チェック: { $name }
rules-head-examples = 例({ $file })
rules-words = { $words }
rules-and = 、
rules-off = 使わない
rules-count = ルール { $n }件
rules-shipped-as = (付属の設定は{ $severity })
rules-indication = 間接的な手がかりによる指摘です。事実かどうかを確かめてください。
rules-source = { $title }({ $date }、{ $grade })
rules-undated = 日付なし
rules-unknown = { $id } というルールはありません。「kenpin rules list」で一覧を表示します
rules-meant = { $id } というルールはありません。{ $meant } ではありませんか
rules-lint-clean = ルール { $rules }件、例 { $examples }件: 誤りはありません(ルール集 { $pack })
rules-test-wrong = { $rule }({ $file } { $line }行目): { $expected }になるはずが、{ $found }になりました
rules-test-total = ルール { $rules }件: 正しい例 { $right }件、正しくない例 { $wrong }件

word-expect-risk = 該当
word-expect-clear = 該当なし
word-expect-unknown = 判定不可
word-expect-nothing = 判定の対象なし

## kenpin columns

columns-file = { $path }
columns-taken = 読み方: { $shape }({ $input })
columns-left = 読み込みません: { $why }
columns-how = 文字コード { $encoding }、区切り「{ $separator }」、見出しは{ $line }行目
columns-how-sheet = ブック、見出しは{ $line }行目
columns-folder = { $path } はフォルダーです。ファイルを1つ指定してください
columns-head-header = 列
columns-head-field = 読む項目
columns-head-samples = 値の例
columns-unread = (読まない)
columns-proposal = 「{ $input }」のようです。config.toml に次を加え、違うところを直してください:
columns-proposal-incomplete = 「{ $input }」に近いようですが、必要な項目が足りません。config.toml に次を加え、足りない項目を補ってください:

## kenpin init

init-written = 作りました: { $file }
init-kept = すでにあるので、そのままにしました: { $file }
init-file-purchases = 仕入台帳.csv
init-file-suppliers = 仕入先一覧.csv
init-file-documents = 書類一覧.csv
init-file-catalog = カタログ一覧.csv
init-file-pledges = 誓約ASIN一覧.csv
init-choices = 決まった言葉で書く列:
init-choice = { $field }: { $words }
init-downloads = セラーセントラルから次のレポートをダウンロードし、同じフォルダーに入れてください:
init-download = { $input }
init-menu = { $name }: { $menu }
init-enables = 使うルール: { $rules }
init-next = そのあと実行してください: kenpin scan { $folder }

## inspect

inspect-item = [{ $id }] { $title }
inspect-page = ページ
inspect-page-marked = { $page }(「{ $matched }」)
inspect-page-unmarked = { $page }
inspect-brand = ブランド
inspect-brand-named = { $name }: { $tier }(「{ $matched }」、{ $field }: { $why })
inspect-regulated = 規制
inspect-regulated-goods = { $name }({ $id }): 「{ $matched }」。法令・規約: { $law }。求める書類: { $proof }。確認先: { $office }
inspect-condition = 状態
inspect-found = { $what }(「{ $matched }」)
inspect-alone = { $what }
inspect-words = 「{ $matched }」
inspect-not-for-sale = 非売品
inspect-trademark = 商標
inspect-watchlist = { $path } は監視リストではありません。1行目に canonical と aliases をタブ区切りで書いてください
inspect-no-title = { $path } に商品名の列がありません(title または 商品名)
inspect-bad-row = { $line }行目を読み飛ばしました: { $why }
inspect-bad-rows = { $n }行は確認できませんでした。
inspect-row-broken = 行が途中で切れている、長すぎる、または引用符が閉じていません
inspect-row-encoding = 文字コードに合わないバイトがあります
inspect-row-empty = 商品名がありません

## rules add-brand

rules-added = { $path } に追加しました: { $line }
rules-add-dry = { $path } に追加する行: { $line }
rules-add-known = { $path } にすでにあります: { $name }。その行を書き換えるか、別の --kind を指定してください
help-gate-candidates-after =
    表の見出し(日本語・英語): 候補ID id、ASIN asin、JANコード jan、商品名 title、ブランド brand、メーカー manufacturer、
    仕入先 supplier、仕入先区分 supplier_class、仕入単価 price、販売価格 list_price、コンディション condition、
    流通経路 route、数量 quantity、備考 note。JSON のキーは英語の見出しと同じで、知らないキーは無視します。
    終了コード: 0 見送りも要確認もない・1 見送りがある・2 実行できない・3 見送りはないが、分からない点がある。
