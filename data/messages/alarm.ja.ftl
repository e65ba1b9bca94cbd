## 通知: 送る内容

alarm-heading = kenpin: { $account } に新しい指摘が{ $n }件あります（{ $day } の点検、前回 { $since }）
alarm-heading-first = kenpin: { $account } の最初の点検（{ $day }）で指摘が{ $n }件あります
alarm-continued = { $heading }（続き { $n }）
alarm-item = [{ $severity }] { $decision }: { $rule } { $title }
alarm-more = ほか{ $n }件
alarm-foot = 全体は点検の報告書（kenpin history）で確認してください。
alarm-test = kenpin: 通知「{ $name }」の送信テストです。届いています。

## 通知: 送った結果

alarm-sent = 通知 { $name }: 送りました
alarm-failed = 通知 { $name }: 送れませんでした（{ $cause }）。次の点検でもう一度送ります。
alarm-unknown = 通知 { $name }: 届いたかどうかわかりません（{ $cause }）。二重に送らないため、もう送りません。通知先を確認してください。
alarm-not-tested = 通知 { $name }: 送れませんでした（{ $cause }）
alarm-unusable = このパソコンの通信機能を使えません: { $cause }
alarm-unknown-killed = 前の実行が送信の途中で終わりました
alarm-gone = 通知 { $name }: 通知先がなくなっています（410）。kenpin notify test { $name } で届くようになるまで送りません。
alarm-waiting = 通知 { $name }: 通信しない設定（--offline）のため送っていません。次の点検で送ります。
alarm-no-net = 通知 { $name }: この kenpin は通信機能なしで作られているため送っていません。通信機能のある kenpin の点検で送ります。
alarm-summary = 送れなかった通知が{ $n }件あります。点検の結果は保存されています。
alarm-cause-secret = 環境変数 { $env } が設定されていません
alarm-cause-key = { $env } の署名鍵が正しくありません（whsec_ に続く Base64、24 から 64 バイト）
alarm-cause-address = 宛先のアドレスが正しくありません（https だけが使えます）
alarm-cause-mailbox = 差出人か宛先のメールアドレスが正しくありません
alarm-cause-offline = 通信しない設定です
alarm-cause-connect = { $host } に接続できません
alarm-cause-untrusted = { $host } の証明書を確認できません
alarm-cause-slow = { $host } から時間内に応答がありません
alarm-cause-cut = { $host } の応答が途中で切れました
alarm-cause-status = { $host } の応答 { $status } { $word }
alarm-cause-signs = 秘密の値に、送れない文字が含まれています
alarm-cause-other = { $host } の応答が正しくありません
notify-none = 通知が設定されていません。config.toml の [[alarm]] に書いてください。
notify-no-name = 設定に { $name } という通知はありません。
notify-not-sent = 送れなかったテストがあります。
notify-column-name = 通知
notify-column-kind = 種類
notify-column-severity = 重大度
notify-column-secret = 秘密の値
notify-column-left = 送信待ち
notify-column-gone = 送らないもの
notify-set = 設定済み
notify-unset = 未設定
notify-needless = 不要
help-notify = 点検で見つかった新しい指摘を知らせる先を調べる
help-notify-test = テストの通知を送る
help-notify-list = 通知の一覧を表示する
help-notify-test-name = 通知の名前 [既定: すべて]
help-notify-test-offline = 通信しない
help-notify-test-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-notify-test-state = 履歴を置くフォルダー [既定: システムが決めたデータ用フォルダー]
help-notify-test-account = アカウントの名前 [既定: 設定の店舗名、なければ default]
help-notify-list-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-notify-list-state = 履歴を置くフォルダー [既定: システムが決めたデータ用フォルダー]
help-notify-list-account = アカウントの名前 [既定: 設定の店舗名、なければ default]
help-audit-offline = 通信しない。通知は次の点検まで待つ
