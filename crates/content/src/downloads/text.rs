//! Plain text in an encoding.

use super::flow;
use super::spec::{Encoding, Text};

pub(super) fn plain(text: &Text) -> Result<Vec<u8>, String> {
    let lines: Vec<String> = flow::plainly(text).into_iter().map(Option::unwrap_or_default).collect();
    encode(&format!("{}\n", lines.join("\n")), text.encoding)
}

/// The bytes of a text; a character the encoding lacks is an error rather than a question mark.
pub(super) fn encode(text: &str, encoding: Encoding) -> Result<Vec<u8>, String> {
    match encoding {
        Encoding::Marked => Ok(format!("\u{feff}{text}").into_bytes()),
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Windows1252 => {
            let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
            if lossy {
                return Err("the text has characters that windows-1252 lacks".to_owned());
            }
            Ok(bytes.into_owned())
        }
    }
}
