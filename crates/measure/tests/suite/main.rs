//! What the room promises: the choice of the next question, the placement that bears with errors, whole tests taken by
//! simulated learners, the replay of recorded cases, calibration, fit and certification.

#[cfg(test)]
mod bearing;
#[cfg(test)]
mod calibrating;
#[cfg(test)]
mod case;
#[cfg(test)]
mod certification_case;
#[cfg(test)]
mod certifying;
#[cfg(test)]
mod certifying_anybody;
#[cfg(test)]
mod certifying_cohort;
#[cfg(test)]
mod certifying_domains;
#[cfg(test)]
mod choosing;
#[cfg(test)]
mod cohorts;
#[cfg(test)]
mod criteria;
#[cfg(test)]
mod drifting;
#[cfg(test)]
mod fitting;
#[cfg(test)]
mod judging;
#[cfg(test)]
mod population;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod refusing_calibration;
#[cfg(test)]
mod replaying;
#[cfg(test)]
mod robust_calibration;
#[cfg(test)]
mod robust_fit;
#[cfg(test)]
mod score_fitting;
#[cfg(test)]
mod simulating;
#[cfg(test)]
mod studying;
#[cfg(test)]
mod trying_out;
#[cfg(test)]
mod watching;
