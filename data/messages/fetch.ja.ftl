### Amazon と国税庁からの取得。

fetch-plan = { $kind }：取得 { $n }件（保存済み { $kept }件）、呼び出し { $calls }回、所要 { $time }、関係する金額 { $yen }
fetch-plan-all = 同時に進めて { $time } かかります。金額の大きいものから取得します。
fetch-plan-reports = レポート：取得 { $n }件（1件につき数分）
fetch-no-folder = レポートはファイルとして保存します。保存先のフォルダーを指定してください。
fetch-minutes = { $n }分
fetch-hours = { $h }時間{ $m }分
fetch-fetching = 取得中
fetch-waiting = { $name } を待っています
fetch-nothing = 取得するものはありません。保存した回答はすべて有効期間内です。
fetch-done = { $kind }：{ $n }件を取得、失敗 { $failed }件、未取得 { $left }件
fetch-demo = 見本アカウントは Amazon に存在しません。--dry-run を付けてください。
fetch-busy = 別の kenpin が { $path } に取得しています。終わってから、もう一度実行してください。
fetch-busy-refresh = 別の kenpin が取得中のため、今回は取得していません。保存済みの回答で調べます。
fetch-reports-left = レポート：未取得 { $n }件（--budget の時間を過ぎました）。依頼済みのものは、次の実行で受け取ります。
fetch-damaged = { $path } は壊れているか、この kenpin のファイルではありません（{ $cause }）。何も書き込んでいません。このファイルを削除して取得し直してください。
fetch-io = { $path } を読み書きできません：{ $cause }
word-fetch-catalog = カタログ
word-fetch-restrictions = 出品制限
word-fetch-eligibility = FBA納品の可否
word-fetch-listings = 出品情報の問題
word-fetch-inventory = FBA在庫
word-fetch-invoice-numbers = インボイス登録番号

## 通信の失敗。宛先はホスト名だけを示す。

net-not-built = この kenpin は通信機能なしで作られています。通信機能（net）を含むものを入れるか、資料のファイルだけで調べてください。
net-missing = { $name } が設定されていません。Amazon から取得するには、ご自身のアプリの KENPIN_LWA_CLIENT_ID、KENPIN_LWA_CLIENT_SECRET、KENPIN_LWA_REFRESH_TOKEN を環境変数に設定してください。
net-missing-id = { $name } が設定されていません。国税庁の Web-API のアプリケーションIDは無料で発行されます。環境変数に設定してください。
net-missing-seller = 出品者ID（セラーID）が設定されていません。config.toml の [network] に seller_id を書いてください。
net-vault = 認証情報を読み出せません：{ $cause }
net-login-grant = Amazon の認可が無効です（{ $code }）。期限切れか取り消し済み、または別のアプリのものです。セラーセントラルでアプリを認可し直し、新しいリフレッシュトークンを KENPIN_LWA_REFRESH_TOKEN に設定してください。
net-login-client = Amazon がアプリを認識しません（{ $code }）。KENPIN_LWA_CLIENT_ID と KENPIN_LWA_CLIENT_SECRET を確かめてください。シークレットは定期的な更新が必要です。
net-login = Amazon へのログインを拒否されました（{ $code }）。
net-forbidden = { $operation } を使う権限がありません（{ $code }）。アプリにロールが付いていないか、認可がロールより古い可能性があります。開発者プロフィールでロールを付け、アプリを認可し直してください。
net-forbidden-id = 国税庁がアプリケーションIDを受け付けません（{ $code }）。KENPIN_INVOICE_ID を確かめてください。
net-refused = { $operation } を拒否されました：ステータス { $status } { $code } { $message }
net-offline = { $host } には接続していません。--offline が指定されています。
net-not-secure = { $host } には接続していません。https か、このコンピューター（127.0.0.1 など数字で書いたもの）への http だけを使います。
net-bad-address = [network] の宛先が正しくありません。https://ホスト名/… の形で書いてください。
net-bad-header = { $name } の値に送れない文字があります。改行などを入れずに、コピーし直してください。
net-connect = { $host } に接続できません：{ $cause }
net-untrusted = { $host } の証明書を信頼できないため、何も送っていません：{ $cause }
net-slow = { $host } が時間内に応答しませんでした。
net-cut = { $host } の応答が途中で切れました。
net-large = { $host } の応答が { $limit } バイトを超えたため、受け取りませんでした。
net-redirected = { $host } が別の宛先を案内しましたが、従いませんでした。
net-later = { $host } が { $seconds }秒後にやり直すよう求めています。時間を置いて実行してください。取得済みのものは保存されています。
net-status = { $host } がステータス { $status } を返しました。
net-strange = { $host } の応答が想定した形ではありません（{ $cause }）。
net-disk = 取得したものを保存できません：{ $cause }
net-unusable = このコンピューターで通信できません：{ $cause }

## 使い方

help-fetch = 資料に足りないことを Amazon と国税庁から取得する
help-fetch-what = 取得するもの: reports(レポート)、catalog、restrictions、eligibility、listings、inventory、invoice-numbers、all(すべて)
help-fetch-candidates = 仕入候補のファイル(gate candidates と同じもの)。アカウントの商品と一緒に問い合わせる
help-fetch-dry-run = 呼び出しの回数と所要時間だけを示す
help-fetch-budget = この分数を過ぎたら新たに始めない。金額の大きいものから取得する
help-fetch-offline = 何を指定しても接続しない
help-fetch-state = { help-audit-state }
help-fetch-account = { help-audit-account }
help-fetch-paths = { help-audit-paths }
help-fetch-demo = { help-audit-demo }
help-fetch-config = { help-audit-config }
help-fetch-today = { help-audit-today }
help-fetch-profile = { help-audit-profile }
help-fetch-threads = { help-audit-threads }
help-fetch-rules = { help-audit-rules }
help-fetch-quiet = { help-audit-quiet }
help-scan-state = { help-audit-state }
help-scan-account = { help-audit-account }
help-drill-state = { help-audit-state }
help-drill-account = { help-audit-account }
help-proof-state = { help-audit-state }
help-proof-account = { help-audit-account }
help-pull-state = { help-audit-state }
help-pull-account = { help-audit-account }
help-gate-shipment-state = { help-audit-state }
help-gate-shipment-account = { help-audit-account }
help-scan-refresh = { help-audit-refresh }
help-scan-offline = 通信しない。--refresh を付けても何も取得しない

## 事実

fact-listing-held = { $asin } の出品について { $day } の Amazon の回答：{ $message }（コード { $code }）。回答が古いことがあります。セラーセントラルのリンクを開いて確かめてください。
fact-listing-acted-on = この出品には Amazon の措置がとられています（{ $action }、{ $day }の回答）：{ $message }（コード { $code }）
fact-listing-acted-on-from = この出品には { $from } から（あと{ $days }日）Amazon の措置がとられます（{ $action }、{ $day }の回答）：{ $message }（コード { $code }）
fact-listing-faulty = 出品情報に誤りがあると Amazon が { $day } に回答しました：{ $message }（コード { $code }）
fact-listing-attributes = 対象の項目：{ $attributes }
word-listing-suppressed = 購入できない状態
word-catalog-item-removed = 商品ページの削除
word-search-suppressed = 検索結果に表示されない状態
word-attribute-suppressed = 出品情報の項目が表示されない状態
fact-inbound-refused = { $asin } は FBA に納品できないと Amazon が { $day } に回答しました：{ $why }（{ $code }）。
fact-registration-unpublished = 仕入先「{ $supplier }」の登録番号「{ $number }」は、{ $day } に国税庁の公表サイトにありませんでした。
fact-registration-over = 仕入先「{ $supplier }」の登録番号「{ $number }」の有効期間は { $from } から { $until } の前日までで（国税庁、{ $day }）、仕入日には有効ではありませんでした。
fact-registration-other-name = 仕入先「{ $supplier }」の登録番号「{ $number }」は「{ $name }」のものです（国税庁、{ $day }）。
