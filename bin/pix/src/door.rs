//! The door: lets connections in, a bounded number at a time, and closes on those who say nothing.
//!
//! What one connection may cost is bounded: its head in time and in bytes (here), its body in bytes and every request
//! in time ([`crate::site`]). Whoever comes while all places are taken waits before the door, in the system's queue.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt;
use web::closing::Closing;

/// What connections may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections open at the same time.
    pub connections: u32,
    /// How long the head of a request may take; also how long a connection may rest between two requests.
    pub head: Duration,
    /// Bytes of a head.
    pub head_bytes: usize,
}

/// Places for one node: each takes some 20 KiB while it is used.
pub const LIMITS: Limits = Limits { connections: 8192, head: Duration::from_secs(30), head_bytes: 32 * 1024 };
/// When the system gives no connection, for lack of file descriptors for example, asking again at once does not help.
const REST: Duration = Duration::from_secs(1);

/// Serves until `stop` is ready, then ends what was begun.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(limits.connections as usize));
    let (open, closing) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let visit = tokio::select! {
            biased;
            () = &mut stop => break,
            visit = next(&listener, &places) => visit,
        };
        let Some((stream, peer, place)) = visit else { continue };
        tokio::spawn(attend(stream, peer, router.clone(), limits, closing.clone(), place));
    }
    drop((listener, open));
    // Every place is free again once every request has its reply.
    let _ = places.acquire_many(limits.connections).await;
}

/// The next connection and its place; nothing when the system gave none.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place)),
        Err(error) => {
            tracing::warn!(%error, "a connection could not be accepted");
            tokio::time::sleep(REST).await;
            None
        }
    }
}

/// Serves one connection to its end.
async fn attend(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: Limits,
    mut closing: watch::Receiver<()>,
    place: OwnedSemaphorePermit,
) {
    // Without it a reply may wait for the acknowledgement of the one before; no harm where it cannot be set.
    let _ = stream.set_nodelay(true);
    let told = closing.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(Closing::with(told.clone()));
        router.clone().oneshot(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(limits.head_bytes);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    // How a connection ends, broken or closed, matters to nobody here: its requests are logged.
    tokio::select! {
        _ = connection.as_mut() => {}
        _ = closing.changed() => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
    drop(place);
}

#[cfg(test)]
mod tests;
