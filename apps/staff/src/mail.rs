//! Mails of this app: written to the outbox in the same transaction as what they tell.

use store::invitation::Invitation;
use store::outbox::{self, Mail};
use store::{MailId, Tx};
use web::Words;
use web::house::House;
use web::refusal::Refusal;
use web::words::Value;

/// Writes the mail of an invitation to an organisation, with its link, in the language of whoever invites. Who that is
/// of the staff is nobody's concern: the service invites.
pub async fn invite(
    house: &House,
    tx: &mut Tx,
    (words, organisation): (Words, &str),
    invitation: &Invitation,
) -> Result<(), Refusal> {
    let now = house.clock.now();
    let link = format!("{}/invitations/{}", house.site.base_url, invitation.code);
    let facts: [(&'static str, Value<'_>); 4] = [
        ("name", house.site.name.as_str().into()),
        ("organisation", organisation.into()),
        ("contact", house.site.contact.as_str().into()),
        ("link", link.into()),
    ];
    let mail = Mail {
        id: MailId::new(now, house.entropy.number()?),
        recipient: invitation.email.clone(),
        subject: words.with("staff-invite-mail-subject", &facts),
        body: words.with("staff-invite-mail-body", &facts),
        created_at: now,
        tries: 0,
    };
    Ok(outbox::put(tx, &mail).await?)
}
