//! Pupils in the tables of OneRoster 1.2 (1EdTech, CSV binding), packed in an archive; those of 1.1 are read too.
//!
//! `users.csv` and `orgs.csv` have to be there; `roles.csv` (of 1.1: a column of the users), `classes.csv`,
//! `enrollments.csv` and `demographics.csv` complete them.

mod package;
mod school;

use std::collections::HashSet;

use crate::archive::{Archive, is_archive};
use crate::fault::{Fault, FaultCode, Faults};
use crate::field::Fields;
use crate::gathering::{Gathering, bound, settled};
use crate::learner::{Key, Learner};
use crate::limits::Limits;
use crate::reading::{Reading, SkipReason, Skipped};
use crate::table::Column;
use package::Package;
use school::School;

const USERS: &str = "users.csv";
const COLUMNS: [Column<'_>; 12] = [
    Column::required("sourcedId"),
    Column::required("givenName"),
    Column::required("familyName"),
    Column::optional("middleName"),
    Column::optional("preferredFamilyName"),
    Column::optional("status"),
    Column::optional("enabledUser"),
    Column::optional("role"),
    Column::optional("orgSourcedIds"),
    Column::optional("primaryOrgSourcedId"),
    Column::optional("email"),
    Column::optional("grades"),
];

/// Reads the pupils of the school whose organisation has `school` (the UAI) as its identifier.
///
/// Who is to be deleted or is not enabled has left; pupils of other schools of the same archive are told too.
#[must_use]
pub fn read(bytes: &[u8], school: &str, limits: &Limits) -> Reading {
    settled(gather(bytes, school, limits))
}

fn gather(bytes: &[u8], school: &str, limits: &Limits) -> Result<Gathering, Faults> {
    limits.admit(bytes)?;
    if !is_archive(bytes) {
        return Err(Fault::new(FaultCode::InvalidFile).expected(["ZIP"]).into());
    }
    let mut package = Package::open(Archive::open(bytes, limits)?)?;
    let mut gathering = Gathering::default();
    let school = School::read(&mut package, school, &mut gathering.faults)?;
    let mut users = Users {
        school,
        met: HashSet::new(),
        learners: Vec::new(),
        skipped: Vec::new(),
        most: limits.learners,
    };
    let columns = columns(&package);
    package.each(USERS, &columns, &mut gathering.faults, |fields| users.meet(fields))?;
    (gathering.learners, gathering.skipped) = (users.learners, users.skipped);
    Ok(gathering)
}

/// The columns of the users: their role has to stand among them when no table of its own tells it.
fn columns(package: &Package<'_>) -> [Column<'static>; 12] {
    let told = package.has("roles.csv");
    COLUMNS.map(|column| Column { required: column.required || (!told && column.name == "role"), ..column })
}

/// The users met so far.
struct Users {
    school: School,
    met: HashSet<String>,
    learners: Vec<Learner>,
    skipped: Vec<Skipped>,
    most: usize,
}

impl Users {
    /// Keeps a user who is a pupil of this school.
    fn meet(&mut self, fields: &mut Fields<'_>) -> Result<(), Faults> {
        let id = fields.needed("sourcedId");
        if !self.school.is_student(&id, fields.row.cell("role")) {
            return Ok(());
        }
        if let Some(why) = self.reason_to_skip(&id, fields) {
            let (last_name, first_name) = (fields.row.cell("familyName"), fields.row.cell("givenName"));
            self.skipped.push(Skipped::new(fields.row.line, last_name, first_name, why));
        } else {
            let learner = self.learner(id, fields);
            self.learners.push(learner);
        }
        bound(&self.learners, &self.skipped, self.most)
    }

    fn learner(&mut self, id: String, fields: &mut Fields<'_>) -> Learner {
        // Case tells identifiers apart here.
        if !self.met.insert(id.clone()) {
            fields.refuse(fields.fault(FaultCode::IdentifierUnique, "sourcedId"));
        }
        let (class, groups) = self.school.places(&id);
        let demographics = self.school.demographics(&id);
        Learner {
            line: fields.row.line,
            first_name: fields.needed("givenName"),
            second_name: fields.given("middleName"),
            last_name: fields.needed("familyName"),
            usual_name: fields.given("preferredFamilyName"),
            birth_date: demographics.birth_date,
            sex: demographics.sex,
            email: fields.given_email("email"),
            level: fields.given("grades"),
            class,
            groups,
            key: Some(Key::Other(id)),
            ..Learner::default()
        }
    }

    fn reason_to_skip(&self, id: &str, fields: &Fields<'_>) -> Option<SkipReason> {
        let row = fields.row;
        if row.cell("status").eq_ignore_ascii_case("tobedeleted")
            || row.cell("enabledUser").eq_ignore_ascii_case("false")
        {
            return Some(SkipReason::Left);
        }
        let orgs = row.cell("orgSourcedIds").split(',').chain([row.cell("primaryOrgSourcedId")]);
        (!self.school.has(id, orgs)).then_some(SkipReason::OtherSchool)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::packed;
    use crate::learner::Sex;

    const SCHOOL: &str = "0999901Z";
    const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
        o1,,,Collège,school,0999901Z,\no2,,,Lycée,school,0999902A,\n";
    const CLASSES: &str = "sourcedId,status,title,classType,schoolSourcedId\n\
        c1,,Anglais,scheduled,o1\nc2,,6A,homeroom,o1\nc3,,2B,homeroom,o2\n";
    const ENROLLMENTS: &str = "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\n\
        e1,,c1,o1,u1,student\ne2,,c2,o1,u1,student\ne3,,c2,o1,u5,teacher\ne4,,c1,o1,u2,student\n";
    const ROLES: &str = "sourcedId,status,userSourcedId,roleType,role,orgSourcedId\n\
        r1,,u1,primary,student,o1\nr2,,u2,primary,student,o1\nr3,,u3,primary,student,o2\n\
        r4,,u4,primary,student,o1\nr5,,u5,primary,teacher,o1\n";
    const PEOPLE: &str = "sourcedId,status,enabledUser,username,givenName,familyName,middleName,email\n\
        u1,active,true,lr,Léa,ROUX,Anne,LEA@x.fr\nu2,,true,tr,Tom,ROUX,,\nu3,,true,ab,Ali,BA,,\n\
        u4,tobedeleted,,pl,Paul,LUX,,\nu5,,true,mp,Marie,PROF,,\n";
    const DEMOGRAPHICS: &str = "sourcedId,status,birthDate,sex\nu1,,2014-12-12,female\nu2,,2014-12-12,male\n";

    fn reading(changes: &[(&str, &str)]) -> Reading {
        let files = [
            ("orgs.csv", ORGS),
            ("classes.csv", CLASSES),
            ("enrollments.csv", ENROLLMENTS),
            ("roles.csv", ROLES),
            (USERS, PEOPLE),
            ("demographics.csv", DEMOGRAPHICS),
        ];
        let kept = files.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let written = changes.iter().filter(|(_, text)| !text.is_empty());
        let files: Vec<(&str, &[u8])> =
            kept.chain(written).map(|(name, text)| (*name, text.as_bytes())).collect();
        read(&packed(&files), SCHOOL, &Limits::default())
    }

    #[test]
    fn pupils_of_a_school_are_read() {
        let reading =
            reading(&[("manifest.csv", "propertyName,value\nfile.users,bulk\nfile.results,absent\n")]);
        assert_eq!(reading.faults, []);
        let [lea, tom] = reading.learners.as_slice() else { panic!("two pupils: {:?}", reading.learners) };
        assert_eq!((lea.class.as_deref(), lea.groups.as_slice()), (Some("6A"), &["Anglais".to_owned()][..]));
        assert_eq!((lea.sex, lea.birth_date), (Some(Sex::Female), Some(jiff::civil::date(2014, 12, 12))));
        assert_eq!((lea.second_name.as_deref(), lea.email.as_deref()), (Some("Anne"), Some("lea@x.fr")));
        assert_eq!(lea.key, Some(Key::Other("u1".to_owned())));
        // Whoever has no homeroom has their first class.
        assert_eq!((tom.class.as_deref(), tom.groups.len()), (Some("Anglais"), 0));
        let told: Vec<_> =
            reading.skipped.iter().map(|told| (told.line, told.who.as_str(), told.why)).collect();
        assert_eq!(told, [(4, "BA Ali", SkipReason::OtherSchool), (5, "LUX Paul", SkipReason::Left)]);
    }

    #[test]
    fn the_users_of_version_1_1_say_their_role() {
        let people = "sourcedId,status,orgSourcedIds,role,givenName,familyName\n\
            u1,,\"o9,o1\",student,Léa,ROUX\nu2,,o2,student,Tom,ROUX\nu3,,o1,teacher,Ali,BA\n";
        let reading = reading(&[("roles.csv", ""), ("enrollments.csv", ""), (USERS, people)]);
        let names: Vec<_> = reading.learners.iter().map(|learner| learner.first_name.as_str()).collect();
        assert_eq!((names, reading.skipped.len(), reading.faults), (vec!["Léa"], 1, vec![]));
    }

    /// Reads the archive with some tables changed; one fault is expected.
    fn check(changes: &[(&str, &str)], code: FaultCode, line: Option<u64>, field: &str) {
        let faults = reading(changes).faults;
        let found: Vec<_> =
            faults.iter().map(|fault| (fault.code, fault.line, fault.field.as_deref())).collect();
        assert_eq!(found, [(code, line, Some(field))], "{changes:?}");
    }

    #[test]
    fn every_refusal_of_an_archive() {
        let delta = "propertyName,value\nfile.users,delta\n";
        check(&[("manifest.csv", delta)], FaultCode::FieldBadValues, Some(2), "manifest.csv: file.users");
        check(&[(USERS, "")], FaultCode::InvalidFile, None, USERS);
        check(&[("orgs.csv", "")], FaultCode::InvalidFile, None, "orgs.csv");
        check(&[("roles.csv", "")], FaultCode::HeaderRequired, Some(1), "users.csv: role");
        let elsewhere = ORGS.replace(SCHOOL, "0999903B");
        check(&[("orgs.csv", &elsewhere)], FaultCode::UaiMismatched, None, "orgs.csv: identifier");
        let unborn = "sourcedId,birthDate\nu1,12/12/2014\n";
        let born = "demographics.csv: birthDate";
        check(&[("demographics.csv", unborn)], FaultCode::FieldDateFormat, Some(2), born);
    }

    #[test]
    fn every_refusal_of_a_user() {
        let user = |line: &str, code: FaultCode, column: &str| {
            let header = "sourcedId,givenName,familyName,email,primaryOrgSourcedId";
            let people = format!("{header}\nu1,Léa,ROUX,,o1\n{line}\n");
            check(&[(USERS, &people)], code, Some(3), &format!("users.csv: {column}"));
        };
        user("u2,,ROUX,,", FaultCode::FieldRequired, "givenName");
        user("u2,Tom,,,", FaultCode::FieldRequired, "familyName");
        user("u2,Tom,ROUX,t@,", FaultCode::FieldEmailFormat, "email");
        user("u1,Tom,ROUX,,o1", FaultCode::IdentifierUnique, "sourcedId");
        let nameless = "sourcedId,givenName\nu1,Léa\n";
        check(&[(USERS, nameless)], FaultCode::HeaderRequired, Some(1), "users.csv: familyName");
    }

    #[test]
    fn people_and_lines_are_bounded() {
        let check = |learners: usize, expected: Option<FaultCode>| {
            let files: [(&str, &[u8]); 4] = [
                ("orgs.csv", ORGS.as_bytes()),
                ("roles.csv", ROLES.as_bytes()),
                ("enrollments.csv", ENROLLMENTS.as_bytes()),
                (USERS, PEOPLE.as_bytes()),
            ];
            let reading = read(&packed(&files), SCHOOL, &Limits { learners, ..Limits::default() });
            assert_eq!(reading.faults.first().map(|fault| fault.code), expected, "{learners}");
        };
        check(4, None);
        check(3, Some(FaultCode::PayloadTooLarge));
        check(0, Some(FaultCode::PayloadTooLarge));
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b"sourcedId,givenName\n"[..], b"PK\x03\x04?"] {
            let reading = read(bytes, SCHOOL, &Limits::default());
            assert_eq!(reading.faults.first().map(|fault| fault.code), Some(FaultCode::InvalidFile));
        }
    }
}
