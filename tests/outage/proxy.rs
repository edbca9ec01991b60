//! A wire that can be cut: what comes in at a port goes on to the true place, until it is told otherwise.

use std::path::PathBuf;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream, UnixStream};
use tokio::sync::watch;

/// Where the wire leads.
#[derive(Clone)]
pub enum Place {
    /// A host and a port.
    Port(String),
    /// A socket of this machine.
    Socket(PathBuf),
}

/// What the wire does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wire {
    Whole,
    /// Connections break, new ones too.
    Cut,
    /// Nothing passes any more and nobody is told, as when a cable is pulled or a firewall forgets: these connections
    /// never come back.
    Silent,
}

/// The wire.
pub struct Proxy {
    port: u16,
    wire: watch::Sender<Wire>,
}

impl Proxy {
    /// Lays a wire.
    pub async fn to(place: Place) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (wire, state) = watch::channel(Wire::Whole);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(carry(near, place.clone(), state.clone()));
            }
        });
        Self { port, wire }
    }

    /// Where one comes in.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Breaks every connection, and those to come.
    pub fn cut(&self) {
        self.wire.send_replace(Wire::Cut);
    }

    /// Lets nothing pass and tells nobody.
    pub fn silence(&self) {
        self.wire.send_replace(Wire::Silent);
    }

    /// Lets new connections pass.
    pub fn mend(&self) {
        self.wire.send_replace(Wire::Whole);
    }
}

/// Carries one connection until an end closes or the wire changes.
async fn carry(mut near: TcpStream, place: Place, mut wire: watch::Receiver<Wire>) {
    if *wire.borrow_and_update() == Wire::Whole {
        tokio::select! {
            () = exchange(&mut near, &place) => return,
            _ = wire.changed() => {}
        }
    }
    if *wire.borrow() == Wire::Silent {
        // Held open for ever, and forgotten.
        std::future::pending::<()>().await;
    }
}

async fn exchange(near: &mut TcpStream, place: &Place) {
    // A connection that breaks is what this is for: nobody needs to know.
    let _ = match place {
        Place::Port(address) => match TcpStream::connect(address).await {
            Ok(mut far) => copy_bidirectional(near, &mut far).await,
            Err(error) => Err(error),
        },
        Place::Socket(path) => match UnixStream::connect(path).await {
            Ok(mut far) => copy_bidirectional(near, &mut far).await,
            Err(error) => Err(error),
        },
    };
}
