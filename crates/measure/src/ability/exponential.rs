//! Exponentials made of additions and multiplications only.
//!
//! Two reasons: the same bits on every machine, so that a replay gives the same score to the last digit whatever the
//! system's mathematical library; and loops that the compiler turns into vector instructions, since there is no call
//! and no branch. Arguments are at most 0 (a logistic curve needs no other).
//!
//! Method (Cody and Waite, 1980): x = k·ln 2 + r with |r| ≤ ln 2 / 2, eˣ = 2ᵏ·eʳ, eʳ by its Taylor polynomial, and 2ᵏ
//! written into the exponent of a float. Adding 1.5·2⁵² (or 1.5·2²³) rounds to the integer k and leaves it in the low
//! bits.

/// 1.5·2⁵²: a double this large has integer steps.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// 1.5·2²³, the same for a single.
const ROUND_SINGLE: f32 = 12_582_912.0;
/// ln 2 in two parts, the first exact when multiplied by a small integer.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Below this eˣ is held at its value there, 10⁻³⁰⁴.
const LEAST: f64 = -700.0;
/// The same for singles, 10⁻³⁷.
const LEAST_SINGLE: f32 = -86.0;
/// 1/13!, 1/12!, … 1/1!, 1/0!.
const TAYLOR: [f64; 14] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    0.5,
    1.0,
    1.0,
];
const TAYLOR_SINGLE: [f32; 7] = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
/// 1/(2k + 1) for k from 16 down to 0: the series of the inverse hyperbolic tangent.
const ATANH: [f64; 17] = [
    1.0 / 33.0,
    1.0 / 31.0,
    1.0 / 29.0,
    1.0 / 27.0,
    1.0 / 25.0,
    1.0 / 23.0,
    1.0 / 21.0,
    1.0 / 19.0,
    1.0 / 17.0,
    1.0 / 15.0,
    1.0 / 13.0,
    1.0 / 11.0,
    1.0 / 9.0,
    1.0 / 7.0,
    1.0 / 5.0,
    1.0 / 3.0,
    1.0,
];

/// eˣ for x ≤ 0; relative error below 10⁻¹⁵.
#[must_use]
#[inline]
pub fn exponential(x: f64) -> f64 {
    let x = x.max(LEAST);
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    let power = TAYLOR.iter().fold(0.0, |sum, factor| sum * r + factor);
    power * f64::from_bits((shifted.to_bits() << 52).wrapping_add(1.0_f64.to_bits()))
}

/// eˣ for x ≤ 0 in single precision; relative error below 10⁻⁶ plus the rounding of the argument. For ranking.
#[must_use]
#[inline]
pub fn exponential_single(x: f32) -> f32 {
    let x = x.max(LEAST_SINGLE);
    let shifted = x * std::f32::consts::LOG2_E + ROUND_SINGLE;
    let k = shifted - ROUND_SINGLE;
    let r = (x - k * 0.693_359_4) + k * 2.121_944_4e-4;
    let power = TAYLOR_SINGLE.iter().fold(0.0, |sum, factor| sum * r + factor);
    power * f32::from_bits((shifted.to_bits() << 23).wrapping_add(1.0_f32.to_bits()))
}

/// ln(1 + y) for 0 ≤ y ≤ 1, by ln(1 + y) = 2·artanh(y / (2 + y)); relative error below 10⁻¹⁵.
#[must_use]
#[inline]
pub fn log_one_plus(y: f64) -> f64 {
    let s = y / (2.0 + y);
    let square = s * s;
    2.0 * s * ATANH.iter().fold(0.0, |sum, factor| sum * square + factor)
}

/// ln x of a positive normal number, by x = m·2ᵏ with 1 ≤ m < 2: ln x = k·ln 2 + ln m; absolute error below 10⁻¹⁵ times
/// 1 + |ln x|. Smaller and odd numbers count as 10⁻³⁰⁷.
#[must_use]
pub fn logarithm(x: f64) -> f64 {
    let x = if (1e-307..=f64::MAX).contains(&x) { x } else { 1e-307 };
    let bits = x.to_bits();
    let mantissa = f64::from_bits((bits & ((1 << 52) - 1)) | 1.0_f64.to_bits());
    let exponent = (bits >> 52) as f64 - 1023.0;
    exponent * std::f64::consts::LN_2 + log_one_plus(mantissa - 1.0)
}

/// P(1 − P) of a logit.
#[must_use]
#[inline]
pub fn variance(logit: f64) -> f64 {
    let power = exponential(-logit.abs());
    power / ((1.0 + power) * (1.0 + power))
}

/// P and P(1 − P) of a logit.
#[must_use]
#[inline]
pub fn logistic(logit: f64) -> (f64, f64) {
    let power = exponential(-logit.abs());
    let above = 1.0 / (1.0 + power);
    let below = power * above;
    (if logit >= 0.0 { above } else { below }, above * below)
}

/// ln P of a logit: the smaller of it and 0, less ln(1 + e^−|logit|).
#[must_use]
#[inline]
pub fn log_logistic(logit: f64) -> f64 {
    logit.min(0.0) - log_one_plus(exponential(-logit.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, expected: f64, within: f64) {
        assert!((got - expected).abs() <= within * expected.abs(), "{got} instead of {expected}");
    }

    #[test]
    fn the_polynomials_agree_with_the_system() {
        for step in 0..70_000 {
            let x = -f64::from(step) / 100.0;
            close(exponential(x), x.exp(), 1e-15 * (1.0 + x.abs() / 8.0));
        }
        for step in 0..8_500_u16 {
            let x = -f32::from(step) / 100.0;
            close(exponential_single(x).into(), f64::from(x).exp(), 1e-6);
        }
        for step in 0..=10_000 {
            let y = f64::from(step) / 10_000.0;
            close(log_one_plus(y), y.ln_1p(), 1e-15);
            close(log_one_plus(y * 1e-12), (y * 1e-12).ln_1p(), 1e-15);
        }
        for x in [1e-307, 1e-9, 0.3, 0.999, 1.0, 1.001, 2.0, 3e7, 1e300] {
            let (got, expected) = (logarithm(x), x.ln());
            assert!((got - expected).abs() <= 1e-15 * (1.0 + expected.abs()), "{got} instead of {expected}");
        }
    }

    #[test]
    fn nothing_is_lost_far_away() {
        assert_eq!((exponential(0.0), log_one_plus(0.0)), (1.0, 0.0));
        for x in [-701.0, -1e300, f64::NEG_INFINITY] {
            assert!(exponential(x) > 0.0 && exponential(x) < 1e-300, "{x}");
        }
        for logit in [-1e9, -40.0, -1.0, 0.0, 1.0, 40.0, 600.0] {
            let (right, both) = logistic(logit);
            assert!((0.0..=1.0).contains(&right) && (0.0..=0.25).contains(&both), "{logit}");
            close(log_logistic(logit), crate::irt::log_sigmoid(logit), 1e-14);
            close(variance(logit), both, 1e-14);
        }
    }
}
