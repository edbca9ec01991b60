//! What the room promises: the choice of the next question, whole tests taken by simulated
//! learners, and the replay of recorded cases.

#[cfg(test)]
mod case;
#[cfg(test)]
mod choosing;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod replaying;
#[cfg(test)]
mod simulating;
