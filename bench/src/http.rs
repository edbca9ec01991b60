//! A small HTTP client: one kept connection, plain requests, so that the load costs little beside what it measures.

use std::io::{Error, ErrorKind, Result};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// What came back.
#[derive(Debug, Default)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Where it leads, if it leads elsewhere.
    pub location: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as text.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }
}

/// A connection of one learner, with the cookie of their session.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    cookie: String,
}

impl Connection {
    /// Opens a connection; `cookie` is sent with each request.
    pub async fn open(host: &str, cookie: String) -> Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host: host.to_owned(), cookie })
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str, more: &str) -> Result<Reply> {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n{more}\r\n",
            self.host, self.cookie
        ))
        .await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, form: &str) -> Result<Reply> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: {1}\r\nContent-Length: {2}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}",
            self.host,
            self.cookie,
            form.len()
        );
        self.send(&request).await
    }

    /// Follows where a reply leads.
    pub async fn follow(&mut self, mut reply: Reply) -> Result<(String, Reply)> {
        let mut path = String::new();
        while reply.status == 303 {
            path = reply.location;
            reply = self.get(&path, "").await?;
        }
        Ok((path, reply))
    }

    async fn send(&mut self, request: &str) -> Result<Reply> {
        self.stream.get_mut().write_all(request.as_bytes()).await?;
        let mut reply = Reply::default();
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            if self.stream.read_line(&mut line).await? == 0 {
                return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
            }
            let text = line.trim_end();
            if text.is_empty() {
                break;
            }
            if let Some(status) = text.strip_prefix("HTTP/1.1 ") {
                reply.status = status.get(..3).and_then(|code| code.parse().ok()).unwrap_or(0);
            }
            let Some((name, value)) = text.split_once(": ") else { continue };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse().unwrap_or(0);
            } else if name.eq_ignore_ascii_case("location") {
                value.clone_into(&mut reply.location);
            }
        }
        reply.body.resize(length, 0);
        self.stream.read_exact(&mut reply.body).await?;
        Ok(reply)
    }
}
