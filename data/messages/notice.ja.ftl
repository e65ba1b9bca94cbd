### Amazon からの通知: kenpin notice

notice-kind = 種類: { $kind }（確からしさ { $percent }%）
notice-nearest = 種類を決めるには手がかりが足りません。最も近いのは「{ $kind }」です
notice-asins = ASIN: { $asins }
notice-received = 受信日: { $day }
notice-deadline = 期限: { $day }（{ $line }行目「{ $rule }」）
notice-deadline-usual = 期限: { $day }（この種類の通知の通常の期限。本文には書かれていません）
notice-no-deadline = 期限: 本文に書かれていません
notice-documents = 求められている書類: { $papers }
notice-holder = 権利者: { $name }
notice-claim = 申立ての種類: { $claim }
notice-contact = 連絡先: { $contact }
notice-complaint = 申立ての番号: { $number }
notice-subject = 件名: { $subject }
notice-source = ファイル: { $path }
notice-why = 判断した言葉:
notice-why-line = {"  "}{ $line }行目（{ $points }点）「{ $text }」
notice-kept = { $id } として { $path } に記録しました
notice-known = この通知は { $id } として { $path } に記録済みです
notice-dry = 記録していません（--dry-run）
notice-not-kept = 種類が分からないので記録していません。Amazon からの通知であれば --kind で種類を指定してください
notice-settles = { $id } の件の結果と思われます。終わったら kenpin notice close { $id } を実行してください
notice-refused-of = { $id } の異議申立てが認められなかったものとして記録しました
notice-pledges = 誓約した ASIN は、notices.jsonl がある限り、誓約済みとして調べます
notice-pledge-offer = 誓約の表にも加えるには、--yes を付けて実行してください: { $asins }
notice-pledge-known = 誓約の表 { $path } にすべてあります
notice-holder-offer = 「{ $name }」を自分のリストに加えるには、--yes を付けて実行するか、kenpin rules add-brand を使ってください:
notice-holder-line = {"  "}{ $line }
notice-holder-known = 「{ $name }」は自分のリスト { $path } にあります
notice-closed = { $id } を { $day } に終了としました
notice-closed-already = { $id } はすでに終了しています
notice-appealed = { $id }: { $n }回目の異議申立てを記録しました。Amazon の返答待ちです
notice-refused = { $id }: 認められなかった異議申立て { $n }回
notice-lost = 2回認められないと、それ以上は受け付けられないと報告されています
notice-no-id = { $path } に { $id } はありません。kenpin notice list --all で確かめてください
notice-line = { $path } の{ $line }行目を読み取れません（{ $cause }）。その行を直すか、消してください
notice-data = 通知を読むための内蔵データが壊れています（{ $cause }）
notice-count = { $path }: 通知 { $n }件
notice-column-id = 番号
notice-column-deadline = 期限
notice-column-turn = 状況
notice-column-kind = 種類
notice-column-asins = ASIN
notice-overdue = { $day }（{ $n }日超過）
notice-today = { $day }（今日）
notice-left = { $day }（あと{ $n }日）
notice-turn-closed = 終了
notice-turn-lost = 2回却下
notice-turn-seller = こちらの番（申立て{ $n }回）
notice-turn-amazon = Amazon の番（申立て{ $n }回）
notice-show-deadline = 期限: { $day }
notice-show-turn = 状況: { $turn }

## 種類

word-listing-authenticity = 商品の真贋調査（出品）
word-account-authenticity-inquiry = アカウントの真贋調査
word-account-suspended-authenticity = 真贋に関するアカウント停止
word-account-closed-authenticity = 真贋に関するアカウント閉鎖
word-account-document-request = 任意の3ASINの書類提出
word-page-mismatch = 商品ページとの相違
word-plan-rejected = 改善計画・書類の差し戻し
word-antique-permit = 古物商許可の確認
word-intellectual-property = 知的財産権の侵害の申立て
word-linked-account = 関連アカウント
word-used-sold-as-new = 中古品を新品として販売
word-resolved-pledge = 誓約による解決
word-resolved-reinstated = 出品の再開
word-resolved-account-reinstated = アカウントの再開

## 書類

word-paper-invoice = 請求書
word-paper-receipt = 領収書
word-paper-delivery-note = 納品書
word-paper-contract = 契約書
word-paper-purchase-order = 注文書
word-paper-authorisation = 販売許可書
word-paper-improvement-plan = 改善計画
word-paper-supplier-contact = 仕入先の連絡先
word-paper-antique-permit = 古物商許可証
word-paper-identity = 本人確認書類
word-paper-business-licence = 登記・営業許可の書類
word-paper-brand-registration = 商標・ブランド登録の書類
word-paper-utility-bill = 公共料金・取引明細
word-paper-photos = 写真
word-paper-retraction = 権利者による取下げ

## コマンドの説明

help-notice = Amazon からのメールを読み、通知と期限を記録する
help-notice-add = メールを読み、設定ファイルの隣の notices.jsonl に記録する
help-notice-add-file = メール（.eml かテキスト）。- は標準入力
help-notice-add-received = 受信日（YYYY-MM-DD）[既定: 転送された元のメールの日付、次に Date ヘッダー、次に貼り付けた本文の日付の行、なければ日本の今日]
help-notice-add-kind = 種類（自分で決める場合）
help-notice-add-yes = 誓約した ASIN を誓約の表に、権利者を自分のリストに加える
help-notice-add-dry-run = 読み取った内容を表示するだけで、記録しない
help-notice-add-json = JSON で出す
help-notice-add-config = 通知の隣にある設定ファイル [既定: 今のフォルダーの config.toml]
help-notice-list = 通知を期限の順に一覧にする
help-notice-list-all = 終了した通知も表示する
help-notice-list-today = 基準日（YYYY-MM-DD）[既定: 日本の今日]
help-notice-list-json = JSON で出す
help-notice-list-config = 通知の隣にある設定ファイル [既定: 今のフォルダーの config.toml]
help-notice-show = 1件の通知を表示する
help-notice-show-id = 通知の番号（例: N-001）
help-notice-show-today = 基準日（YYYY-MM-DD）[既定: 日本の今日]
help-notice-show-json = JSON で出す
help-notice-show-config = 通知の隣にある設定ファイル [既定: 今のフォルダーの config.toml]
help-notice-close = 件が終わったことを記録する
help-notice-close-id = 通知の番号（例: N-001）
help-notice-close-day = 終わった日（YYYY-MM-DD）[既定: 日本の今日]
help-notice-close-config = 通知の隣にある設定ファイル [既定: 今のフォルダーの config.toml]
help-notice-appeal = 異議申立て、またはその却下を記録する
help-notice-appeal-id = 通知の番号（例: N-001）
help-notice-appeal-refused = 直近の異議申立てが認められなかった
help-notice-appeal-day = その日（YYYY-MM-DD）[既定: 日本の今日]
help-notice-appeal-config = 通知の隣にある設定ファイル [既定: 今のフォルダーの config.toml]

## 検査結果

fact-notice-overdue = { $kind }の通知（{ $id }、{ $received }受信）の期限 { $day } を{ $days }日過ぎています（異議申立て { $appeals }回）。
fact-notice-due = { $kind }の通知（{ $id }、{ $received }受信）の期限は { $day } です（あと{ $days }日、異議申立て { $appeals }回）。
fact-notice-lost = { $kind }の通知（{ $id }、{ $received }受信）への異議申立てが2回認められませんでした。
fact-notice-undated = { $kind }の通知（{ $id }、{ $received }受信）に、まだ返答していません。期限は書かれていません。
fact-notice-same-asin = この ASIN は { $received } に{ $kind }の通知（{ $id }）を受けています。
fact-notice-same-holder = 権利者「{ $holder }」から { $received } に{ $kind }の通知（{ $id }）を受けています。
fact-notice-same-supplier = 仕入先「{ $supplier }」の商品が { $received } に{ $kind }の通知（{ $id }）を受けています。
ui-get-notices = Amazon から届いた通知のメールを kenpin notice add で記録してください（設定ファイルの隣の notices.jsonl に入ります）
ui-fill-notices = 通知の「{ $field }」を埋めてください
ui-input-notices = Amazon からの通知
word-notices = { ui-input-notices }
