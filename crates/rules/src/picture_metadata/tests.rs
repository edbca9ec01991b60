use exif::Reader;
use proptest::prelude::*;
use std::io::Cursor;

use super::*;

/// Real pictures of two dots, written by another program.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x01\x01\x03\0\0\0\xce\xec\xed\xc9\
    \0\0\0\x03PLTE\xff\0\0\x19\xe2\x097\0\0\0\x0aIDAT\x08\xd7c`\0\0\0\x02\0\x01\xe2!\xbc3\0\0\0\0IEND\xaeB`\x82";
const JPEG: &[u8] =
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xdb\0C\0P7<F<2PFAFZUP_x\xc8\x82xnnx\xf5\
    \xaf\xb9\x91\xc8\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
    \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xc0\0\x0b\x08\0\x01\0\x02\
    \x01\x01\x11\0\xff\xc4\0\x14\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x03\xff\xc4\0\x14\x10\x01\0\0\0\0\0\
    \0\0\0\0\0\0\0\0\0\0\0\xff\xda\0\x08\x01\x01\0\0?\0\x07\xff\xd9";
const WEBP: &[u8] =
    b"RIFF<\0\0\0WEBPVP8 0\0\0\0\xd0\x01\0\x9d\x01*\x02\0\x01\0\x02\x004%\xa0\x02t\xba\x01\xf8\0\x03\
    \xb0\0\xfe\xf0\xc4\x0b\xff \xb9au\xc8\xd7\xff ?\xe4\x07\xfc\x80\xff\xf8\xf2\0\0\0";
/// What nobody may find in what is kept.
const SECRET: &[u8] = b"48.8566 N";

/// EXIF data with an orientation and a place, the bytes of numbers in one order or the other.
fn exif(little: bool, orientation: u16) -> Vec<u8> {
    let two = |number: u16| if little { number.to_le_bytes() } else { number.to_be_bytes() };
    let four = |number: u32| if little { number.to_le_bytes() } else { number.to_be_bytes() };
    let head = if little { b"II*\0" } else { b"MM\0*" };
    let entry = |tag, kind, count, value: [u8; 4]| [&two(tag)[..], &two(kind), &four(count), &value].concat();
    let [a, b] = two(orientation);
    let (make, turned) = (entry(0x010f, 2, 9, four(38)), entry(0x0112, 3, 1, [a, b, 0, 0]));
    [&head[..], &four(8), &two(2), &make, &turned, &four(0), SECRET].concat()
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a small one").to_be_bytes();
    [&length[..], name, body, b"\0\0\0\0"].concat()
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).expect("a small one").to_be_bytes();
    [&[0xff, marker], &length[..], body].concat()
}

fn riff(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, *name, body).expect("a small one");
    out
}

/// Bytes with others put in at a place.
fn with(bytes: &[u8], place: usize, inside: &[u8]) -> Vec<u8> {
    [&bytes[..place], inside, &bytes[place..]].concat()
}

/// The real WebP in the extended form, with a flag for each of EXIF and XMP or for none, and with chunks after it.
fn extended(flags: u8, after: &[u8]) -> Vec<u8> {
    let head = riff(b"VP8X", &[flags, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    riff(b"RIFF", &[b"WEBP", head.as_slice(), &WEBP[12..], after].concat())
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

/// What a reader of EXIF data that is not ours finds.
fn has_exif(bytes: &[u8]) -> bool {
    Reader::new().read_from_container(&mut Cursor::new(bytes)).is_ok()
}

#[test]
fn what_is_told_beside_a_picture_goes_and_its_dots_stay() {
    let (jfif, icc) = (20, segment(0xe2, b"ICC_PROFILE\0\x01\x01colours"));
    let tiff = exif(true, 1);
    let app1 = segment(0xe1, &[b"Exif\0\0", tiff.as_slice()].concat());
    let with_icc = with(JPEG, jfif, &icc);
    let text = [b"Comment\0", SECRET].concat();
    let thumbnail = segment(0xe0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01", SECRET].concat());
    let still = extended(0, b"");
    for (why, bytes, expected) in [
        ("nothing to remove", PNG.to_vec(), PNG),
        ("nothing to remove", JPEG.to_vec(), JPEG),
        ("nothing to remove", WEBP.to_vec(), WEBP),
        ("EXIF", with(PNG, 33, &chunk(b"eXIf", &tiff)), PNG),
        (
            "texts",
            with(PNG, 33, &[chunk(b"tEXt", &text), chunk(b"iTXt", &text), chunk(b"zTXt", &text)].concat()),
            PNG,
        ),
        (
            "the hour, parts of others",
            with(PNG, 48, &[chunk(b"tIME", SECRET), chunk(b"prVt", SECRET)].concat()),
            PNG,
        ),
        ("after the end", [PNG, SECRET].concat(), PNG),
        ("EXIF", with(JPEG, jfif, &app1), JPEG),
        (
            "EXIF of the other order",
            with(JPEG, jfif, &segment(0xe1, &[b"Exif\0\0", exif(false, 1).as_slice()].concat())),
            JPEG,
        ),
        ("XMP", with(JPEG, 2, &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat())), JPEG),
        ("IPTC", with(JPEG, jfif, &segment(0xed, &[b"Photoshop 3.0\0", SECRET].concat())), JPEG),
        ("a comment", with(JPEG, jfif, &segment(0xfe, SECRET)), JPEG),
        ("a comment after the dots", with(JPEG, JPEG.len() - 2, &segment(0xfe, SECRET)), JPEG),
        ("a small copy", [&JPEG[..2], &thumbnail, &JPEG[20..]].concat(), &[&JPEG[..2], &JPEG[20..]].concat()),
        ("other pictures", with(JPEG, jfif, &segment(0xe2, &[b"MPF\0", SECRET].concat())), JPEG),
        ("after the end", [JPEG, b"ftypmp42", SECRET].concat(), JPEG),
        ("but not how colours are meant", with(&with_icc, 2, &app1), &with_icc),
        ("EXIF", extended(0x08, &riff(b"EXIF", &tiff)), &still),
        (
            "EXIF with a head",
            extended(0x0c, &riff(b"EXIF", &[b"Exif\0\0", tiff.as_slice()].concat())),
            &still,
        ),
        ("XMP", extended(0x04, &riff(b"XMP ", SECRET)), &still),
        ("parts of others", extended(0, &riff(b"mine", SECRET)), &still),
        ("after the end", [WEBP, SECRET].concat(), WEBP),
    ] {
        let (picture, kept) = bare(&bytes).expect(why);
        assert_eq!((kept.as_slice(), picture.width, picture.height), (expected, 2, 1), "{why}");
        assert!(!holds(&kept, SECRET) && !has_exif(&kept), "{why}");
    }
}

#[test]
fn what_is_removed_was_there_for_another_reader() {
    let tiff = exif(true, 1);
    let app1 = segment(0xe1, &[b"Exif\0\0", tiff.as_slice()].concat());
    for bytes in
        [with(PNG, 33, &chunk(b"eXIf", &tiff)), with(JPEG, 20, &app1), extended(0x08, &riff(b"EXIF", &tiff))]
    {
        assert!(has_exif(&bytes), "{bytes:?}");
    }
}

#[test]
fn frames_of_a_moving_picture_lose_what_is_not_theirs() {
    let frame = |inside: &[u8]| riff(b"ANMF", &[[0; 16].as_slice(), inside].concat());
    let moving = |inside: &[u8]| {
        let head = riff(b"VP8X", &[2, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
        riff(b"RIFF", &[b"WEBP", head.as_slice(), &riff(b"ANIM", &[0; 6]), &frame(inside)].concat())
    };
    let bytes = moving(&[&WEBP[12..], &riff(b"EXIF", SECRET), &frame(SECRET)].concat());
    assert_eq!(bare(&bytes).expect("a picture").1, moving(&WEBP[12..]));
}

#[test]
fn a_picture_that_lies_on_its_side_is_refused() {
    for little in [true, false] {
        for orientation in 0..=9 {
            let tiff = exif(little, orientation);
            let app1 = segment(0xe1, &[b"Exif\0\0", tiff.as_slice()].concat());
            for bytes in [
                with(PNG, 33, &chunk(b"eXIf", &tiff)),
                with(JPEG, 20, &app1),
                extended(0x08, &riff(b"EXIF", &tiff)),
            ] {
                let turned = (2..=8).contains(&orientation);
                assert_eq!(bare(&bytes).err(), turned.then_some(Fault::Turned), "{orientation}, {little}");
            }
        }
    }
}

#[test]
fn a_broken_picture_is_refused() {
    for bytes in [
        &PNG[..PNG.len() - 2],
        &JPEG[..100],
        &with(JPEG, JPEG.len() - 2, b"\xff\xe1\xff\xff"),
        &[&JPEG[..JPEG.len() - 2], b"\xff\xe1"].concat(),
        &WEBP[..40],
        &with(&extended(0, b""), 30, b"EXIF\xff\xff\xff\xff"),
        b"RIFF\x04\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\x1f\x03\0\x57\x02\0",
    ] {
        assert!(read(bytes).is_ok(), "its head is sound: {bytes:?}");
        assert_eq!(bare(bytes), Err(Fault::Unknown), "{bytes:?}");
    }
    assert_eq!(bare(b""), Err(Fault::Missing));
}

proptest! {
    #[test]
    fn any_bytes_are_a_picture_without_exif_or_none(
        which in 0_usize..3,
        place in 0_usize..160,
        noise in prop::collection::vec(any::<u8>(), 0..60),
        told in 0_usize..4,
    ) {
        let whole = [PNG, JPEG, WEBP][which];
        let tiff = exif(noise.len() % 2 == 0, 1);
        let told = match told {
            0 => Vec::new(),
            1 => segment(0xe1, &[b"Exif\0\0", tiff.as_slice()].concat()),
            2 => chunk(b"eXIf", &tiff),
            _ => riff(b"EXIF", &tiff),
        };
        for bytes in [
            with(whole, place.min(whole.len()), &[noise.as_slice(), &told].concat()),
            [&whole[..place.min(whole.len())], &noise].concat(),
            noise,
        ] {
            if let Ok((picture, kept)) = bare(&bytes) {
                prop_assert_eq!(bare(&kept), Ok((picture, kept.clone())), "once is enough");
                prop_assert!(!has_exif(&kept), "{:?}", kept);
                prop_assert!(kept.len() <= bytes.len() + 1, "nothing is added but a byte to make a length even");
            }
        }
    }

    #[test]
    fn parts_in_any_order_leave_no_secret(
        markers in prop::collection::vec((0xe0_u8..=0xff, any::<bool>()), 0..9),
    ) {
        let parts: Vec<u8> = markers.iter().flat_map(|(marker, exif)| {
            let marker = if *marker == 0xff { 0xfe } else { *marker };
            segment(marker, &[if *exif { b"Exif\0\0".as_slice() } else { b"" }, SECRET].concat())
        }).collect();
        let (_, kept) = bare(&with(JPEG, 20, &parts)).expect("a picture");
        prop_assert_eq!(kept, JPEG);
    }
}
