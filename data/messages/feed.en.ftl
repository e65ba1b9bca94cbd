### Rule feeds, secrets, and the network that the user allows.

feed-none = The settings name no rule feed. Add [feed] with keys and url, as config.example.toml shows; the publisher tells both.
feed-no-source = The settings name no address of the rule feed: add url to [feed], or name what to take with --from.
feed-no-folder = This system names no folder for data of programs: set the environment variable KENPIN_STATE to one.
feed-no-net = This kenpin was built without the network: it can neither fetch nor sign nor keep secrets. A rule feed can be taken from a folder: kenpin rules update --from DIR
feed-no-zip = This kenpin was built without zip files. Unpack { $path } and name the folder with --from.
feed-busy = Another update of the rule feed is under way ({ $path }). Wait until it is done, and run again.
feed-state = { $path } is damaged ({ $cause }): it is not known any more which issues were seen. Nothing was changed. Move the file away to begin anew, and see that the publisher offers no older issue than you had.
feed-io = { $path } cannot be read or written: { $cause }. What was in use still is.
feed-damaged = The accepted issue of the rule feed in { $path } is not what was accepted: { $why } ({ $of }). Run kenpin rules update to take it again, or kenpin rules rollback.
feed-refused = Refused, nothing was changed: { $why } ({ $of })
feed-older = Refused, nothing was changed: issue { $serial } is older than issue { $highest }, which was seen here. Somebody may be offering an old issue; ask the publisher.
feed-twin = Refused, nothing was changed: issue { $serial } is not the issue { $highest } that was seen here. Two issues of one number must not be; ask the publisher.
feed-example = Refused, nothing was changed: an example of rule { $rule } does not hold ({ $file }, line { $line }). Ask the publisher.
feed-name = "{ $name }" cannot be the name of a pack: use letters, digits, -, _ and . for the folder.
feed-no-previous = There is no issue before to go back to.
feed-current = Rule feed { $channel }: issue { $serial } of { $issued } is in use already, valid until { $expires }
feed-taken = Rule feed { $channel }: issue { $serial } of { $issued } is in use now, valid until { $expires }
feed-back = Rule feed { $channel }: back at issue { $serial } of { $issued }, valid until { $expires }. kenpin rules update takes the newest again.
feed-rules = Rules: { $added } new, { $changed } changed, { $gone } gone
feed-entries = List entries: { $added } new, { $changed } changed, { $gone } gone
feed-added = {"  "}+ { $name } ({ $list })
feed-changed = {"  "}~ { $name } ({ $list })
feed-gone = {"  "}- { $name } ({ $list })
feed-more = {"  "}and { $n } more
feed-packed = Issue { $serial } of channel { $channel } with { $n ->
    [one] one pack
   *[other] { $n } packs
 } written to { $path }. Sign it now: kenpin rules sign DIR --key FILE
feed-signed = Issue { $serial } of channel { $channel } is signed. Whoever uses it needs this key under [feed] in config.toml: keys = ["{ $key }"]
feed-key-there = { $path } is there already; keys are never written over.
feed-key-made = Secret key: { $path }. Keep it offline, with a copy; whoever has it and its password speaks for you. Public key for your users: keys = ["{ $key }"]
feed-key-not-made = No key could be made on this system.
feed-key-wrong = { $path } is no secret key of minisign, or the password is wrong.
feed-password = Password of { $path }:
feed-new-password = Password for the new key:
feed-password-short = The password needs at least { $least } characters.

word-feed-incomplete = a file is missing or cannot be read
word-feed-large = it is larger than any issue
word-feed-signature = the signature does not belong to these bytes: they were changed, or are being replaced just now
word-feed-foreign = it is signed with a key that is not in your settings
word-feed-comment = the signature was made for another issue
word-feed-channel = it is of another channel
word-feed-tool = it needs a newer kenpin
word-feed-manifest = the manifest cannot be read
word-feed-format = this kenpin does not know its format
word-feed-entry = the manifest holds something that cannot be
word-feed-url = a pack does not lie below the manifest
word-feed-hash = a pack is not the one that the manifest names
word-feed-packed = a pack cannot be unpacked, or is larger than it says
word-feed-swapped = two packs were swapped
word-feed-path = a pack holds a path that no pack may have
word-feed-file = a pack holds something that is neither a rule nor a list

feed-net-offline = { $host }: no connection is made (--offline, or offline = true under [network])
feed-net-not-secure = { $host }: only https is called, and http on this machine
feed-net-address = the address of the rule feed is none that can be called
feed-net-connect = { $host } cannot be reached ({ $cause }). The accepted issue stays in use.
feed-net-untrusted = { $host } cannot prove who it is ({ $cause }). The accepted issue stays in use.
feed-net-slow = { $host } did not answer in time. The accepted issue stays in use.
feed-net-cut = { $host } broke off before everything was there. The accepted issue stays in use.
feed-net-large = { $host } sends more than the { $limit } bytes that can be right. The accepted issue stays in use.
feed-net-redirected = { $host } sends on to another address, which is not followed. The accepted issue stays in use.
feed-net-later = { $host } asks to come back in { $seconds } seconds. The accepted issue stays in use.
feed-net-status = { $host } answered with { $status }. The accepted issue stays in use.
feed-net-unusable = the network of this computer cannot be used: { $cause }

## kenpin login

login-ask = { $name } (not shown):
login-kept = { $name } is in the keyring now
login-left = { $name } is left as it was
login-environment = { $name } is also set in the environment, which goes before the keyring
login-forgotten = { $name } is no longer in the keyring
login-unknown = { $name } was not in the keyring
login-no-name = This is no name of a secret: A to Z, 0 to 9 and _, as KENPIN_LWA_CLIENT_SECRET. The secret itself is asked for; it never stands on the command line, which the system remembers.
login-name = { $name }
login-none = The keyring holds no secret of kenpin.
login-no-keyring = This system has no keyring that kenpin uses. Set the secret as an environment variable of that name, for a service in a file that only you can read.
login-vault = the keyring cannot be used: { $cause }
typed-again = Once more:
typed-differs = The two are not the same. Nothing was changed.
