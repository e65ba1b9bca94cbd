## システムのスケジューラーが実行する定期点検

word-daily = 毎日
word-weekly = 毎週
word-monthly = 毎月
schedule-about = kenpin の定期点検（{ $account }）
schedule-shown = { $account } の点検を{ $every } { $at } に実行するように登録します。
schedule-sheet = { $file }
schedule-ask = 登録しますか? [y/N]
schedule-ask-nobody = ここでは確認できません。実行するには --yes を、内容を見るだけなら --dry-run を付けてください。
schedule-left = 何も変更していません。
schedule-installed = { $account } の定期点検を登録しました。kenpin audit --uninstall で解除できます。
schedule-hint-systemd = サインインしている間に実行されます。サインインしていないときも実行するには loginctl enable-linger を実行してください。通知に使う秘密の値は、設定フォルダー（~/.config）の kenpin/environment に 名前=値 の形で1行ずつ書きます。
schedule-hint-cron = 実行できなかった回は、あとから実行されません。次の点検でお知らせします。通知に使う秘密の値は、crontab に 名前=値 の形で1行ずつ書きます。
schedule-hint-windows = サインインしている間に実行され、実行できなかった回はあとから実行されます。通知に使う秘密の値は、ユーザーの環境変数に設定します。
schedule-goes = { $account } の定期点検（{ $name }）を解除します。
schedule-uninstalled = { $account } の定期点検を解除しました。点検の履歴は残っています。
schedule-none = { $account } の定期点検は登録されていませんでした。
schedule-day = { $every }の点検では、この --day は使えません。毎週なら mon から sun、毎月なら 1 から 28 を指定し、毎日なら指定しません。
schedule-unfit = 「{ $text }」は「{ $sign }」を含むため、このスケジューラーでは正しく渡せません。フォルダーの名前を変えるか、--scheduler で別のものを指定してください。
schedule-path = { $path }: { $cause }
schedule-tool = { $program } を実行できませんでした: { $cause }
schedule-not-here = Windows のタスクを登録できるのは Windows だけです。--dry-run なら内容を確認できます。
audit-missed = { $since }の点検のあと、{ $every }の予定の点検が実行されていません。このパソコンのスケジューラーの設定を確認してください。
help-audit-install = この点検をシステムのスケジューラーに登録する: daily(毎日)、weekly(毎週)、monthly(毎月)
help-audit-uninstall = このアカウントの定期点検を解除する
help-audit-at = --install と使う。実行する時刻(HH:MM)[既定: 09:00]
help-audit-day = --install と使う。曜日(mon から sun)か日(1 から 28)[既定: mon、1]
help-audit-scheduler = --install、--uninstall と使う。windows、systemd、cron [既定: このシステムのもの]
help-audit-yes = --install、--uninstall と使う。確認せずに実行する
help-audit-dry-run = --install、--uninstall と使う。内容を表示するだけで何も変更しない
