//! Tails of the laws that statistics are compared with.

/// Terms of series and fractions; far more than are needed.
const TERMS: u32 = 100_000;
/// Where series and fractions end.
const CLOSE: f64 = 1e-15;

/// The probability that a χ² of so many degrees of freedom is greater. 1 for what is no χ².
#[must_use]
pub fn chi_square_tail(value: f64, degrees: f64) -> f64 {
    if !value.is_finite() || !degrees.is_finite() || value <= 0.0 || degrees <= 0.0 {
        return if value == f64::INFINITY { 0.0 } else { 1.0 };
    }
    gamma_tail(degrees / 2.0, value / 2.0)
}

/// The probability that a standard normal number is greater. 1 for what is no number.
#[must_use]
pub fn normal_tail(value: f64) -> f64 {
    if value.is_nan() {
        return 1.0;
    }
    let half = chi_square_tail(value * value, 1.0) / 2.0;
    if value >= 0.0 { half } else { 1.0 - half }
}

/// Q(a, x) = Γ(a, x) / Γ(a): by the series of the lower part below a + 1, by the continued fraction of the upper
/// part above (Abramowitz and Stegun, 1964, 6.5.29 and 6.5.31).
fn gamma_tail(a: f64, x: f64) -> f64 {
    let scale = (a * x.ln() - x - log_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        for n in 1..TERMS {
            term *= x / (a + f64::from(n));
            sum += term;
            if term < sum * CLOSE {
                break;
            }
        }
        return (1.0 - scale * sum).clamp(0.0, 1.0);
    }
    let mut lead = x + 1.0 - a;
    let (mut above, mut below) = (1e300, 1.0 / lead);
    let mut fraction = below;
    for n in 1..TERMS {
        let n = f64::from(n);
        let product = -n * (n - a);
        lead += 2.0;
        below = 1.0 / nonzero(product * below + lead);
        above = nonzero(lead + product / above);
        let change = below * above;
        fraction *= change;
        if (change - 1.0).abs() < CLOSE {
            break;
        }
    }
    (scale * fraction).clamp(0.0, 1.0)
}

fn nonzero(value: f64) -> f64 {
    if value.abs() < 1e-300 { 1e-300 } else { value }
}

/// ln Γ(x) for positive x: Stirling's series, after moving x above 10.
fn log_gamma(mut x: f64) -> f64 {
    let mut shift = 0.0;
    while x < 10.0 {
        shift += x.ln();
        x += 1.0;
    }
    let square = x * x;
    let series = 1.0 / (12.0 * x) - 1.0 / (360.0 * x * square) + 1.0 / (1260.0 * x * square * square)
        - 1.0 / (1680.0 * x * square * square * square);
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - shift
}
