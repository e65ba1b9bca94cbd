### The scan command, beside the report itself.

scan-config = 設定ファイル: { $path }
scan-reading = 読み込み中
scan-judging = 判定中
scan-saved = 報告書を書き出しました: { $path }
scan-save = { $what }
scan-over-input = { $path } は読み込むファイルです。書き出すファイルには別の名前を付けてください。
scan-format = { $path } の拡張子からは報告書の形式が分かりません。使えるのは { $known } です。
scan-left = { $path }：{ $why }
scan-nothing = { $n ->
    [0] { $path } に読み込めるファイルがありません。
   *[other] { $path } の{ $n }件のファイルは、どれも知っている資料ではありません。「kenpin columns ファイル名」で列の割り当て方を確かめられます。
}
scan-binary = ブックは画面に表示できません。--out report.xlsx でファイルに書き出してください。
