//! How often something may be asked for: enough for a class, or a school, behind one network address; too little for
//! whoever guesses passwords or floods mailboxes.

/// So many uses at once, then one after each pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// What it is for; stays the same for ever.
    pub name: &'static str,
    /// Uses at once.
    pub at_once: i64,
    /// The time that gives one use back, in milliseconds.
    pub every: i64,
}

impl Allowance {
    /// How far ahead the uses at once reach, in milliseconds.
    #[must_use]
    pub const fn ahead(self) -> i64 {
        self.at_once * self.every
    }

    /// After how many seconds whoever was refused may try again.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.every / 1000
    }
}

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;

/// Failed sign-ins from one address: eight classes whose pupils all forgot their password once. Whoever succeeds has
/// used nothing.
pub const SIGN_IN: Allowance = Allowance { name: "sign-in", at_once: 300, every: 10 * SECOND };
/// Accounts from one address: eight classes on the first day, and their mistakes in the form.
pub const SIGN_UP: Allowance = Allowance { name: "sign-up", at_once: 400, every: 10 * SECOND };
/// Forms of registration by a class list from one address: eight classes on the first day, at two pages each, and a
/// mistake. A name that the list does not have is a wrong code besides.
pub const REGISTRATION: Allowance = Allowance { name: "registration", at_once: 1000, every: 10 * SECOND };
/// Wrong birth dates for one line of a class list, wherever they are typed: more than a pupil is wrong about their own, too
/// few to find one by trying the days of a year.
pub const BIRTH_DATE: Allowance = Allowance { name: "birth-date", at_once: 10, every: 60 * MINUTE };
/// People who begin without an account at one address: as many as sign up.
pub const ENTRY: Allowance = Allowance { name: "entry", at_once: 400, every: 10 * SECOND };
/// Mails for a forgotten password, asked for from one address.
pub const PASSWORD_RESET: Allowance = Allowance { name: "password-reset", at_once: 100, every: 30 * SECOND };
/// Wrong answers at one address of those who left school and look for their account: the classes of a training centre,
/// each wrong more than once. Names, birth date and number have to be right together. Whoever is right, or forgot a field,
/// has used nothing.
pub const SCHOOL_LEAVING: Allowance = Allowance { name: "school-leaving", at_once: 300, every: MINUTE };
/// Uses of links in mails from one address: each costs the hash of a password.
pub const MAIL_LINK: Allowance = Allowance { name: "mail-link", at_once: 200, every: 10 * SECOND };
/// Wrong codes of campaigns and invitations typed by one person: a bad morning of misreading, not a search.
pub const CODE_OF_ACCOUNT: Allowance = Allowance { name: "code-account", at_once: 30, every: MINUTE };
/// Wrong codes typed at one address by whoever has not signed in: a class in which everybody is wrong ten times.
pub const CODE_OF_ADDRESS: Allowance = Allowance { name: "code-address", at_once: 300, every: 10 * SECOND };
/// Codes and confirmations sent by mail, asked for by one session.
pub const MAIL_CODE: Allowance = Allowance { name: "mail-code", at_once: 5, every: 10 * MINUTE };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_refused_is_told_a_time() {
        let all = [
            SIGN_IN,
            SIGN_UP,
            REGISTRATION,
            BIRTH_DATE,
            PASSWORD_RESET,
            SCHOOL_LEAVING,
            MAIL_LINK,
            CODE_OF_ACCOUNT,
            CODE_OF_ADDRESS,
            MAIL_CODE,
        ];
        for allowance in all {
            assert!(allowance.seconds() >= 1, "{allowance:?}");
            assert_eq!(allowance.ahead() / allowance.every, allowance.at_once);
        }
    }

    #[test]
    fn a_school_can_begin_and_a_guesser_cannot() {
        let classes = 4 * 35;
        assert!(SIGN_UP.at_once > 2 * classes, "everybody signs up, and corrects a mistake");
        assert!(SIGN_IN.at_once > 2 * classes, "everybody is wrong twice");
        let guesses_a_day = SIGN_IN.at_once + 24 * 60 * MINUTE / SIGN_IN.every;
        assert!(guesses_a_day < 10_000, "{guesses_a_day}");
    }

    #[test]
    fn eight_classes_register_and_nobody_finds_a_birth_date_by_trying() {
        let pupils = 8 * 35;
        assert!(REGISTRATION.at_once > 3 * pupils, "two pages each, and a mistake");
        let days_a_week = BIRTH_DATE.at_once + 7 * 24 * 60 * MINUTE / BIRTH_DATE.every;
        assert!(days_a_week < 365 / 2, "{days_a_week} days of one year");
    }

    #[test]
    fn a_class_mistypes_codes_and_nobody_finds_one_by_trying() {
        // A learner who reads badly; a class in which everybody is wrong five times.
        for (allowance, least) in [(CODE_OF_ACCOUNT, 10), (CODE_OF_ADDRESS, 30 * 5)] {
            assert!(allowance.at_once >= least, "{allowance:?}");
            let guesses_a_year = allowance.at_once + 365 * 24 * 60 * MINUTE / allowance.every;
            // Six letters and three digits, without the look-alikes: at least 20 letters and 8 digits.
            let codes = 20_i64.pow(6) * 8_i64.pow(3);
            assert!(guesses_a_year < codes / 1000, "{allowance:?}: {guesses_a_year}");
        }
    }
}
