//! Alarms: where the news of an audit goes, the news, and messages on their way.

use super::kinds::words;
use super::{AuditFinding, Day, Severity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// Kinds of targets.
    AlarmKind {
        #[doc = "Incoming webhook of Slack."] Slack = "slack",
        #[doc = "Webhook of Discord."] Discord = "discord",
        #[doc = "A room of Chatwork."] Chatwork = "chatwork",
        #[doc = "Push message of the LINE Messaging API."] Line = "line",
        #[doc = "A workflow of Microsoft Teams."] Teams = "teams",
        #[doc = "Any receiver of Standard Webhooks."] Webhook = "webhook",
        #[doc = "Mail by SMTP."] Mail = "mail",
    }
}

impl AlarmKind {
    /// True when a receiver knows a message by its key and takes a second one for the first.
    #[must_use]
    pub fn knows_keys(self) -> bool {
        matches!(self, Self::Line | Self::Webhook)
    }
}

words! {
    /// How far a message came.
    ParcelState {
        #[doc = "To be sent, at the next chance."] Waiting = "waiting",
        #[doc = "Handed to the network; a run that ends here left it open whether it arrived."] UnderWay = "under-way",
        #[doc = "Taken by the target."] Sent = "sent",
        #[doc = "Nobody knows whether it arrived; it is not sent again."] Unknown = "unknown",
        #[doc = "The target said that it is there no more."] Gone = "gone",
    }
}

/// One `[[alarm]]` of the config. What is secret stands in none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Name of the seller's own; no two have the same.
    pub name: String,
    /// What it sends to.
    pub kind: AlarmKind,
    /// New findings of this severity or worse are told.
    pub severity: Severity,
    /// Environment variable with the secret: the address of a webhook, a token, a password.
    pub secret_env: String,
    /// Environment variable with the signing keys of a generic webhook; empty for other kinds.
    pub key_env: String,
    /// Receivers: the room of Chatwork, the user or group of LINE, mail addresses.
    pub to: Vec<String>,
    /// Sender of mail.
    pub from: String,
    /// Mail server, `host` or `host:port`.
    pub server: String,
    /// Name to sign in at the mail server with; empty for none.
    pub user: String,
    /// Another address than that of the service itself: a relay; empty for none.
    pub address: String,
}

/// What an alarm tells of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The account.
    pub account: String,
    /// Day of the audit.
    pub day: Day,
    /// Day of the audit before; `None` for the first.
    pub since: Option<Day>,
    /// What is new, worst first.
    pub items: Vec<NewsItem>,
}

/// One new finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsItem {
    /// The finding.
    pub finding: AuditFinding,
    /// Title of its rule in the language of the message.
    pub title: String,
}

/// A message that is to be sent: everything of it but what is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Its number; 0 before it is kept.
    pub id: i64,
    /// Name of the alarm.
    pub alarm: String,
    /// What it was made for.
    pub kind: AlarmKind,
    /// Which message of the run, from 1.
    pub part: u32,
    /// A UUID by which a receiver can know it again.
    pub key: String,
    /// The message in the form of its kind.
    pub body: String,
    /// How far it came.
    pub state: ParcelState,
    /// How often it was tried.
    pub tries: u32,
}
