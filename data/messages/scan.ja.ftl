### The scan command, beside the report itself.

scan-config = 設定ファイル: { $path }
scan-reading = 読み込み中
scan-judging = 判定中
scan-saved = 報告書を書き出しました: { $path }
scan-save = { $what }
scan-format = { $path } の拡張子からは報告書の形式が分かりません。使えるのは { $known } です。
