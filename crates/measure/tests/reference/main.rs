//! What the reference's certification promises: recorded cases give the recorded results, its tables are applied row by
//! row, and nothing that is handed in gives something else than numbers or a typed error.

#[cfg(test)]
mod awarding;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod replaying;
#[cfg(test)]
mod scoring;
#[cfg(test)]
mod selecting;
