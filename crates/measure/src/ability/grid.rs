//! The abilities at which a posterior is known.

/// Why a grid cannot be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridError {
    /// The lowest ability asked for.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// How many nodes.
    pub nodes: u16,
}

impl std::fmt::Display for GridError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { low, high, nodes } = self;
        write!(
            out,
            "a grid of {nodes} abilities from {low} to {high}: expected 9 nodes or more, from a lower to a higher \
             ability, both between -50 and 50"
        )
    }
}

impl std::error::Error for GridError {}

/// Equally spaced abilities.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    nodes: Vec<f64>,
    step: f64,
    low: f64,
    high: f64,
}

impl Default for Grid {
    /// From −6 to 6 in steps of 0.1: a posterior of 32 answers is twice as wide as the step at least, where sums over
    /// the nodes are exact to nine digits.
    fn default() -> Self {
        Self::build(-6.0, 6.0, 121)
    }
}

impl Grid {
    /// Makes a grid of so many nodes, both ends included.
    ///
    /// # Errors
    /// [`GridError`] when the ends are not in order or the nodes too few.
    pub fn new(low: f64, high: f64, nodes: u16) -> Result<Self, GridError> {
        let bounded = low.abs() <= 50.0 && high.abs() <= 50.0;
        if !bounded || low >= high || nodes < 9 {
            return Err(GridError { low, high, nodes });
        }
        Ok(Self::build(low, high, nodes))
    }

    fn build(low: f64, high: f64, nodes: u16) -> Self {
        let step = (high - low) / f64::from(nodes - 1);
        let nodes = (0..nodes).map(|rank| low + step * f64::from(rank)).collect();
        Self { nodes, step, low, high }
    }

    /// The abilities, the lowest first.
    #[must_use]
    pub fn nodes(&self) -> &[f64] {
        &self.nodes
    }

    /// The distance between two neighbours.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.step
    }

    /// The lowest ability.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The highest ability.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high
    }
}
