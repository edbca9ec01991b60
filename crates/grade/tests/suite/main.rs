//! What the room promises: verdicts, mistakes, the reference's format, and the replay of its cases.

#[cfg(test)]
mod build;
#[cfg(test)]
mod converting;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod decimals;
#[cfg(test)]
mod grading;
#[cfg(test)]
mod mistakes;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod replaying;
#[cfg(test)]
mod texts;
