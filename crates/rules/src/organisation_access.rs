//! Who may do what in an organisation, and when somebody may leave it.

/// Somebody among the people of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether they may do everything there.
    pub admin: bool,
    /// Whether the campaign in question is theirs; false where there is none.
    pub owner: bool,
}

/// What one may want to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Make a campaign, or a copy of one.
    CreateCampaign,
    /// Read results and take them out.
    ReadResults,
    /// Change, archive or delete a campaign or a participation in it.
    ChangeCampaign,
    /// Invite people, change their roles, remove them.
    ManageTeam,
    /// Import class lists, delete learners.
    ManageLearners,
    /// See the certification results of a class.
    ReadCertifications,
    /// Give a pupil a username, or a new password.
    HelpLearners,
}

impl Act {
    /// Everything one may want to do.
    pub const ALL: [Self; 7] = [
        Self::CreateCampaign,
        Self::ReadResults,
        Self::ChangeCampaign,
        Self::ManageTeam,
        Self::ManageLearners,
        Self::ReadCertifications,
        Self::HelpLearners,
    ];
}

/// Whether somebody may do something.
#[must_use]
pub const fn may(act: Act, standing: Standing) -> bool {
    match act {
        Act::CreateCampaign | Act::ReadResults | Act::HelpLearners => true,
        Act::ChangeCampaign => standing.admin || standing.owner,
        Act::ManageTeam | Act::ManageLearners | Act::ReadCertifications => standing.admin,
    }
}

/// The organisation would be left without anybody who may do everything. Expected: another administrator first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastAdmin;

/// Whether somebody may stop being an administrator, by leaving, being removed or becoming a member; `admins` counts
/// them too.
///
/// # Errors
/// [`LastAdmin`].
pub const fn step_down(admin: bool, admins: i64) -> Result<(), LastAdmin> {
    if admin && admins <= 1 { Err(LastAdmin) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_may_what_the_table_says() {
        let who = [(true, true), (true, false), (false, true), (false, false)];
        let table = [
            (Act::CreateCampaign, [true, true, true, true]),
            (Act::ReadResults, [true, true, true, true]),
            (Act::ChangeCampaign, [true, true, true, false]),
            (Act::ManageTeam, [true, true, false, false]),
            (Act::ManageLearners, [true, true, false, false]),
            (Act::ReadCertifications, [true, true, false, false]),
            (Act::HelpLearners, [true, true, true, true]),
        ];
        assert_eq!(table.map(|(act, _)| act), Act::ALL);
        for (act, expected) in table {
            let seen = who.map(|(admin, owner)| may(act, Standing { admin, owner }));
            assert_eq!(seen, expected, "{act:?} by an admin who owns it, an admin, an owner, a member");
        }
    }

    #[test]
    fn the_last_administrator_stays() {
        for (admin, admins, expected) in [
            (true, 1, Err(LastAdmin)),
            (true, 2, Ok(())),
            (false, 1, Ok(())),
            (false, 2, Ok(())),
            (true, 0, Err(LastAdmin)),
            (false, 0, Ok(())),
        ] {
            assert_eq!(step_down(admin, admins), expected, "admin: {admin}, of {admins}");
        }
    }
}
