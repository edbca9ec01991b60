//! Where a request comes from, as far as it can be believed.

use axum::http::HeaderMap;
use std::net::IpAddr;

const FORWARDED: &str = "x-forwarded-for";

/// The proxies that say the truth about whom they speak for.
#[derive(Debug, Clone, Default)]
pub struct Trusted(Vec<IpAddr>);

impl Trusted {
    /// Reads addresses separated by commas.
    ///
    /// # Errors
    /// A sentence about what is no address.
    pub fn read(list: &str) -> Result<Self, String> {
        let parts = list.split(',').map(str::trim).filter(|part| !part.is_empty());
        let address = |part: &str| {
            let wrong =
                |_| format!("trusted_proxy holds {part:?}; expected addresses such as 127.0.0.1, 10.0.0.2");
            part.parse::<IpAddr>().map(plain).map_err(wrong)
        };
        parts.map(address).collect::<Result<_, _>>().map(Self)
    }

    /// Whether nobody is trusted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The network of whoever asks: an address, or half of one for IPv6, where each home has a network. Nothing when
    /// it is this machine, or a proxy that does not say.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Option<IpAddr> {
        let peer = plain(peer);
        if !self.0.contains(&peer) {
            return (!peer.is_loopback()).then(|| network(peer));
        }
        // Each proxy adds at the end: what stands before the last stranger may be made up.
        let lines = headers.get_all(FORWARDED).iter().filter_map(|value| value.to_str().ok());
        let hops: Vec<IpAddr> = lines.flat_map(|line| line.split(',')).map_while(hop).collect();
        let last = hops.into_iter().rev().find(|hop| !self.0.contains(hop));
        last.map(network)
    }
}

fn hop(text: &str) -> Option<IpAddr> {
    text.trim().parse().ok().map(plain)
}

/// An IPv4 address written as IPv6 is the same address.
fn plain(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => IpAddr::from((long.to_bits() >> 64 << 64).to_be_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let check = |trusted: &str, peer: &str, forwarded: &[&'static str], expected: Option<&str>| {
            let trusted = Trusted::read(trusted).expect("a list");
            let values = forwarded.iter().map(|value| HeaderValue::from_static(value));
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(FORWARDED, value);
            }
            let expected = expected.map(|address| address.parse().expect("an address"));
            assert_eq!(
                trusted.client(peer.parse().expect("an address"), &headers),
                expected,
                "{peer} {forwarded:?}"
            );
        };
        check("", "198.51.100.7", &[], Some("198.51.100.7"));
        check("", "198.51.100.7", &["203.0.113.9"], Some("198.51.100.7"));
        check("", "127.0.0.1", &["203.0.113.9"], None);
        check("127.0.0.1", "127.0.0.1", &[], None);
        check("127.0.0.1", "127.0.0.1", &["203.0.113.9"], Some("203.0.113.9"));
        check("127.0.0.1", "127.0.0.1", &["1.2.3.4, 203.0.113.9"], Some("203.0.113.9"));
        check("127.0.0.1", "127.0.0.1", &["1.2.3.4", "203.0.113.9"], Some("203.0.113.9"));
        check("127.0.0.1, 10.0.0.2", "127.0.0.1", &["203.0.113.9, 10.0.0.2"], Some("203.0.113.9"));
        check("127.0.0.1", "198.51.100.7", &["203.0.113.9"], Some("198.51.100.7"));
        check("127.0.0.1", "::ffff:127.0.0.1", &["203.0.113.9"], Some("203.0.113.9"));
        check("::1", "::1", &["2001:db8:1:2:3:4:5:6"], Some("2001:db8:1:2::"));
        check("127.0.0.1", "127.0.0.1", &["nonsense"], None);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        assert!(Trusted::read("proxy.example").is_err_and(|why| why.contains("proxy.example")));
        assert!(Trusted::read("").is_ok_and(|nobody| nobody.is_empty()));
    }
}
