//! What people of an organisation do to its learners is written in the audit, in the same transaction.

use store::audit::{self, Entry};
use store::{AuditId, Tx};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

/// Writes a line for each subject, an id: who did what to it, and in which organisation; no name and no address.
pub async fn note(
    house: &House,
    tx: &mut Tx,
    member: &Member,
    action: &str,
    subjects: impl IntoIterator<Item = String>,
) -> Result<(), Refusal> {
    let at = house.clock.now();
    let mut lines = Vec::new();
    for subject in subjects {
        lines.push((AuditId::new(at, house.entropy.number()?), subject));
    }
    let entry = Entry {
        id: AuditId::new(at, 0),
        at,
        actor: member.person.id.to_string(),
        action: action.to_owned(),
        subject: String::new(),
        detail: format!("organisation {}", member.organisation.id),
    };
    audit::record_each(tx, &entry, lines).await?;
    Ok(())
}
