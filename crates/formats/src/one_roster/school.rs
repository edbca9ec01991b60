//! What the other tables say of a school and its pupils.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::package::Package;
use crate::day::DayStyle;
use crate::fault::{Fault, FaultCode, Faults};
use crate::field::Fields;
use crate::learner::Sex;
use crate::table::Column;

const STUDENT: &str = "student";
const HOMEROOM: &str = "homeroom";
/// The most classes, and organisations, of a student that are kept.
const MOST_PLACES: usize = 100;

const ORGS: [Column<'_>; 3] =
    [Column::required("sourcedId"), Column::required("identifier"), Column::optional("status")];
const ROLES: [Column<'_>; 4] = [
    Column::required("userSourcedId"),
    Column::required("role"),
    Column::required("orgSourcedId"),
    Column::optional("status"),
];
const CLASSES: [Column<'_>; 5] = [
    Column::required("sourcedId"),
    Column::required("title"),
    Column::required("schoolSourcedId"),
    Column::optional("classType"),
    Column::optional("status"),
];
const ENROLLMENTS: [Column<'_>; 4] = [
    Column::required("classSourcedId"),
    Column::required("userSourcedId"),
    Column::required("role"),
    Column::optional("status"),
];
const DEMOGRAPHICS: [Column<'_>; 4] = [
    Column::required("sourcedId"),
    Column::optional("birthDate"),
    Column::optional("sex"),
    Column::optional("status"),
];

/// A school of an archive.
#[derive(Default)]
pub(super) struct School {
    orgs: HashSet<String>,
    /// The organisations where a user is a student; of version 1.1 nothing, roles stand among the users.
    student_of: Option<HashMap<String, Vec<String>>>,
    classes: HashMap<String, Class>,
    /// The classes of this school that a student is in, in the order of the table.
    enrolled: HashMap<String, Vec<String>>,
    demographics: HashMap<String, Demographics>,
}

struct Class {
    title: String,
    homeroom: bool,
}

/// What is known of the birth of a user.
#[derive(Clone, Copy, Default)]
pub(super) struct Demographics {
    pub birth_date: Option<Date>,
    pub sex: Option<Sex>,
}

impl School {
    /// Reads all that concerns the school of an identifier.
    pub fn read(package: &mut Package<'_>, identifier: &str, faults: &mut Faults) -> Result<Self, Faults> {
        package.require("orgs.csv")?;
        package.require(super::USERS)?;
        let mut school = Self::default();
        school.read_orgs(package, identifier, faults)?;
        school.read_roles(package, faults)?;
        school.read_classes(package, faults)?;
        school.read_demographics(package, faults)?;
        Ok(school)
    }

    /// Says whether a user is a student, told the role among the users.
    pub fn is_student(&self, user: &str, role: &str) -> bool {
        match &self.student_of {
            Some(students) => students.contains_key(user),
            None => role.eq_ignore_ascii_case(STUDENT),
        }
    }

    /// Says whether a student is at this school: by the role, by the organisations of the user, or by a class.
    pub fn has<'o>(&self, user: &str, orgs: impl Iterator<Item = &'o str>) -> bool {
        let by_role = self.student_of.as_ref().and_then(|students| students.get(user));
        let by_role = by_role.is_some_and(|orgs| orgs.iter().any(|org| self.orgs.contains(org)));
        by_role
            || self.enrolled.contains_key(user)
            || orgs.into_iter().any(|org| self.orgs.contains(org.trim()))
    }

    /// The class of a student and the groups beside it. The class is the homeroom; who has none has the first class.
    pub fn places(&self, user: &str) -> (Option<String>, Vec<String>) {
        let ids = self.enrolled.get(user).map_or(&[][..], Vec::as_slice);
        let mut classes: Vec<&Class> = ids.iter().filter_map(|id| self.classes.get(id)).collect();
        classes.sort_by_key(|class| !class.homeroom);
        let mut titles: Vec<String> = Vec::new();
        for class in classes {
            if !titles.contains(&class.title) {
                titles.push(class.title.clone());
            }
        }
        let mut titles = titles.into_iter();
        (titles.next(), titles.collect())
    }

    /// Birth date and sex of a user.
    pub fn demographics(&self, user: &str) -> Demographics {
        self.demographics.get(user).copied().unwrap_or_default()
    }

    fn read_orgs(
        &mut self,
        package: &mut Package<'_>,
        identifier: &str,
        faults: &mut Faults,
    ) -> Result<(), Faults> {
        package.each("orgs.csv", &ORGS, faults, |fields| {
            if is_active(fields) && fields.row.cell("identifier").eq_ignore_ascii_case(identifier.trim()) {
                self.orgs.insert(fields.row.cell("sourcedId").to_owned());
            }
            Ok(())
        })?;
        if self.orgs.is_empty() {
            let fault = Fault::new(FaultCode::UaiMismatched).field("orgs.csv: identifier");
            return Err(fault.expected([identifier]).into());
        }
        Ok(())
    }

    fn read_roles(&mut self, package: &mut Package<'_>, faults: &mut Faults) -> Result<(), Faults> {
        if !package.has("roles.csv") {
            return Ok(());
        }
        let mut students: HashMap<String, Vec<String>> = HashMap::new();
        package.each("roles.csv", &ROLES, faults, |fields| {
            let row = fields.row;
            if is_active(fields) && row.cell("role").eq_ignore_ascii_case(STUDENT) {
                let orgs = students.entry(row.cell("userSourcedId").to_owned()).or_default();
                keep(orgs, row.cell("orgSourcedId"));
            }
            Ok(())
        })?;
        self.student_of = Some(students);
        Ok(())
    }

    fn read_classes(&mut self, package: &mut Package<'_>, faults: &mut Faults) -> Result<(), Faults> {
        let Self { orgs, classes, enrolled, .. } = self;
        package.each("classes.csv", &CLASSES, faults, |fields| {
            if is_active(fields) && orgs.contains(fields.row.cell("schoolSourcedId")) {
                let title = fields.needed("title");
                let homeroom = fields.row.cell("classType").eq_ignore_ascii_case(HOMEROOM);
                classes.insert(fields.row.cell("sourcedId").to_owned(), Class { title, homeroom });
            }
            Ok(())
        })?;
        package.each("enrollments.csv", &ENROLLMENTS, faults, |fields| {
            let class = fields.row.cell("classSourcedId");
            let student = fields.row.cell("role").eq_ignore_ascii_case(STUDENT);
            if is_active(fields) && student && classes.contains_key(class) {
                let user = fields.row.cell("userSourcedId").to_owned();
                keep(enrolled.entry(user).or_default(), class);
            }
            Ok(())
        })
    }

    fn read_demographics(&mut self, package: &mut Package<'_>, faults: &mut Faults) -> Result<(), Faults> {
        package.each("demographics.csv", &DEMOGRAPHICS, faults, |fields| {
            let sex = match fields.row.cell("sex").to_lowercase().as_str() {
                "female" => Some(Sex::Female),
                "male" => Some(Sex::Male),
                _ => None,
            };
            let birth_date = fields.given_day("birthDate", DayStyle::YearFirst);
            let user = fields.row.cell("sourcedId").to_owned();
            self.demographics.insert(user, Demographics { birth_date, sex });
            Ok(())
        })
    }
}

fn keep(places: &mut Vec<String>, place: &str) {
    if places.len() < MOST_PLACES {
        places.push(place.to_owned());
    }
}

fn is_active(fields: &Fields<'_>) -> bool {
    !fields.row.cell("status").eq_ignore_ascii_case("tobedeleted")
}
