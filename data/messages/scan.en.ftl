### The scan command, beside the report itself.

scan-config = Settings: { $path }
scan-reading = Reading
scan-judging = Judging
scan-saved = Report written: { $path }
scan-save = { $what }
scan-over-input = { $path } is one of the files that are read. Give the new file another name.
scan-format = The extension of { $path } names no report format. Known are { $known }.
scan-left = { $path }: { $why }
scan-nothing = { $n ->
    [0] There is no file to read in { $path }.
    [one] The one file in { $path } is no export that is known. "kenpin columns FILE" shows how to assign columns.
   *[other] None of the { $n } files in { $path } is an export that is known. "kenpin columns FILE" shows how to assign columns.
}
scan-binary = A workbook cannot be shown on a terminal: write it into a file with --out report.xlsx.
