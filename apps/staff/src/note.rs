//! What the staff do is written in the audit, in the same transaction.

use store::audit::{self, Entry};
use store::{AuditId, Tx};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

/// Writes a line: who did what to what, by ids; `detail` holds no name and no address.
pub async fn note(
    house: &House,
    tx: &mut Tx,
    staff: &Staff,
    action: &str,
    (subject, detail): (String, String),
) -> Result<(), Refusal> {
    let at = house.clock.now();
    let entry = Entry {
        id: AuditId::new(at, house.entropy.number()?),
        at,
        actor: staff.person.id.to_string(),
        action: action.to_owned(),
        subject,
        detail,
    };
    audit::record(tx, &entry).await?;
    Ok(())
}
