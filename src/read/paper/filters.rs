//! Packed streams unpacked, never beyond what the document may still cost.

use super::budget::{Budget, Stop};
use super::syntax::{Dict, Object, is_space, unhex};
use std::io::Read;

/// Filters that one stream may go through.
const FILTERS: usize = 4;

/// Names of the filters of a stream, in their order; `None` where one cannot be told.
fn names(dict: &Dict) -> Option<Vec<&[u8]>> {
    match dict.get(b"Filter".as_slice()) {
        None | Some(Object::Null) => Some(Vec::new()),
        Some(Object::Name(name)) => Some(vec![name]),
        Some(Object::Array(list)) if list.len() <= FILTERS => {
            list.iter().map(Object::name).collect()
        }
        Some(_) => None,
    }
}

/// The plain bytes; `None` for a filter or predictor that is not known here.
pub(super) fn plain(data: &[u8], dict: &Dict, budget: &Budget) -> Result<Option<Vec<u8>>, Stop> {
    let Some(filters) = names(dict) else {
        return Ok(None);
    };
    if predicted(dict.get(b"DecodeParms".as_slice())) {
        return Ok(None);
    }
    budget.bytes(data.len())?;
    let mut data = data.to_vec();
    for filter in filters {
        data = match filter {
            b"FlateDecode" | b"Fl" => inflate(&data, budget)?,
            b"ASCIIHexDecode" | b"AHx" => {
                let end = memchr::memchr(b'>', &data).unwrap_or(data.len());
                unhex(&data[..end])
            }
            b"ASCII85Decode" | b"A85" => ascii85(&data),
            _ => return Ok(None),
        };
    }
    Ok(Some(data))
}

/// Images and cross-reference streams have predictors; what is read here has none.
fn predicted(parameters: Option<&Object>) -> bool {
    let of = |object: &Object| {
        let predictor = object.dict().and_then(|d| d.get(b"Predictor".as_slice()));
        predictor.and_then(Object::int).is_some_and(|n| n > 1)
    };
    match parameters {
        Some(Object::Array(list)) => list.iter().any(of),
        Some(object) => of(object),
        None => false,
    }
}

/// Unpacks as far as the data goes: a damaged end does not lose what stands before it.
fn inflate(data: &[u8], budget: &Budget) -> Result<Vec<u8>, Stop> {
    let mut decoder = flate2::read::ZlibDecoder::new(data);
    let (mut plain, mut block) = (Vec::new(), [0; 8192]);
    loop {
        match decoder.read(&mut block) {
            Ok(0) | Err(_) => return Ok(plain),
            Ok(count) => {
                budget.bytes(count)?;
                plain.extend_from_slice(&block[..count]);
            }
        }
    }
}

fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(data.len());
    let mut group: Vec<u8> = Vec::with_capacity(5);
    let flush = |group: &mut Vec<u8>, plain: &mut Vec<u8>| {
        let bytes = group.len().saturating_sub(1);
        group.resize(5, 84);
        let value = group
            .iter()
            .fold(0u32, |v, d| v.wrapping_mul(85).wrapping_add(u32::from(*d)));
        plain.extend_from_slice(&value.to_be_bytes()[..bytes]);
        group.clear();
    };
    for byte in data.iter().copied().filter(|b| !is_space(*b)) {
        match byte {
            b'z' if group.is_empty() => plain.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => break,
        }
        if group.len() == 5 {
            flush(&mut group, &mut plain);
        }
    }
    if !group.is_empty() {
        flush(&mut group, &mut plain);
    }
    plain
}
