//! One person of a list, in the same shape whatever the format.

use jiff::civil::Date;

/// A person as the file of a school tells of them. What a format does not know stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Learner {
    /// The line of the file where the person stands.
    pub line: u64,
    /// What tells this person from any other of the list.
    pub key: Option<Key>,
    /// First name.
    pub first_name: String,
    /// Second first name.
    pub second_name: Option<String>,
    /// Third first name.
    pub third_name: Option<String>,
    /// Name of birth.
    pub last_name: String,
    /// The name the person goes by.
    pub usual_name: Option<String>,
    /// Birth date.
    pub birth_date: Option<Date>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Where the person was born.
    pub birth: BirthPlace,
    /// Class (division).
    pub class: Option<String>,
    /// Groups beside the class.
    pub groups: Vec<String>,
    /// Level of a school for young children, such as `CM1`.
    pub level: Option<String>,
    /// National code of what is taught (MEF).
    pub mef: Option<String>,
    /// Whether the person is at school or an apprentice.
    pub status: Option<Status>,
    /// E-mail address.
    pub email: Option<String>,
    /// Diploma prepared: one of [`crate::sup::DIPLOMAS`], or [`crate::sup::UNRECOGNISED`].
    pub diploma: Option<String>,
    /// Study scheme: one of [`crate::sup::SCHEMES`], or [`crate::sup::UNRECOGNISED`].
    pub scheme: Option<String>,
    /// Department of a university (composante).
    pub department: Option<String>,
    /// Teaching team (équipe pédagogique).
    pub team: Option<String>,
    /// The other columns of a generic format that are filled: name and value, dates as `2024-05-03`.
    pub extra: Vec<(String, String)>,
}

/// What tells a person from any other of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// The national number of a pupil (INE), or of an apprentice (INA).
    National(String),
    /// The number of a student at a university.
    Student(String),
    /// Something else that the format uses.
    Other(String),
}

/// The sex written in a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// `F`, or `2`.
    Female,
    /// `M`, or `1`.
    Male,
}

/// How a person is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// At school: `ST`.
    Pupil,
    /// As an apprentice: `AP`.
    Apprentice,
}

impl Status {
    /// The two codes that the registers use.
    pub(crate) const CODES: [(&'static str, Self); 2] = [("ST", Self::Pupil), ("AP", Self::Apprentice)];
}

/// Where a person was born, in the codes of the national institute of statistics.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BirthPlace {
    /// Code of a French city, such as `2A004`.
    pub city_code: Option<String>,
    /// Name of a city abroad.
    pub city: Option<String>,
    /// Code of the department: `33`, `2A`, `974`, `99` abroad.
    pub department: Option<String>,
    /// Code of the country in three digits; 100 is France.
    pub country: Option<String>,
}
