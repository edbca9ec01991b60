//! A mail server that takes everything down and gives one answer to every mail.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub(super) struct MailServer {
    pub(super) url: String,
    heard: Arc<Mutex<String>>,
}

impl MailServer {
    pub(super) async fn start(reply: &'static str) -> Self {
        let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", door.local_addr().unwrap());
        let heard = Arc::new(Mutex::new(String::new()));
        let notes = heard.clone();
        tokio::spawn(async move {
            while let Ok((guest, _)) = door.accept().await {
                tokio::spawn(talk(guest, reply, notes.clone()));
            }
        });
        Self { url, heard }
    }

    pub(super) fn heard(&self) -> String {
        self.heard.lock().unwrap().clone()
    }
}

async fn talk(guest: TcpStream, reply: &'static str, notes: Arc<Mutex<String>>) {
    let mut guest = BufReader::new(guest);
    guest.write_all(b"220 ready\r\n").await.unwrap();
    let (mut line, mut in_text) = (String::new(), false);
    while guest.read_line(&mut line).await.is_ok_and(|length| length > 0) {
        notes.lock().unwrap().push_str(&line);
        let answer = match line.trim_end() {
            "." => Some(reply),
            _ if in_text => None,
            "DATA" => Some("354 go on"),
            _ => Some("250 fine"),
        };
        in_text = line.starts_with("DATA") || (in_text && answer.is_none());
        if let Some(answer) = answer {
            guest.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
        }
        line.clear();
    }
}
