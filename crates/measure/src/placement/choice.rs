//! Chance without a random source: a number mixed from a seed.

/// Mixes 64 bits into 64 others that look unrelated (the finalizer of SplitMix64, by Steele, Lea
/// and Flood, 2014).
pub fn mix(bits: u64) -> u64 {
    let bits = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// A number below `count` (0 when `count` is 0), fixed by the seed of the attempt, the number of
/// answers already given and what is being chosen (`purpose`). Reloading a page draws the same.
pub fn draw(seed: u64, position: u32, purpose: u32, count: usize) -> usize {
    let stream = (u64::from(position) << 32) | u64::from(purpose);
    let bits = mix(mix(seed) ^ mix(stream));
    let scaled = (u128::from(bits) * count as u128) >> 64;
    usize::try_from(scaled).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mixing_is_the_published_one() {
        // The first outputs of SplitMix64 seeded with 0 and with 1234567.
        let check = |state, expected| assert_eq!(mix(state), expected, "{state}");
        check(0, 0xE220_A839_7B1D_CDAF);
        check(1_234_567, 6_457_827_717_110_365_317);
    }

    #[test]
    fn a_draw_is_in_range_even_and_repeatable() {
        let mut seen = [0_u32; 7];
        for seed in 0..700 {
            for position in 0..10 {
                let index = draw(seed, position, 0, seen.len());
                assert_eq!(index, draw(seed, position, 0, seen.len()));
                seen[index] += 1;
            }
        }
        assert!(seen.iter().all(|&n| (850..=1150).contains(&n)), "{seen:?}");
        assert_eq!((draw(1, 2, 3, 0), draw(1, 2, 3, 1)), (0, 0));
    }

    #[test]
    fn the_draw_changes_with_each_answer_and_purpose() {
        let check = |draws: Vec<usize>| {
            assert!(draws.iter().any(|index| Some(index) != draws.first()), "{draws:?}");
        };
        check((0..8).map(|position| draw(42, position, 0, 1000)).collect());
        check((0..8).map(|purpose| draw(42, 0, purpose, 1000)).collect());
        check((0..8).map(|seed| draw(seed, 0, 0, 1000)).collect());
    }
}
