//! Signatures of Standard Webhooks: HMAC-SHA256 over id, time and body.

use crate::net::Secret;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Signing keys, the one in force and those that it replaces.
pub struct Keys(Vec<Vec<u8>>);

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} keys", self.0.len())
    }
}

impl Keys {
    /// Keys written `whsec_` and Base64 of 24 to 64 bytes, several with blanks between them; `None`
    /// when one of them is none.
    #[must_use]
    pub fn parse(secret: &Secret) -> Option<Self> {
        let key = |word: &str| {
            let bytes = STANDARD.decode(word.strip_prefix("whsec_")?).ok()?;
            (24..=64).contains(&bytes.len()).then_some(bytes)
        };
        let keys: Option<Vec<_>> = secret.expose().split_whitespace().map(key).collect();
        keys.filter(|keys| !keys.is_empty()).map(Self)
    }

    /// The signatures by all keys, as the header has them.
    #[must_use]
    pub fn sign(&self, id: &str, unix: i64, body: &str) -> String {
        let signed = self.0.iter().map(|key| signature(key, id, unix, body));
        signed.collect::<Vec<_>>().join(" ")
    }
}

/// One signature, `v1,` and Base64.
#[must_use]
pub fn signature(key: &[u8], id: &str, unix: i64, body: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        // A key of any length is taken.
        return String::new();
    };
    mac.update(format!("{id}.{unix}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    fn keys(text: &str) -> Option<Keys> {
        Keys::parse(&Secret::new(text.to_owned()))
    }

    #[test]
    fn the_published_example_comes_out() {
        let body = r#"{"email":"test@example.com","username":"test_user"}"#;
        let signed =
            keys(KEY)
                .unwrap()
                .sign("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, body);
        assert_eq!(signed, "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    }

    #[test]
    fn two_keys_sign_both_and_what_is_no_key_is_refused() {
        let other = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let both = keys(&format!("{KEY} {other}")).unwrap().sign("a", 1, "{}");
        let one = |text: &str| keys(text).unwrap().sign("a", 1, "{}");
        assert_eq!(both, format!("{} {}", one(KEY), one(other)));
        for wrong in [
            "",
            "whsec_",
            "C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
            "whsec_AAAA",
            "whsk_AAAA",
        ] {
            assert!(keys(wrong).is_none(), "{wrong}");
        }
        assert_eq!(format!("{:?}", keys(KEY).unwrap()), "1 keys");
    }
}
