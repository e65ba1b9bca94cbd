## Alarms: what is sent

alarm-heading = kenpin: { $n ->
    [one] one new finding
   *[other] { $n } new findings
 } of { $account } ({ $day }, since { $since })
alarm-heading-first = kenpin: first audit of { $account } ({ $day }): { $n ->
    [one] one finding
   *[other] { $n } findings
 }
alarm-continued = { $heading } – part { $n }
alarm-item = [{ $severity }] { $decision }: { $rule } { $title }
alarm-more = … and { $n } more
alarm-foot = All of it is in the report of the audit (kenpin history).
alarm-test = kenpin: a test of the alarm { $name }. It arrived.

## Alarms: what is said of them

alarm-sent = Alarm { $name }: sent
alarm-failed = Alarm { $name }: NOT sent: { $cause }. It waits, and the next audit tries again.
alarm-unknown = Alarm { $name }: nobody knows whether it arrived: { $cause }. So as not to send it twice, it is not sent again; look at the target.
alarm-not-tested = Alarm { $name }: NOT sent: { $cause }
alarm-unusable = The network of this machine cannot be used: { $cause }
alarm-unknown-killed = an earlier run ended while it was sent
alarm-gone = Alarm { $name }: the target is there no more (410). Nothing is sent to it until kenpin notify test { $name } reaches it.
alarm-waiting = Alarm { $name }: not sent, no connection is made (--offline). It waits for the next audit.
alarm-no-net = Alarm { $name }: not sent: this kenpin was built without the network. It waits for one that has it.
alarm-summary = { $n ->
    [one] One alarm was not sent
   *[other] { $n } alarms were not sent
 }; the audit itself is kept.
alarm-cause-secret = the environment variable { $env } is not set
alarm-cause-key = the signing key in { $env } is none (whsec_… with 24 to 64 bytes in Base64)
alarm-cause-address = the address is none that can be called (https only)
alarm-cause-mailbox = an address of sender or receiver is none
alarm-cause-offline = no connection is made offline
alarm-cause-connect = no connection to { $host }
alarm-cause-untrusted = { $host } could not prove who it is
alarm-cause-slow = no answer of { $host } in time
alarm-cause-cut = the answer of { $host } broke off
alarm-cause-status = { $host } answered { $status } { $word }
alarm-cause-signs = the secret has signs that cannot be sent
alarm-cause-other = { $host } did not answer as it should
notify-none = No alarm is set up. [[alarm]] in config.toml describes one.
notify-no-name = There is no alarm { $name } in the config.
notify-not-sent = A test message was not sent.
notify-column-name = Alarm
notify-column-kind = Kind
notify-column-severity = From
notify-column-secret = Secret
notify-column-left = Waiting
notify-column-gone = Given up
notify-set = set
notify-unset = not set
notify-needless = none
