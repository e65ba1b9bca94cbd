### ルールの配信、秘密の情報、通信の可否

feed-none = 設定にルールの配信元がありません。config.example.toml のように [feed] に keys と url を書いてください。どちらも配信者が示します。
feed-no-source = 設定にルールの配信元のアドレスがありません。[feed] に url を書くか、--from で取り込むものを指定してください。
feed-no-folder = プログラムのデータを置くフォルダーがわかりません。環境変数 KENPIN_STATE にフォルダーを設定してください。
feed-no-net = この kenpin は通信の機能なしで作られているため、取得・署名・秘密の情報の保存はできません。ルールの配信はフォルダーから取り込めます: kenpin rules update --from フォルダー
feed-no-zip = この kenpin は zip ファイルを扱えません。{ $path } を展開し、そのフォルダーを --from で指定してください。
feed-busy = ルールの配信は別の実行が取り込み中です({ $path })。終わってからもう一度実行してください。
feed-state = { $path } が壊れており({ $cause })、これまでに取り込んだ号がわかりません。何も変更していません。このファイルを別の場所に移すと新しく始められます。その際は、配信元の号が以前より古くないことを確かめてください。
feed-io = { $path } を読み書きできません: { $cause }。これまでのルールをそのまま使います。
feed-damaged = { $path } にあるルールの配信が、取り込んだときのものと違います: { $why }({ $of })。kenpin rules update で取り込み直すか、kenpin rules rollback で前の号に戻してください。
feed-refused = 取り込みませんでした(何も変更していません): { $why }({ $of })
feed-older = 取り込みませんでした(何も変更していません): 第{ $serial }号は、以前に確認した第{ $highest }号より古いものです。古い号を配っている者がいるかもしれません。配信者に確かめてください。
feed-twin = 取り込みませんでした(何も変更していません): この第{ $serial }号は、以前に確認した第{ $highest }号と内容が違います。同じ番号の号が2つあってはなりません。配信者に確かめてください。
feed-example = 取り込みませんでした(何も変更していません): ルール { $rule } の例が、そのとおりになりません({ $file } { $line }行目)。配信者に知らせてください。
feed-name = 「{ $name }」はパックの名前にできません。フォルダー名には英数字と - _ . だけを使ってください。
feed-no-previous = 戻せる前の号がありません。
feed-current = ルールの配信 { $channel }: 第{ $serial }号({ $issued }発行、{ $expires }まで有効)は、すでに使っています
feed-taken = ルールの配信 { $channel }: 第{ $serial }号({ $issued }発行、{ $expires }まで有効)を取り込みました
feed-back = ルールの配信 { $channel }: 第{ $serial }号({ $issued }発行、{ $expires }まで有効)に戻しました。kenpin rules update で最新の号に戻ります。
feed-rules = ルール: 追加 { $added }件、変更 { $changed }件、削除 { $gone }件
feed-entries = リストの項目: 追加 { $added }件、変更 { $changed }件、削除 { $gone }件
feed-added = {"  "}+ { $name }({ $list })
feed-changed = {"  "}~ { $name }({ $list })
feed-gone = {"  "}- { $name }({ $list })
feed-more = {"  "}ほか { $n }件
feed-packed = チャンネル { $channel } の第{ $serial }号(パック { $n }個)を { $path } に書き出しました。続けて署名してください: kenpin rules sign フォルダー --key ファイル
feed-signed = チャンネル { $channel } の第{ $serial }号に署名しました。使う人の config.toml の [feed] に次の公開鍵が要ります: keys = ["{ $key }"]
feed-key-there = { $path } はすでにあります。鍵は上書きしません。
feed-key-made = 秘密鍵: { $path }。通信しない場所に控えとともに保管してください。この鍵とパスワードを持つ人は、あなたの名で配信できます。使う人に渡す公開鍵: keys = ["{ $key }"]
feed-key-not-made = このパソコンでは鍵を作れません。
feed-key-wrong = { $path } は minisign の秘密鍵ではないか、パスワードが違います。
feed-password = { $path } のパスワード:
feed-new-password = 新しい鍵のパスワード:
feed-password-short = パスワードは{ $least }文字以上にしてください。

word-feed-incomplete = ファイルがないか、読めません
word-feed-large = 配信としては大きすぎます
word-feed-signature = 署名と内容が合いません。書き換えられたか、配信元が更新中です
word-feed-foreign = 設定にない鍵で署名されています
word-feed-comment = 別の号のための署名です
word-feed-channel = 別のチャンネルのものです
word-feed-tool = 新しい kenpin が必要です
word-feed-manifest = 目録を読めません
word-feed-format = この kenpin が知らない形式です
word-feed-entry = 目録にありえない値があります
word-feed-url = パックが目録のフォルダーの外にあります
word-feed-hash = パックの内容が目録と違います
word-feed-packed = パックを展開できないか、目録より大きなものです
word-feed-swapped = パックが入れ替わっています
word-feed-path = パックに使えないファイル名があります
word-feed-file = パックにルールでもリストでもないものがあります

feed-net-offline = { $host }: 通信しない設定です(--offline、または [network] の offline = true)
feed-net-not-secure = { $host }: 通信できるのは https だけです(このパソコン自身だけは http も可)
feed-net-address = ルールの配信元のアドレスが正しくありません
feed-net-connect = { $host } に接続できません({ $cause })。これまでのルールをそのまま使います。
feed-net-untrusted = { $host } が本物であることを確かめられません({ $cause })。これまでのルールをそのまま使います。
feed-net-slow = { $host } から時間内に応答がありません。これまでのルールをそのまま使います。
feed-net-cut = { $host } からの受信が途中で切れました。これまでのルールをそのまま使います。
feed-net-large = { $host } から、正しければありえない大きさ({ $limit }バイト超)が届きました。これまでのルールをそのまま使います。
feed-net-redirected = { $host } から別のアドレスに転送されたため、中止しました。これまでのルールをそのまま使います。
feed-net-later = { $host } から、{ $seconds }秒後に試すように求められました。これまでのルールをそのまま使います。
feed-net-status = { $host } の応答は { $status } でした。これまでのルールをそのまま使います。
feed-net-unusable = このパソコンでは通信できません: { $cause }

## kenpin login

login-ask = { $name }(入力は表示されません):
login-kept = { $name } をパソコンの資格情報に保存しました
login-left = { $name } は変更していません
login-environment = { $name } は環境変数にも設定されています。環境変数が優先されます
login-forgotten = { $name } をパソコンの資格情報から削除しました
login-unknown = { $name } はパソコンの資格情報にありません
login-no-name = 秘密の情報の名前ではありません。KENPIN_LWA_CLIENT_SECRET のように、英大文字と数字と _ で書いてください。秘密の情報そのものは後でたずねます。コマンドの履歴に残るため、コマンドには書かないでください。
login-name = { $name }
login-none = パソコンの資格情報に kenpin のものはありません。
login-no-keyring = このシステムには、kenpin が使える資格情報の保存先がありません。秘密の情報は、その名前の環境変数に設定してください。自動実行では、自分だけが読めるファイルに書いて読み込ませてください。
login-vault = パソコンの資格情報を使えません: { $cause }
typed-again = もう一度:
typed-differs = 2回の入力が違います。何も変更していません。

## コマンドの説明

help-login = 秘密の情報(トークンなど)をパソコンの資格情報に保存する
help-login-names = 名前。同じ内容を環境変数に設定するときの名前(複数可)[既定: Selling Partner API の3つ]
help-login-list = 保存してあるものの名前だけを表示する
help-logout = 秘密の情報をパソコンの資格情報から削除する
help-logout-names = 名前(複数可)
help-rules-update = ルールの配信の最新の号を、署名とすべてのルールを確かめて取り込む
help-rules-update-from = 取り込み元のアドレス、フォルダー、zip ファイル [既定: 設定のアドレス]
help-rules-update-offline = 何を指定しても通信しない
help-rules-update-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-rules-rollback = ルールの配信を1つ前の号に戻す
help-rules-rollback-config = 設定ファイル [既定: 今のフォルダーの config.toml]
help-rules-pack = ルールとリストのフォルダーから、配信する号を作る
help-rules-pack-dirs = ルールとリストのフォルダー。フォルダー名がパックの名前になる(複数可)
help-rules-pack-out = 配信用のフォルダー(前の号があればそのまま使う)
help-rules-pack-channel = チャンネル [既定: stable]
help-rules-pack-days = 有効期限までの日数 [既定: 90]
help-rules-pack-serial = 号の番号 [既定: 前の号の次]
help-rules-sign = 配信する号に署名する
help-rules-sign-dir = 配信用のフォルダー
help-rules-sign-key = 秘密鍵(minisign)のファイル。パスワードは環境変数 KENPIN_SIGN_PASSWORD、なければたずねる
help-rules-keygen = ルールの配信に使う鍵を作る
help-rules-keygen-key = 秘密鍵を書き出すファイル
