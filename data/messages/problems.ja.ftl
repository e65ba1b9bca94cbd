### ルール、リスト、設定の誤り(`problem-<key>`)と、直し方。

problem-error = 誤り
problem-help = 直し方
problem-did-you-mean = 「{ $word }」ではありませんか。
problem-one-of = 使える値: { $words }

## TOML として読めない

problem-toml-invalid = TOML の書き方になっていません
problem-toml-duplicate = 同じキーが2回あります
problem-toml-unclosed-header = 表の見出しの閉じ括弧がありません
problem-toml-unclosed-array = リストを閉じる「]」がありません
problem-toml-unclosed-inline = 表の閉じ括弧がありません
problem-toml-bare-key = 半角英数字と _ - 以外を使うキーは、引用符で囲んでください
problem-toml-unquoted = 文字列は "…" のように引用符で囲んでください
problem-toml-quote = 文字列が引用符で閉じられていないか、そのままでは書けない文字があります
problem-toml-escape = ここの「\」は特別な意味になります。Windows のパスは 'C:\フォルダー' のように一重引用符で囲んでください
problem-toml-no-value = 「=」か値がありません
problem-toml-comma = 「,」が足りないか、多すぎます
problem-toml-number = TOML の数値や日付の書き方になっていません
problem-toml-line-end = 改行の形が正しくありません
problem-toml-deep = 表やリストの入れ子が深すぎます

## キーと値

problem-unknown-key = 「{ $key }」というキーはありません
problem-unknown-key-in = 「{ $table }」に「{ $key }」というキーはありません
problem-missing-key = キー「{ $key }」がありません
problem-missing-key-in = 「{ $table }」にキー「{ $key }」がありません
problem-wrong-type = 「{ $key }」は{ $wanted }で書きます(今は{ $found })
problem-bad-word = 「{ $key }」に「{ $value }」は使えません
problem-out-of-range = 「{ $key }」は { $low } から { $high } までの数です
problem-bad-day = 「{ $key }」は 2026-11-21 のような日付で書きます
problem-empty-text = 「{ $key }」が空です
problem-empty-list = リスト「{ $key }」が空です
problem-bad-url = 「{ $key }」は https:// か http:// で始めてください
problem-bad-asin = 「{ $value }」は ASIN ではありません(B0ABCD1234 のような10文字)
problem-bad-jan = 「{ $value }」はチェックデジットの正しい JAN ではありません
problem-bad-percent = 「{ $value }」は 2.5% のような割合ではありません
problem-check-rule = 商品についてのルールに「{ $id }」という ID はありません
problem-bad-condition = 「{ $key }」は Amazon のコンディション番号(1〜8、10、11)ではありません

## ルール

problem-rule-id = ルールの ID は、分野(半角大文字)・ハイフン・3桁の数字です(例: PROOF-001)
problem-rule-file = ファイル名はルールの ID に合わせて「{ $name }」とします(今は「{ $file }」)
problem-rule-family = { $id } の分野は「{ $family }」です
problem-rule-duplicate = ルール { $id } が2つあります。もう1つは { $other } にあります
problem-coverage-unknown = 対象番号「{ $value }」はありません(data/coverage.csv を見てください)
problem-coverage-row = この行は、番号・分野・日本語・英語のそろった対象番号ではありません
problem-check-none = チェックがありません。[check.名前] を書いてください
problem-check-two = 1つのルールに書けるチェックは1つです(「{ $first }」と「{ $name }」があります)
problem-check-unknown = 「{ $name }」というチェックはありません
problem-parameter = 「{ $key }」の値を使えません: { $message }
problem-list-unknown = 「{ $list }」というリストはありません
problem-list-empty = リスト「{ $list }」が空です
problem-list-column = リストに列「{ $column }」がありません
problem-list-cell = 列「{ $column }」が空です
problem-list-word = 列「{ $column }」に「{ $value }」は使えません
problem-list-one-of = 列「{ $column }」に「{ $value }」は使えません。使える値: { $words }
problem-list-csv = CSV として読めません({ $detail })
problem-list-large = リストの言葉が多すぎます({ $detail })
problem-example-missing = expect が「{ $expect }」の例がありません。risk、clear、unknown の例がそれぞれ必要です

## 設定

problem-permit-number = 「{ $value }」は許可番号(12桁)ではありません
problem-date-format = 「{ $value }」は %Y/%m/%d のような日付の書式ではありません
problem-config-rule = { $id } というルールはありません
problem-config-opt-in = 「{ $name }」というブランドはどのリストにもありません
problem-override-names-nothing = 何についての例外かが書かれていません。rule、brand、supplier、asin、sku のどれかを書いてください
problem-config-profile = 「{ $name }」という判断基準はありません

## 値の型

word-type-string = 引用符で囲んだ文字列
word-type-integer = 整数
word-type-float = 小数
word-type-boolean = { "true" } か { "false" }
word-type-day = 日付
word-type-array = [ ] のリスト
word-type-table = 表
problem-except-never = ルール { $id } は例外にすることも、重大度を下げることも、切ることもできません
problem-config-secret = { $line }行目に秘密の情報({ $what })が書かれているようです。このファイルから取り除き、発行元で新しいものに替えてください(ほかの人に見られた可能性があります)。新しいものは「kenpin login 名前」でパソコンの資格情報に保存するか、その名前の環境変数に設定してください
problem-feed-url = 「{ $value }」はルールの配信元のアドレスではありません。https://… で始まるアドレス(このパソコン自身なら http://127.0.0.1…)を書いてください
problem-feed-channel = 「{ $value }」はチャンネルの名前として使えません(英数字と - _ . だけ)
problem-feed-no-key = 配信者の公開鍵がありません。これでは何も取り込めません
problem-feed-key = 「{ $value }」は minisign の公開鍵ではありません(配信者が示す、RW で始まる文字列を書いてください)

## 通知

problem-alarm-key = 通知に「{ $key }」という項目はありません。秘密の値は環境変数に入れ、その名前を secret_env に書きます
problem-alarm-name = 通知の名前は40文字までで、制御文字は使えません（{ $key }）
problem-alarm-twice = 同じ「{ $key }」の通知が2つあります
problem-alarm-needs = この種類の通知には「{ $key }」が必要です
problem-alarm-needless = この種類の通知では「{ $key }」を使いません
problem-alarm-variable = 「{ $key }」には環境変数の名前（英数字と _）を書きます。秘密の値そのものは書きません
problem-alarm-mailbox = to と from にはメールアドレスを書きます（{ $key } を確認してください）
