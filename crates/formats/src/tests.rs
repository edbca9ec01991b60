//! Every line of the samples' README, what no file may do to a reader, and how large files may be.

mod bombs;
mod properties;
mod samples;
