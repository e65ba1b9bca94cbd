### Notices of Amazon: kenpin notice

notice-kind = Kind: { $kind } ({ $percent }% certain)
notice-nearest = Too little in it decides what it is; the nearest is: { $kind }
notice-asins = ASINs: { $asins }
notice-received = Received: { $day }
notice-deadline = Deadline: { $day } (line { $line }: “{ $rule }”)
notice-deadline-usual = Deadline: { $day } (the usual clock of this kind of notice; the mail states none)
notice-no-deadline = Deadline: the mail states none
notice-documents = Papers asked for: { $papers }
notice-holder = Rights holder: { $name }
notice-claim = Claim: { $claim }
notice-contact = Contact: { $contact }
notice-complaint = Complaint number: { $number }
notice-subject = Subject: { $subject }
notice-source = File: { $path }
notice-why = The words that decided:
notice-why-line = {"  "}line { $line } ({ $points } points): “{ $text }”
notice-kept = Kept as { $id } in { $path }
notice-known = This notice is kept already, as { $id } in { $path }
notice-dry = Not kept (--dry-run)
notice-not-kept = Not kept, as its kind is unknown. If it is a notice of Amazon, say what it is with --kind
notice-settles = It seems to settle { $id }. When the matter is over, run: kenpin notice close { $id }
notice-refused-of = Noted that the appeal of { $id } was refused
notice-pledges = As long as notices.jsonl is there, these ASINs are judged as pledged
notice-pledge-offer = To put them on the list of pledges as well, run it again with --yes: { $asins }
notice-pledge-known = All of them are on the list of pledges { $path } already
notice-holder-offer = To put “{ $name }” on your own list, run it again with --yes, or use kenpin rules add-brand:
notice-holder-line = {"  "}{ $line }
notice-holder-known = “{ $name }” is on your own list { $path } already
notice-closed = { $id } was closed on { $day }
notice-closed-already = { $id } is closed already
notice-appealed = { $id }: appeal number { $n } noted; it is Amazon's turn
notice-refused = { $id }: { $n ->
    [one] one appeal refused
   *[other] { $n } appeals refused
}
notice-lost = After two refused appeals no further one is reported to be taken
notice-no-id = { $path } has no { $id }. See kenpin notice list --all
notice-line = Line { $line } of { $path } cannot be read ({ $cause }). Mend or delete that line
notice-data = The built-in data for reading notices is broken ({ $cause })
notice-count = { $path }: { $n ->
    [one] one notice
   *[other] { $n } notices
}
notice-column-id = Id
notice-column-deadline = Deadline
notice-column-turn = Turn
notice-column-kind = Kind
notice-column-asins = ASINs
notice-overdue = { $day } ({ $n ->
    [one] one day overdue
   *[other] { $n } days overdue
})
notice-today = { $day } (today)
notice-left = { $day } ({ $n ->
    [one] one day left
   *[other] { $n } days left
})
notice-turn-closed = closed
notice-turn-lost = refused twice
notice-turn-seller = yours ({ $n ->
    [one] one appeal
   *[other] { $n } appeals
})
notice-turn-amazon = Amazon's ({ $n ->
    [one] one appeal
   *[other] { $n } appeals
})
notice-show-deadline = Deadline: { $day }
notice-show-turn = Turn: { $turn }

## Kinds

word-listing-authenticity = authenticity of a listing
word-account-authenticity-inquiry = authenticity inquiry about the account
word-account-suspended-authenticity = account suspended over authenticity
word-account-closed-authenticity = account closed over authenticity
word-account-document-request = papers of any three ASINs
word-page-mismatch = goods differ from their page
word-plan-rejected = plan or papers refused
word-antique-permit = antique-dealer permit
word-intellectual-property = intellectual-property complaint
word-linked-account = linked accounts
word-used-sold-as-new = used goods sold as new
word-resolved-pledge = settled by a pledge
word-resolved-reinstated = listing reinstated
word-resolved-account-reinstated = account reinstated

## Papers

word-paper-invoice = invoice
word-paper-receipt = receipt
word-paper-delivery-note = delivery note
word-paper-contract = contract
word-paper-purchase-order = purchase order
word-paper-authorisation = letter of authorisation
word-paper-improvement-plan = plan of action
word-paper-supplier-contact = contact of the supplier
word-paper-antique-permit = antique-dealer permit
word-paper-identity = proof of identity
word-paper-business-licence = business registration
word-paper-brand-registration = trademark or brand registration
word-paper-utility-bill = utility bill or statement
word-paper-photos = photos
word-paper-retraction = retraction by the rights holder

## Findings

fact-notice-overdue = The notice { $id } ({ $kind }, received { $received }) was due on { $day }, { $days ->
    [one] one day
   *[other] { $days } days
} ago ({ $appeals ->
    [one] one appeal
   *[other] { $appeals } appeals
}).
fact-notice-due = The notice { $id } ({ $kind }, received { $received }) is due on { $day }, in { $days ->
    [one] one day
   *[other] { $days } days
} ({ $appeals ->
    [one] one appeal
   *[other] { $appeals } appeals
}).
fact-notice-lost = Two appeals against the notice { $id } ({ $kind }, received { $received }) were refused.
fact-notice-undated = The notice { $id } ({ $kind }, received { $received }) has no answer yet; it states no deadline.
fact-notice-same-asin = This ASIN had a notice ({ $id }: { $kind }) on { $received }.
fact-notice-same-holder = The rights holder “{ $holder }” led to a notice ({ $id }: { $kind }) on { $received }.
fact-notice-same-supplier = Goods of the supplier “{ $supplier }” had a notice ({ $id }: { $kind }) on { $received }.
ui-get-notices = Keep the mails that Amazon sends with kenpin notice add (they go to notices.jsonl beside the settings)
ui-fill-notices = Fill in "{ $field }" of the notices
ui-input-notices = notices of Amazon
word-notices = { ui-input-notices }
