//! Visitors who say little, slowly, too much, or come all at once.

use super::*;
use axum::routing::{get, post};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;

const HASTY: Limits = Limits { connections: 2, head: Duration::from_millis(200), head_bytes: 8192 };
const ASK: &[u8] = b"GET / HTTP/1.1\r\nHost: pix\r\nConnection: close\r\n\r\n";

/// A door in front of some pages: its address, and how it is closed.
async fn open(
    router: Router,
    limits: Limits,
) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (close, closed) = oneshot::channel();
    let stop = async move { drop(closed.await) };
    (address, close, tokio::spawn(serve(listener, router, limits, stop)))
}

fn hello() -> Router {
    Router::new().route("/", get(|| async { "hello" }))
}

/// Everything that comes back, until the door is closed on us.
async fn said(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    // A connection that is reset is closed as well.
    let _ = stream.read_to_end(&mut all).await;
    String::from_utf8_lossy(&all).into_owned()
}

#[tokio::test]
async fn whoever_says_nothing_more_is_shown_out() {
    let (address, _close, _door) = open(hello(), HASTY).await;
    for beginning in [&b""[..], b"GE", b"GET / HTTP/1.1\r\nHost: pi", b"GET / HTTP/1.1\r\nHost: pix\r\n\r\n"]
    {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(beginning).await.expect("sent");
        let reply = said(&mut stream).await;
        let heard = reply.ends_with("hello");
        assert_eq!(heard, beginning.ends_with(b"\r\n\r\n"), "{reply}");
    }
}

#[tokio::test]
async fn a_head_byte_by_byte_has_no_more_time_than_another() {
    let (address, _close, _door) = open(hello(), HASTY).await;
    let (mut read, mut write) = TcpStream::connect(address).await.expect("a connection").into_split();
    let dribble = tokio::spawn(async move {
        let mut sent = 0_u32;
        // Until the door is closed: then nothing can be sent any more.
        while write.write_all(b"x").await.is_ok() {
            sent += 1;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        sent
    });
    let mut all = Vec::new();
    let _ = read.read_to_end(&mut all).await;
    drop(read);
    let sent = dribble.await.expect("it ends");
    assert!(sent > 1 && all.is_empty(), "{sent} bytes were sent, {all:?} came back");
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let (address, _close, _door) = open(hello(), HASTY).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = format!("GET / HTTP/1.1\r\nHost: pix\r\nCookie: {}\r\n\r\n", "x".repeat(9000));
    // The door may be closed before everything is sent.
    let _ = stream.write_all(head.as_bytes()).await;
    let reply = said(&mut stream).await;
    assert!(reply.is_empty() || reply.starts_with("HTTP/1.1 431 "), "{reply}");
}

#[tokio::test]
async fn who_finds_no_place_waits_for_one() {
    static INSIDE: AtomicUsize = AtomicUsize::new(0);
    static MOST: AtomicUsize = AtomicUsize::new(0);
    let router = Router::new().route(
        "/",
        get(|| async {
            MOST.fetch_max(INSIDE.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::task::yield_now().await;
            INSIDE.fetch_sub(1, Ordering::SeqCst);
            "hello"
        }),
    );
    let (address, _close, _door) = open(router, HASTY).await;
    // Two who take all places and say nothing.
    let mut idle = Vec::new();
    for _ in 0..2 {
        idle.push(TcpStream::connect(address).await.expect("a connection"));
    }
    let visits: Vec<_> = (0..20)
        .map(|_| {
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(address).await.expect("a connection");
                stream.write_all(ASK).await.expect("sent");
                said(&mut stream).await
            })
        })
        .collect();
    for visit in visits {
        assert!(visit.await.expect("it ends").ends_with("hello"), "everybody is served in the end");
    }
    assert!(MOST.load(Ordering::SeqCst) <= 2, "never more than there are places");
}

#[tokio::test]
async fn a_stop_ends_what_was_begun_and_shows_the_idle_out() {
    let patient = Limits { head: Duration::from_secs(60), ..HASTY };
    let router = Router::new().route("/", post(|body: String| async move { body }));
    let (address, close, door) = open(router, patient).await;
    let mut idle = TcpStream::connect(address).await.expect("a connection");
    let mut busy = TcpStream::connect(address).await.expect("a connection");
    busy.write_all(b"POST / HTTP/1.1\r\nHost: pix\r\nContent-Length: 5\r\n\r\nhel").await.expect("sent");
    let mut probe = TcpStream::connect(address).await.expect("in the queue");
    close.send(()).expect("the door is there");
    assert_eq!(said(&mut idle).await, "", "nothing was asked");
    busy.write_all(b"lo").await.expect("sent");
    assert!(said(&mut busy).await.ends_with("hello"), "what was begun has its reply");
    door.await.expect("the door is closed");
    probe.write_all(ASK).await.ok();
    assert_eq!(said(&mut probe).await, "", "nobody comes in any more");
}

#[tokio::test]
async fn a_reply_without_an_end_has_time_and_hears_of_the_stop() {
    let endless = |mut closing: Closing| async move {
        closing.wait().await;
        "over"
    };
    let (address, close, door) = open(Router::new().route("/", get(endless)), HASTY).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(ASK).await.expect("sent");
    let heard = tokio::time::timeout(HASTY.head * 2, stream.read_u8()).await;
    assert!(heard.is_err(), "it goes on for longer than a head may take");
    close.send(()).expect("the door is there");
    assert!(said(&mut stream).await.ends_with("over"));
    door.await.expect("the door is closed");
}

#[tokio::test]
async fn the_address_of_whoever_asks_is_known_inside() {
    let who = |ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() };
    let (address, _close, _door) = open(Router::new().route("/", get(who)), HASTY).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(ASK).await.expect("sent");
    assert!(said(&mut stream).await.ends_with("127.0.0.1"));
}
