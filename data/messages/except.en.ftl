### Exceptions: what the seller accepts knowingly

ui-suppressed = ■ { $n } findings set aside by exceptions
ui-suppressed-why = Reason: { $reason } (until { $until })
ui-reweighed = ■ { $n } findings weighed otherwise by exceptions
ui-reweighed-why = Reason: { $reason } (until { $until }; otherwise { $severity }, { $decision })
ui-decision-set-aside = set aside
ui-csv-exception = exception
issue-exception-expired = The exception ended on { $until }.
issue-exception-twice = The exception is the same as one before it.
issue-exception-pledged = An ASIN that was promised never to be sold again cannot be excepted.
issue-exception-unused = No finding fits the exception.

## kenpin except

except-live = line { $line }  { $what }  until { $until }  { $reason }
except-expired = line { $line }  { $what }  ended { $until }  { $reason }
except-twice = line { $line }  { $what }  the same as one before it  { $reason }
except-count = { $path }: exceptions { $n }
except-known = { $path } has the same exception in line { $line }: change its reason or last day there
except-asin = { $asin } is no ASIN
