//! PDFs that mean harm: each ends soon, in little memory, and without a claim that nothing is wrong.

use super::{CATALOG, FIXTURES, INFO, PAGES, TEXT, deflate, one_page, opened, pdf, stream};
use crate::hostile::PATIENCE;
use kenpin::model::Layer;
use kenpin::read::paper::{Seen, look};
use std::time::Instant;

const FONT: &[u8] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

fn soon(what: &str, data: &[u8]) -> Seen {
    let start = Instant::now();
    let seen = look(data, TEXT);
    let took = start.elapsed();
    assert!(took < PATIENCE, "{what}: {took:?}");
    seen
}

/// So many megabytes of one byte, packed to a thousandth; past the limit size does not matter.
fn bomb(megabytes: usize) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![b' '; 1 << 20];
    for _ in 0..megabytes {
        packer.write_all(&block).unwrap();
    }
    packer.finish().unwrap()
}

#[test]
fn bombs_do_not_unpack() {
    let packed = bomb(80);
    let page = "<</Type/Page/Contents 5 0 R>>";
    let content = stream("/Filter/FlateDecode", &packed);
    let parts = [CATALOG, PAGES, INFO, page].map(|o| o.as_bytes().to_vec());
    let mut objects = parts.to_vec();
    objects.push(content);
    // The text of that page is unknown, all the rest is known.
    let Seen::Pdf(seen) = soon("page", &pdf(&objects)) else {
        panic!("not opened");
    };
    assert_eq!((seen.pages, seen.layer), (1, Layer::Part));
    let objects_stream = stream("/Type/ObjStm/N 9/First 9/Filter/FlateDecode", &packed);
    *objects.last_mut().unwrap() = objects_stream;
    assert_eq!(soon("objects", &pdf(&objects)), Seen::TooMuch);
    // A bomb in a bomb.
    let twice = deflate(&packed);
    let content = stream("/Filter[/FlateDecode/FlateDecode]", &twice);
    *objects.last_mut().unwrap() = content;
    assert!(matches!(soon("twice", &pdf(&objects)), Seen::Pdf(_)));
}

#[test]
fn nesting_does_not_take_the_stack() {
    for (open, close) in [("[", "]"), ("<</A", ">>"), ("(", ")"), ("[<</A[", "]>>]")] {
        let deep = format!("{}{}", open.repeat(500_000), close.repeat(500_000));
        let file = pdf(&[CATALOG, PAGES, deep.as_str()]);
        let seen = soon(open, &file);
        assert!(!matches!(seen, Seen::Broken), "{open}: {seen:?}");
        let content = soon(open, &one_page("", deep.as_bytes(), FONT, &[]));
        assert!(matches!(content, Seen::Pdf(_)), "{open}: {content:?}");
    }
}

#[test]
fn references_that_loop_come_to_an_end() {
    let trees = [
        vec![CATALOG, "<</Kids[2 0 R]>>", INFO],
        vec![CATALOG, "<</Kids[3 0 R 3 0 R]>>", "<</Kids[2 0 R 3 0 R]>>"],
        vec![CATALOG, "2 0 R"],
        vec![CATALOG, "3 0 R", "2 0 R"],
    ];
    for tree in trees {
        let seen = soon("tree", &pdf(&tree));
        let none = matches!(&seen, Seen::Pdf(pdf) if pdf.pages == 0);
        assert!(none || seen != Seen::Locked, "{tree:?}: {seen:?}");
    }
    let annotations = "/Annots 7 0 R";
    let seen = opened(&one_page(annotations, b"", FONT, &[b"7 0 R".to_vec()]));
    assert_eq!(seen.mark_count, 0);
    // A form that draws itself twice, and a length that is itself.
    let form = stream(
        "/Subtype/Form/Resources<</XObject<</X 7 0 R>>>>",
        b"/X Do /X Do",
    );
    let resources = "/Resources<</XObject<</X 7 0 R>>>>";
    let seen = soon("form", &one_page(resources, b"/X Do", FONT, &[form]));
    assert!(matches!(seen, Seen::Pdf(pdf) if pdf.layer == Layer::Part));
    let length = b"<</Length 7 0 R>>stream\nBT ET\nendstream".to_vec();
    assert_eq!(opened(&one_page("", b"", FONT, &[length])).pages, 1);
}

#[test]
fn lengths_that_lie_are_not_believed() {
    for length in [
        "-1",
        "0",
        "3",
        "99999999999",
        "9223372036854775807",
        "(x)",
        "7 0 R",
    ] {
        let page = "<</Type/Page/Contents 5 0 R>>";
        let content = format!("<</Length {length}>>stream\nBT /F1 9 Tf (INV) Tj ET\nendstream");
        let font = String::from_utf8(FONT.to_vec()).unwrap();
        let file = pdf(&[CATALOG, PAGES, INFO, page, &content, &font]);
        assert_eq!(opened(&file).text, "inv", "{length}");
    }
}

/// Objects that each span the rest of the file: read as a whole they take the square of its size.
#[test]
fn streams_that_overlap_are_not_copied() {
    let count = 20_000;
    let mut file = b"%PDF-1.4\n".to_vec();
    for n in 1..=count {
        let head = format!("{n} 0 obj<</Length {:09}>>stream\n", (count - n) * 44);
        file.extend(format!("{head:<44}").bytes());
    }
    file.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    let seen = soon("overlap", &file);
    assert!(!matches!(seen, Seen::Pdf(_)), "{seen:?}");
    // Pages that all show one huge stream.
    let kids: String = (6..4_000).map(|n| format!("{n} 0 R ")).collect();
    let pages = format!("<</Kids[{kids}]>>");
    let page = "<</Type/Page/Contents 4 0 R>>".to_owned();
    let packed = stream("/Filter/FlateDecode", &bomb(8));
    let heads = [CATALOG, &pages, INFO].map(|o| o.as_bytes().to_vec());
    let mut objects = heads.to_vec();
    objects.push(packed);
    objects.extend((5..4_000).map(|_| page.as_bytes().to_vec()));
    let Seen::Pdf(seen) = soon("shared", &pdf(&objects)) else {
        panic!("not opened");
    };
    assert_eq!((seen.pages, seen.layer), (3_994, Layer::Part));
}

#[test]
fn floods_of_objects_end_with_the_budget() {
    let many = "1 0 obj\n".repeat(300_000);
    assert_eq!(soon("objects", many.as_bytes()), Seen::TooMuch);
    let kids = format!("<</Kids[{}]>>", "4 0 R ".repeat(1_000_000));
    assert_eq!(soon("kids", &pdf(&[CATALOG, &kids])), Seen::TooMuch);
    let annotations = format!("/Annots[{}]", "<</Subtype/Ink>>".repeat(400_000));
    let seen = soon("annotations", &one_page(&annotations, b"", FONT, &[]));
    assert_eq!(seen, Seen::TooMuch);
    let huge = vec![b'%'; 33 << 20];
    assert_eq!(soon("huge", &huge), Seen::TooMuch);
}

#[test]
fn what_is_cut_or_made_up_is_broken_and_never_fine() {
    let whole = one_page("", b"BT /F1 9 Tf (INV) Tj ET", FONT, &[]);
    for end in 0..whole.len() - 60 {
        let seen = look(&whole[..end], TEXT);
        assert!(!matches!(seen, Seen::Pdf(p) if p.pages > 0), "{end}");
    }
    let mut random = fastrand::Rng::with_seed(7);
    for (name, data) in FIXTURES {
        for _ in 0..40 {
            let mut changed = data.to_vec();
            for _ in 0..random.usize(1..9) {
                let at = random.usize(..changed.len());
                changed[at] = random.u8(..);
            }
            soon(name, &changed);
            soon(name, &changed[..random.usize(..changed.len())]);
        }
    }
    for _ in 0..200 {
        let noise: Vec<u8> = (0..random.usize(..4_096)).map(|_| random.u8(..)).collect();
        assert_eq!(
            look(&[b"%PDF-1.7\n", noise.as_slice()].concat(), TEXT),
            Seen::Broken
        );
    }
}
