//! Symmetric matrices of three rows: what is known of the three coordinates of an item.

/// The upper half of a symmetric matrix.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Symmetric {
    pub(super) aa: f64,
    pub(super) ab: f64,
    pub(super) ac: f64,
    pub(super) bb: f64,
    pub(super) bc: f64,
    pub(super) cc: f64,
}

impl Symmetric {
    /// Adds `weight` times the vector by itself.
    pub(super) fn add(&mut self, weight: f64, [a, b, c]: [f64; 3]) {
        self.aa += weight * a * a;
        self.ab += weight * a * b;
        self.ac += weight * a * c;
        self.bb += weight * b * b;
        self.bc += weight * b * c;
        self.cc += weight * c * c;
    }

    /// The sum of two.
    pub(super) fn plus(&self, other: &Self) -> Self {
        Self {
            aa: self.aa + other.aa,
            ab: self.ab + other.ab,
            ac: self.ac + other.ac,
            bb: self.bb + other.bb,
            bc: self.bc + other.bc,
            cc: self.cc + other.cc,
        }
    }

    /// Leaves out the coordinates that are not free.
    pub(super) fn only(mut self, [a, b, c]: [bool; 3]) -> Self {
        if !a {
            (self.aa, self.ab, self.ac) = (1.0, 0.0, 0.0);
        }
        if !b {
            (self.bb, self.ab, self.bc) = (1.0, 0.0, 0.0);
        }
        if !c {
            (self.cc, self.ac, self.bc) = (1.0, 0.0, 0.0);
        }
        self
    }

    /// The inverse, if the matrix is positive definite.
    pub(super) fn inverse(&self) -> Option<Self> {
        let Self { aa, ab, ac, bb, bc, cc } = *self;
        let minor = aa * bb - ab * ab;
        let (first, second, third) = (bb * cc - bc * bc, ac * bc - ab * cc, ab * bc - ac * bb);
        let determinant = aa * first + ab * second + ac * third;
        let positive = aa > 0.0 && minor > 0.0 && determinant > 0.0 && determinant.is_finite();
        let inverse = Self {
            aa: first / determinant,
            ab: second / determinant,
            ac: third / determinant,
            bb: (aa * cc - ac * ac) / determinant,
            bc: (ab * ac - aa * bc) / determinant,
            cc: minor / determinant,
        };
        let finite =
            [inverse.aa, inverse.bb, inverse.cc].iter().all(|value| value.is_finite() && *value > 0.0);
        (positive && finite).then_some(inverse)
    }

    /// The product with a vector.
    pub(super) fn times(&self, [a, b, c]: [f64; 3]) -> [f64; 3] {
        [
            self.aa * a + self.ab * b + self.ac * c,
            self.ab * a + self.bb * b + self.bc * c,
            self.ac * a + self.bc * b + self.cc * c,
        ]
    }
}
