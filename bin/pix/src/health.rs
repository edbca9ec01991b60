//! `pix health`: asks the program that serves on this machine whether it runs, for a container that holds nothing else.

use crate::settings::Settings;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(2);

/// Asks `/health`, or `/ready` for whether it can serve; tells whether the answer is yes.
///
/// # Errors
/// A sentence when nobody answers.
pub fn ask(settings: &Settings, ready: bool) -> Result<bool, String> {
    let address = near(&settings.listen)?;
    let path = if ready { "/ready" } else { "/health" };
    let reply = exchange(address, path).map_err(|error| format!("{address} does not answer: {error}"))?;
    Ok(reply.starts_with("HTTP/1.1 200 "))
}

/// The address that is listened to, as one reaches it from here.
fn near(listen: &str) -> Result<SocketAddr, String> {
    let mut addresses = listen.to_socket_addrs().map_err(|error| format!("listen is {listen:?}: {error}"))?;
    let mut address = addresses.next().ok_or_else(|| format!("listen is {listen:?}: no such address"))?;
    if address.ip().is_unspecified() {
        address.set_ip(if address.is_ipv4() {
            [127, 0, 0, 1].into()
        } else {
            std::net::Ipv6Addr::LOCALHOST.into()
        });
    }
    Ok(address)
}

fn exchange(address: SocketAddr, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut reply = String::new();
    stream.take(4096).read_to_string(&mut reply)?;
    Ok(reply)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_asks_where_the_program_listens() {
        for (listen, expected) in [
            ("0.0.0.0:8080", "127.0.0.1:8080"),
            ("127.0.0.1:81", "127.0.0.1:81"),
            ("[::]:8080", "[::1]:8080"),
            ("10.1.2.3:80", "10.1.2.3:80"),
        ] {
            assert_eq!(near(listen).map(|address| address.to_string()), Ok(expected.to_owned()));
        }
        assert!(near("nowhere").is_err());
    }
}
