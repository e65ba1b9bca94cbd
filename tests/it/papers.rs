//! What is seen of a PDF: pages, lock, marks, dates, maker, and text in every usual encoding.

mod hostile;

use kenpin::model::{Layer, Mark};
use kenpin::read::paper::{Opened, Seen, look};
use std::io::Write;

const TEXT: usize = 20_000;

/// A PDF of numbered objects, with a trailer and without a table, which nothing here needs.
pub fn pdf<B: AsRef<[u8]>>(objects: &[B]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    for (n, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n", n + 1).bytes());
        file.extend(object.as_ref());
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R/Info 3 0 R>>\nstartxref\n0\n%%EOF\n");
    file
}

pub fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{dict}/Length {}>>stream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

pub fn deflate(data: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(data).unwrap();
    packer.finish().unwrap()
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &str = "<</Type/Pages/Kids[4 0 R]/Count 1/Resources<</Font<</F1 6 0 R>>>>>>";
const INFO: &str = "<</Producer(Acme)>>";

/// One page with such entries, content and font; more objects from number 7.
fn one_page(entries: &str, content: &[u8], font: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let page = format!("<</Type/Page/Parent 2 0 R/Contents 5 0 R{entries}>>");
    let mut objects: Vec<Vec<u8>> = [CATALOG, PAGES, INFO, &page]
        .iter()
        .map(|o| o.as_bytes().to_vec())
        .collect();
    objects.push(stream("", content));
    objects.push(font.to_vec());
    objects.extend_from_slice(more);
    pdf(&objects)
}

pub fn opened(data: &[u8]) -> Opened {
    match look(data, TEXT) {
        Seen::Pdf(opened) => *opened,
        other => panic!("{other:?}"),
    }
}

/// What is read of one string in a font.
fn shown(font: &str, string: &[u8], more: &[Vec<u8>]) -> (Layer, String) {
    let hex: String = string.iter().map(|b| format!("{b:02x}")).collect();
    let content = format!("BT /F1 12 Tf 20 100 Td <{hex}> Tj ET");
    let seen = opened(&one_page("", content.as_bytes(), font.as_bytes(), more));
    (seen.layer, seen.text)
}

#[test]
fn text_is_read_in_every_usual_encoding() {
    let wide = |encoding: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/{encoding}/DescendantFonts[7 0 R]>>"
        )
    };
    let utf16: Vec<u8> = "請求書ＩＮＶ－０１"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let (sjis, ..) = encoding_rs::SHIFT_JIS.encode("請求書ＩＮＶ－０１");
    let (euc, ..) = encoding_rs::EUC_JP.encode("請求書ＩＮＶ－０１");
    let jis: Vec<u8> = euc.iter().map(|b| b & 0x7f).collect();
    for (encoding, bytes) in [
        ("90ms-RKSJ-H", sjis.as_ref()),
        ("90pv-RKSJ-V", &sjis),
        ("UniJIS-UCS2-H", &utf16),
        ("UniJIS-UTF16-H", &utf16),
        ("UniJIS2004-UTF16-V", &utf16),
        ("EUC-H", &euc),
        ("H", &jis),
    ] {
        let seen = shown(&wide(encoding), bytes, &[]);
        assert_eq!(seen, (Layer::Whole, "請求書inv01".to_owned()), "{encoding}");
    }
    // Glyph numbers without a map: there is text, and nobody can tell which.
    let glyphs = shown(&wide("Identity-H"), b"\x01\x02", &[]);
    assert_eq!(glyphs, (Layer::Part, String::new()));
}

#[test]
fn a_map_to_unicode_is_followed() {
    let font = "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R>>";
    let map = b"1 begincodespacerange <0000> <ffff> endcodespacerange\n\
        2 beginbfchar <0001> <8acb> <0002> <d867de3d> endbfchar\n\
        2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<6c42> <66f8>] endbfrange";
    let packed = stream("/Filter/FlateDecode", &deflate(map));
    let string = b"\0\x01\0\x20\0\x21\0\x02\0\x12\0\x19";
    let seen = shown(font, string, std::slice::from_ref(&packed));
    assert_eq!(seen, (Layer::Whole, "請求書𩸽29".to_owned()));
    // One code that the map leaves out: what is missing may be just that.
    let seen = shown(font, b"\0\x01\0\x77", &[packed]);
    assert_eq!(seen, (Layer::Part, "請".to_owned()));
}

#[test]
fn simple_fonts_are_read_by_their_table() {
    let plain = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    assert_eq!(shown(plain, b"INV-01", &[]), (Layer::Whole, "inv01".into()));
    let named =
        "<</Type/Font/Subtype/Type3/Encoding<</Differences[1/I/N/V/hyphen/zero/uni0031]>>>>";
    assert_eq!(
        shown(named, b"\x01\x02\x03\x04\x05\x06", &[]),
        (Layer::Whole, "inv01".into())
    );
    let own = "<</Type/Font/Subtype/Type3/Encoding<</Differences[1/g1/g2]>>>>";
    assert_eq!(shown(own, b"\x01\x02", &[]).0, Layer::Part);
    let symbols = "<</Type/Font/Subtype/TrueType/FontDescriptor<</Flags 4>>>>";
    assert_eq!(shown(symbols, b"abc", &[]).0, Layer::Part);
}

#[test]
fn text_stands_in_forms_and_across_streams() {
    let font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    let form = stream(
        "/Type/XObject/Subtype/Form/Resources<</Font<</F9 6 0 R>>>>",
        b"BT /F9 9 Tf [(A) -20 (1\\0602)] TJ ET",
    );
    let entries = "/Resources<</Font<</F1 6 0 R>>/XObject<</X 7 0 R>>>>";
    let content = b"BT /F1 12 Tf (IN) Tj (V) ' ET BI /W 1 ID \x00 (no) Tj EI\n/X Do";
    let seen = opened(&one_page(entries, content, font, &[form]));
    assert_eq!((seen.layer, seen.text.as_str()), (Layer::Whole, "inva102"));
}

#[test]
fn a_scan_has_no_text_and_recognised_text_proves_nothing() {
    let font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    let image = stream("/Type/XObject/Subtype/Image/Width 1/Height 1", b"\0");
    let entries = "/Resources<</Font<</F1 6 0 R>>/XObject<</X 7 0 R>>>>";
    let scan = opened(&one_page(
        entries,
        b"/X Do",
        font,
        std::slice::from_ref(&image),
    ));
    assert_eq!((scan.layer, scan.pages), (Layer::None, 1));
    let content = b"/X Do BT 3 Tr /F1 12 Tf (lNV-O1) Tj ET";
    let read = opened(&one_page(entries, content, font, &[image]));
    assert_eq!(read.layer, Layer::Part);
}

#[test]
fn marks_are_counted_and_links_are_not() {
    let entries = "/Annots[<</Subtype/Highlight>><</Subtype/FreeText>><</Subtype/Link>>\
        <</Subtype/Widget>><</Subtype/Popup>><</Subtype/Stamp/F 2>>7 0 R]";
    let ink = b"<</Type/Annot/Subtype/Ink>>".to_vec();
    let seen = opened(&one_page(entries, b"", b"<<>>", &[ink]));
    assert_eq!(seen.mark_count, 3);
    let kinds: Vec<Mark> = seen.marks.into_iter().collect();
    assert_eq!(kinds, [Mark::Text, Mark::Ink, Mark::Highlight]);
}

#[test]
fn what_is_appended_replaces_what_was_there() {
    let mut file = one_page("", b"BT /F1 9 Tf (old) Tj ET", b"<</Subtype/Type1>>", &[]);
    assert_eq!(opened(&file).updates, 0);
    let new = stream("", b"BT /F1 9 Tf (new) Tj ET");
    file.extend(b"5 0 obj\n");
    file.extend(new);
    file.extend(b"\nendobj\n7 0 obj\n<</Producer(Other)/ModDate(D:20261001)>>\nendobj\n");
    file.extend(b"trailer <</Root 1 0 R/Info 7 0 R/Prev 1>>\nstartxref\n5\n%%EOF\n");
    let seen = opened(&file);
    assert_eq!((seen.updates, seen.text.as_str()), (1, "new"));
    assert_eq!(seen.info.producer, "Other");
    assert!(seen.info.modified.is_some());
}

const FIXTURES: &[(&str, &[u8])] = &[
    ("r2-open", include_bytes!("papers/pdf/r2-open.pdf")),
    ("r3-open", include_bytes!("papers/pdf/r3-open.pdf")),
    ("r4-open", include_bytes!("papers/pdf/r4-open.pdf")),
    ("r6-open", include_bytes!("papers/pdf/r6-open.pdf")),
    ("packed", include_bytes!("papers/pdf/packed.pdf")),
    ("r2-locked", include_bytes!("papers/pdf/r2-locked.pdf")),
    ("r3-locked", include_bytes!("papers/pdf/r3-locked.pdf")),
    ("r4-locked", include_bytes!("papers/pdf/r4-locked.pdf")),
    ("r6-locked", include_bytes!("papers/pdf/r6-locked.pdf")),
];

#[test]
fn an_owner_password_opens_and_a_user_password_does_not() {
    for (name, data) in FIXTURES {
        if name.ends_with("locked") {
            assert_eq!(look(data, TEXT), Seen::Locked, "{name}");
            continue;
        }
        let seen = opened(data);
        assert_eq!((seen.pages, seen.layer), (1, Layer::Whole), "{name}");
        assert_eq!(seen.text, "inv2026001", "{name}");
        assert_eq!(seen.info.producer, "kenpin test", "{name}");
        assert!(seen.info.created.is_some(), "{name}");
        assert_eq!(seen.updates, 0, "{name}");
    }
}

#[test]
fn an_unknown_lock_is_not_looked_into() {
    let file = pdf(&[CATALOG, PAGES, INFO, "<</Type/Page>>"]);
    let text = String::from_utf8(file).unwrap();
    let locked = text.replace("/Info 3 0 R", "/Encrypt<</Filter/Adobe.PubSec/V 4/R 4>>");
    assert_eq!(look(locked.as_bytes(), TEXT), Seen::TooMuch);
}
