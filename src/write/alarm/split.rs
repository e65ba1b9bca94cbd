//! Findings over messages: as many in each as the target takes, the rest only counted.

/// What a target takes, in its own unit.
pub(super) struct Room {
    /// Most units of one message.
    pub(super) most: usize,
    /// Units that a message has without any finding.
    pub(super) base: usize,
    /// Units that a finding takes beside its text.
    pub(super) per_item: usize,
    /// Most units of one finding.
    pub(super) item: usize,
    /// Most findings of one message.
    pub(super) items: usize,
    /// Most messages.
    pub(super) messages: usize,
    /// Units of a text.
    pub(super) unit: fn(&str) -> usize,
}

/// The findings of one message, and how many are left behind the last.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) items: Vec<String>,
    pub(super) left: usize,
}

/// Units as most programs count characters.
pub(super) fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Bytes of a text inside JSON.
pub(super) fn json_bytes(text: &str) -> usize {
    serde_json::Value::from(text).to_string().len()
}

impl Room {
    /// At least one part, also without any finding.
    pub(super) fn parts(&self, items: &[String]) -> Vec<Part> {
        let free = self.most.saturating_sub(self.base);
        let longest = self.item.min(free.saturating_sub(self.per_item));
        let mut parts = vec![Part {
            items: Vec::new(),
            left: 0,
        }];
        let mut used = 0;
        for (nth, item) in items.iter().enumerate() {
            let item = self.cut(item, longest);
            let needs = (self.unit)(&item) + self.per_item;
            let count = parts.len();
            let Some(last) = parts.last_mut() else { break };
            if used + needs <= free && last.items.len() < self.items {
                used += needs;
                last.items.push(item);
            } else if count < self.messages {
                used = needs;
                parts.push(Part {
                    items: vec![item],
                    left: 0,
                });
            } else {
                last.left = items.len() - nth;
                break;
            }
        }
        parts
    }

    fn cut(&self, item: &str, longest: usize) -> String {
        if (self.unit)(item) <= longest {
            return item.to_owned();
        }
        let mut cut = item.to_owned();
        // Twice the sign, for units that count it as more than one.
        while (self.unit)(&cut) + 8 > longest && cut.pop().is_some() {}
        cut.push('…');
        cut
    }
}
