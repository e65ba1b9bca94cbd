### kenpin gate candidates: 仕入れ前にすること、求める書類、画面

## 仕入れ前にすること(ルールごと、なければ判定の種類ごと)

buying-antique-permit = 古物商許可を取得し、config.toml の [account] に書くまで、中古品の仕入れと個人からの仕入れを見合わせてください。
buying-asin-list = 監視リストに入れた ASIN です。入れた理由が解決するまで仕入れないでください。
buying-authorisation = ブランドの販売許可書(宛名が自店または仕入先で、今日有効なもの)を仕入先に求めてください。なければ仕入れないでください。
buying-brand-list = 報告の内容を読み、「商品登録」で出品できるかを確かめ、メーカーまでさかのぼれる書類を仕入先に求めてください。どちらかが欠ける場合は見送ってください。
buying-brandless = どのメーカーの商品かを確かめてください。ノーブランド品はノーブランドの商品ページで扱います。
buying-doubtful-source = 説明のつかない安値や仕入先からは買わないでください。メーカーまでさかのぼれる書類を求め、なければ見送ってください。
buying-inbound = Amazon の回答では FBA に納品できない商品です。自社出荷で売れるものだけを仕入れるか、先に Amazon で理由を解決してください。
buying-maker-proofs = メーカーが求める4つの証明(偽物でない、盗品でない、保証が有効、新品である)を仕入先に求めてください。今示せないものは後でも示せません。
buying-new-from = 新品として出品するためには仕入れないでください。個人やリサイクル店から買った商品は、Amazon の規定では新品になりません。中古品として扱う場合は古物商許可が必要です。
buying-note-route = 商品名と説明で流通経路が食い違っています。どの経路の商品かを仕入先に確かめてください。
buying-page-route = このページで売るためには仕入れないでください。同じ経路のページ(並行輸入品は [並行輸入品] の付いたページ)を探すか、ページに合う経路の商品を仕入れてください。
buying-pledged-asin = 仕入れないでください。二度と販売しないと Amazon に誓約した ASIN で、再び出品するとアカウント閉鎖につながります。
buying-price-gap = 価格の根拠を確かめ、商品ページと比べてください。桁の誤りは損失や出品停止につながります。採算の合わない商品は見送ってください。
buying-product-code = 正しい JAN を仕入先に確かめ、商品ページと照らし合わせてください。JAN の誤りは別の商品であることが少なくありません。
buying-regulated = 支払いの前に、ここに挙げた書類を求めてください。持っていない許可や免許が要る商品は仕入れないでください。
buying-repeat-notice = 以前、同じことで Amazon から通知を受けています。その件が解決し、求められた書類がそろうまで仕入れないでください。
buying-restriction = セラーセントラルの「商品登録」で ASIN を検索し、出品の可否を確かめてください。出品できると分かるまで仕入れないでください。
buying-route-mix = 1つの ASIN に経路を混ぜないでください。在庫を売り切ってから仕入れるか、経路に合うページに別の SKU で出品してください。
buying-supplier-class = この仕入先の書類は弱い、または使えないと報告されています。自店の名義で請求書を出せるメーカー、正規代理店、卸から仕入れてください。
buying-title-both-routes = 商品名に両方の流通経路の記載があります。どちらの商品のページかを確かめ、はっきりしたページを選んでください。
buying-title-form = 仕入れの妨げにはなりません。商品ページは後で直せます。
buying-trademark = 他社の商標を使った出品にならないかを確かめてください。「対応」「用」と書かれたページを選ぶか、見送ってください。
buying-PROOF-013 = 販売用でない商品は仕入れないでください。書類を出せる人がいません。
buying-COND-002 = 新品として出品するためには仕入れないでください。箱と保証の状態を仕入先に確かめてください。
buying-COND-003 = 景品、販促品、試供品は新品になりません。見送ってください。
buying-IP-008 = 見送ってください。模倣品に添えられる言い回しで、模倣品が本物であることは証明できません。
buying-LIST-005 = 仕入れの妨げにはなりませんが、レビューを求める文言を引き継がないでください。

## 仕入れ前では読み方が変わる事実(ほかは報告書と同じ)

candidate-fact-bought-from-class = 「{ $supplier }」（{ $class }）から仕入れる予定です。
candidate-fact-goods-route = 「{ $supplier }」の商品は{ $route }です（仕入日または予定日 { $day }）。
candidate-fact-brand-in-catalog = ブランド欄の「{ $matched }」は、一覧のブランド「{ $brand }」（{ $kinds }、一覧での表記「{ $alias }」）に当たります。
candidate-fact-page-brand = ブランドは「{ $brand }」とされています。
candidate-fact-maker-proof-missing = 「{ $supplier }」の商品では、{ $proof }を示せません。
candidate-fact-cost-far-under-price = 仕入単価{ $cost }に対して販売価格は{ $price }です（{ $percent }パーセント未満）。
candidate-fact-offered-new = 新品として出品する予定です。
candidate-fact-used-offers = 中古品として出品する予定です。
candidate-fact-bought-from-individuals = 個人、オークション、フリマなどからの仕入れです（「{ $supplier }」）。
candidate-fact-pledged-bought = 誓約の後の仕入れになります。

## 書類

paper-invoice = 請求書または納品書。Amazon に登録した店舗名と住所を宛名にし、発行日、品名(JAN か型番)、数量、仕入先の名称・電話番号・住所・ウェブサイトが載るもの。レシート、見積書、注文確認メールは不可
paper-contact = 請求書に載り、Amazon が確認の電話をかけることがある仕入先の連絡先: { $fields }
paper-route = 国内正規品(メーカーまたは正規輸入元の名)か並行輸入品かを書面で
paper-authorisation = ブランドの販売許可書(有効期限の分かるもの)
paper-maker-proofs = 偽物でないこと(メーカーまでさかのぼれる)、盗品でないこと、国内で保証が有効なこと、新品であることを示す書類
paper-goods = { $goods }について: { $proof }
paper-identity = 相手の本人確認と、古物台帳への記載(氏名、住所、職業、年齢)

## 画面

candidate-choice-buy = 仕入れ可
candidate-choice-ask = 要確認
candidate-choice-avoid = 見送り
candidate-title = 仕入候補の判定 { $day }
candidate-line = { $line }行目
candidate-listed = 出品中の SKU { $skus }
candidate-papers = 求める書類
candidate-open = 判定不可
candidate-unread = 読めない値
candidate-unread-cell = { $field }「{ $value }」
candidate-missing = { $rules }（{ $what }が分からないため）
candidate-lacking-suppliers = 仕入先の区分(仕入先区分の列か、自分の仕入先台帳に書く)
candidate-lacking-account = 古物商許可の有無(config.toml の [account])
candidate-todo = 対応
candidate-source = 出典
candidate-accepted = 承知済み
candidate-accepted-until = { $rule }（{ $day } まで）: { $reason }
candidate-line-not-json = この行は JSON のオブジェクトではありません。
candidate-line-not-utf8 = この行は UTF-8 ではありません。JSON Lines は常に UTF-8 です。
candidate-line-too-long = この行は 1 MiB を超えています。
candidate-line-broken-row = この行は壊れています(引用符が閉じていない、またはセルが多すぎる)。
candidate-line-undecodable = この行には、ファイルの文字コードにない文字があります。
candidate-count = 候補{ $n }件: 仕入れ可 { $buy }件、要確認 { $ask }件、見送り { $avoid }件
candidate-faults = 読めなかった行が{ $n }行あり、「要確認」に数えています。
candidate-account = { $inputs }がないため、すべての候補で判定できないルールがあります。--account で自分のアカウントのフォルダーを指定してください。
candidate-note = 「仕入れ可」は、判定できた範囲で妨げる理由が見つからなかったという意味です。保証ではなく、挙げた書類がそろうことが前提です。
candidate-csv-line = 行
candidate-csv-id = ID
candidate-csv-decision = 判定
candidate-csv-asin = ASIN
candidate-csv-jan = JAN
candidate-csv-title = 商品名
candidate-csv-severity = 重大度
candidate-csv-rules = ルール
candidate-csv-reasons = 理由
candidate-csv-todo = 対応
candidate-csv-papers = 求める書類
candidate-csv-open = 判定不可
candidate-csv-note = 備考
candidate-no-columns = { $path }: 仕入候補の見出しが見つかりません。asin、jan、商品名のどれかと、ブランド、仕入先、仕入単価、コンディション、流通経路のどれかが必要です。すべての見出しは `kenpin gate candidates --help` にあります。JSON Lines のファイルは {"{"} で始まります。
candidate-saved = { $path } に書き出しました。
candidate-format = { $path }: 拡張子は .jsonl、.csv、.txt のどれかにしてください。
