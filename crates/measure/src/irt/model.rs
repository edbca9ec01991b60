//! The two-parameter logistic model.

/// What an item measures and how well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// α, the discrimination: how steeply success grows with ability. Positive.
    pub discrimination: f64,
    /// δ, the difficulty: the ability at which one answer in two is right.
    pub difficulty: f64,
}

impl Parameters {
    /// P(θ), the probability of a right answer.
    #[must_use]
    pub fn probability(&self, theta: f64) -> f64 {
        sigmoid(self.discrimination * (theta - self.difficulty))
    }

    /// ln P(θ) for a right answer, ln(1 − P(θ)) for any other, exact far from the difficulty too.
    #[must_use]
    pub fn log_likelihood(&self, theta: f64, right: bool) -> f64 {
        let logit = self.discrimination * (theta - self.difficulty);
        log_sigmoid(if right { logit } else { -logit })
    }

    /// Fisher's information at θ: α²·P·(1 − P). A number, however steep the item.
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        let probability = self.probability(theta);
        let information = self.discrimination * self.discrimination * probability * (1.0 - probability);
        if information.is_finite() {
            return information;
        }
        // α² overflows: it must not meet the 0 of P or 1 − P.
        (self.discrimination * probability * (self.discrimination * (1.0 - probability))).min(f64::MAX)
    }

    /// The ability at which a share `s` of the answers is right: θ_s = δ − ln(1/s − 1)/α.
    #[must_use]
    pub fn threshold(&self, share: f64) -> f64 {
        self.difficulty - (1.0 / share - 1.0).ln() / self.discrimination
    }
}

/// 1 / (1 + e⁻ˣ), without overflow.
#[must_use]
pub fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let power = x.exp();
        power / (1.0 + power)
    }
}

/// ln of [`sigmoid`], without rounding to 0 or −∞ where it is neither.
#[must_use]
pub fn log_sigmoid(x: f64) -> f64 {
    if x >= 0.0 { -(-x).exp().ln_1p() } else { x - x.exp().ln_1p() }
}
