### The scan command, beside the report itself.

scan-config = Settings: { $path }
scan-reading = Reading
scan-judging = Judging
scan-saved = Report written: { $path }
scan-save = { $what }
scan-format = The extension of { $path } names no report format. Known are { $known }.
