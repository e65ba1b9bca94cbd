## The audit that the scheduler of the system runs

word-daily = every day
word-weekly = every week
word-monthly = every month
schedule-about = kenpin audit of { $account }
schedule-shown = The audit of { $account } is to run { $every } at { $at }:
schedule-sheet = { $file }
schedule-ask = Set it up? [y/N]
schedule-ask-nobody = Nobody can be asked here: add --yes to do it, or --dry-run to look at it only.
schedule-left = Nothing was changed.
schedule-installed = The audit of { $account } is set up. kenpin audit --uninstall takes it away again.
schedule-hint-systemd = It runs while you are signed in; `loginctl enable-linger` lets it run otherwise too. Secrets of alarms belong into the file kenpin/environment in your folder of settings (~/.config), one NAME=value a line.
schedule-hint-cron = cron makes up for no run that was missed; the next audit tells of it. Secrets of alarms belong into the crontab, one NAME=value a line.
schedule-hint-windows = It runs while you are signed in, and makes up for a run that was missed. Secrets of alarms belong into the environment variables of your user.
schedule-goes = The regular audit of { $account } ({ $name }) is to be taken away.
schedule-uninstalled = The regular audit of { $account } was taken away. The history stays.
schedule-none = There was no regular audit of { $account }.
schedule-day = The audit runs { $every }: that does not go with this --day. A weekly one takes mon to sun, a monthly one 1 to 28, a daily one none.
schedule-unfit = This scheduler cannot hand on `{ $text }`, because of `{ $sign }`. Rename the folder, or name another scheduler with --scheduler.
schedule-path = { $path }: { $cause }
schedule-tool = { $program } did not do it: { $cause }
schedule-not-here = A task of Windows can be set up on Windows only. --dry-run shows it here too.
audit-missed = No audit ran since { $since }, though it is set up to run { $every }. Look whether the scheduler of this machine still runs it.
