### Notices of Amazon: kenpin notice

notice-kind = Kind: { $kind } ({ $percent }% certain)
notice-nearest = Too little in it decides what it is; the nearest is: { $kind }
notice-asins = ASINs: { $asins }
notice-received = Received: { $day }
notice-deadline = Deadline: { $day } (line { $line }: “{ $rule }”)
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
notice-pledge-added = Put on the list of pledges { $path }: { $asins }
notice-pledge-known = All of them are on the list of pledges { $path } already
notice-holder-offer = To put “{ $name }” on your own list, run it again with --yes or use kenpin rules add-brand
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

word-notice-listing-authenticity = authenticity of a listing
word-notice-account-authenticity-inquiry = authenticity inquiry about the account
word-notice-account-suspended-authenticity = account suspended over authenticity
word-notice-account-closed-authenticity = account closed over authenticity
word-notice-account-document-request = papers of any three ASINs
word-notice-page-mismatch = goods differ from their page
word-notice-plan-rejected = plan or papers refused
word-notice-antique-permit = antique-dealer permit
word-notice-intellectual-property = intellectual-property complaint
word-notice-linked-account = linked accounts
word-notice-used-sold-as-new = used goods sold as new
word-notice-resolved-pledge = settled by a pledge
word-notice-resolved-reinstated = listing reinstated
word-notice-resolved-account-reinstated = account reinstated
word-notice-unknown = unknown

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
