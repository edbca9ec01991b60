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

/// What a reply says before its body.
#[derive(Default)]
struct Head {
    reply: Reply,
    length: usize,
    chunked: bool,
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
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n{more}\r\n", self.host, self.cookie);
        self.send(request.as_bytes()).await
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
        self.send(request.as_bytes()).await
    }

    /// Sends a form that was put together with a file.
    pub async fn upload(&mut self, path: &str, boundary: &str, body: &[u8]) -> Result<Reply> {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: {1}\r\nContent-Length: {2}\r\n\
             Content-Type: multipart/form-data; boundary={boundary}\r\n\r\n",
            self.host,
            self.cookie,
            body.len()
        );
        self.send(&[head.as_bytes(), body].concat()).await
    }

    /// Asks for something larger than one wants to keep; gives the status, the lines and the bytes.
    pub async fn measure(&mut self, path: &str) -> Result<(u16, usize, usize)> {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n", self.host, self.cookie);
        let Head { reply, length, chunked } = self.ask(request.as_bytes()).await?;
        let (mut piece, mut lines, mut bytes) = (Vec::new(), 0, 0);
        loop {
            piece.clear();
            if chunked {
                self.chunk(&mut piece).await?;
            } else {
                self.read(length - bytes, &mut piece).await?;
            }
            if piece.is_empty() {
                return Ok((reply.status, lines, bytes));
            }
            lines += piece.iter().filter(|byte| **byte == b'\n').count();
            bytes += piece.len();
        }
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

    async fn send(&mut self, request: &[u8]) -> Result<Reply> {
        let Head { mut reply, length, chunked } = self.ask(request).await?;
        if chunked {
            while self.chunk(&mut reply.body).await? > 0 {}
        } else {
            self.read(length, &mut reply.body).await?;
        }
        Ok(reply)
    }

    /// Sends a request and reads the reply up to its body.
    async fn ask(&mut self, request: &[u8]) -> Result<Head> {
        self.stream.get_mut().write_all(request).await?;
        let mut head = Head::default();
        let mut line = String::new();
        loop {
            line.clear();
            if self.stream.read_line(&mut line).await? == 0 {
                return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
            }
            let text = line.trim_end();
            if text.is_empty() {
                return Ok(head);
            }
            if let Some(status) = text.strip_prefix("HTTP/1.1 ") {
                head.reply.status = status.get(..3).and_then(|code| code.parse().ok()).unwrap_or(0);
            }
            let Some((name, value)) = text.split_once(": ") else { continue };
            if name.eq_ignore_ascii_case("content-length") {
                head.length = value.parse().unwrap_or(0);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                head.chunked = value.eq_ignore_ascii_case("chunked");
            } else if name.eq_ignore_ascii_case("location") {
                value.clone_into(&mut head.reply.location);
            }
        }
    }

    /// Reads one piece of a body whose length was not told at first; gives its length, 0 at the end.
    async fn chunk(&mut self, body: &mut Vec<u8>) -> Result<usize> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        let length = usize::from_str_radix(line.trim_end(), 16)
            .map_err(|_| Error::new(ErrorKind::UnexpectedEof, "the body ended before its end"))?;
        self.read(length, body).await?;
        self.stream.read_line(&mut line).await?;
        Ok(length)
    }

    async fn read(&mut self, length: usize, body: &mut Vec<u8>) -> Result<()> {
        let before = body.len();
        body.resize(before + length, 0);
        self.stream.read_exact(body.get_mut(before..).unwrap_or_default()).await?;
        Ok(())
    }
}
