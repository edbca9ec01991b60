//! Mails of this app: written to the outbox in the same transaction as what they tell.

use store::invitation::Invitation;
use store::outbox::{self, Mail};
use store::{MailId, Tx};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;
use web::words::Value;

/// Writes the mail of an invitation, with its link, in the language of whoever invites.
pub async fn invite(
    house: &House,
    tx: &mut Tx,
    member: &Member,
    invitation: &Invitation,
) -> Result<(), Refusal> {
    let (words, now) = (member.frame.words(), house.clock.now());
    let link = format!("{}/invitations/{}", house.site.base_url, invitation.code);
    let facts: [(&'static str, Value<'_>); 5] = [
        ("name", house.site.name.as_str().into()),
        ("organisation", member.organisation.name.as_str().into()),
        ("person", member.person.name.as_str().into()),
        ("contact", house.site.contact.as_str().into()),
        ("link", link.into()),
    ];
    let mail = Mail {
        id: MailId::new(now, house.entropy.number()?),
        recipient: invitation.email.clone(),
        subject: words.with("invite-mail-subject", &facts),
        body: words.with("invite-mail-body", &facts),
        created_at: now,
        tries: 0,
    };
    Ok(outbox::put(tx, &mail).await?)
}
