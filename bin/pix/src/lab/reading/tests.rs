//! What is wrong with a file is told with its line, what was expected and what to do.

use super::*;
use measure::irt::Response;

fn sheet(text: &str) -> Sheet {
    Sheet::parse("FILE", text).expect("a sheet")
}

fn refused<T>(result: Result<T, FileError>, expected: &str) {
    let Err(error) = result else { panic!("read, though expected: {expected}") };
    let told = error.to_string();
    assert!(told.contains(expected), "{told}\ninstead of\n{expected}");
}

#[test]
fn tables() {
    let check = |text: &str, expected: &str| refused(Sheet::parse("FILE", text), expected);
    check("", "FILE: is empty");
    check("item,alpha\n", "FILE: is empty");
    check("item,alpha\n1,2\n3\n", "FILE, line 3: 1 fields, expected 2");
    refused(Sheet::read(std::path::Path::new("/nowhere/at/all.csv")), "/nowhere/at/all.csv: cannot be read");
    refused(Sheet::read(std::path::Path::new("/")), "/: cannot be read");
}

#[test]
fn banks() {
    let check = |text: &str, expected: &str| refused(bank(&sheet(text)), expected);
    check("item,alpha\nA,1\n", "line 1: the columns are item, alpha: expected one named delta");
    check("item,alpha,delta\nA,1,0\nB,,0\n", "line 3: B is not calibrated");
    check("item,alpha,delta\nA,1,x\n", "line 2: delta is \"x\": expected a number");
    check("item,alpha,delta\nA,1,NaN\n", "line 2: delta is \"NaN\": expected a number");
    check("item,alpha,delta\nA,1,0\nB,0,0\n", "line 3: B: discrimination 0");
    check("item,alpha,delta\nA,1,0\nB,1,0\nA,1,0\n", "line 4: A: two items have this name");
    check("item,alpha,delta,tube\nA,1,0,-1\n", "line 2: tube is \"-1\": expected a whole number");
    let read = bank(&sheet("item,alpha,delta,competence\nA,1,0,4\nB, 2 ,-1,4\n")).expect("a bank");
    let item = read.get(1).expect("an item");
    assert_eq!((item.name.as_str(), item.competence, item.tube), ("B", 4, 1));
    assert_eq!(parameters(&sheet("item,alpha,delta\nA,1,0\n")).expect("parameters").len(), 1);
}

#[test]
fn earlier_calibrations() {
    let check = |text: &str, expected: &str| refused(measured(&sheet(text)), expected);
    check("item,alpha,delta\nA,1,0\n", "expected one named alpha_error");
    let head = "item,alpha,delta,guessing,alpha_error,delta_error\n";
    let check = |lines: &str, expected: &str| check(&format!("{head}{lines}"), expected);
    check("A,1,0,0,0.1,x\n", "line 2: delta_error is \"x\": expected a number");
    check("A,1,0,0,0.1,0.1\nB,1,0,0,0,0.1\n", "line 3: alpha_error is \"0\": expected a standard error");
    check("A,1,0,0,0.1,0.1\nA,1,0,0,0.1,0.1\n", "line 3: A: two items have this name");
    let read = measured(&sheet(&format!("{head}A,1,0,0,,\nB,2,1,0.2,0.3,0.4\n"))).expect("items");
    let [(name, item)] = read.as_slice() else { panic!("one item has errors: {read:?}") };
    assert_eq!((name.as_str(), item.errors.difficulty, item.guessing), ("B", 0.4, 0.2));
    assert_eq!(named(&sheet("item,why\nA,old\nB,old\n")).expect("names"), ["A", "B"]);
    refused(named(&sheet("name\nA\n")), "expected one named item");
}

#[test]
fn scales() {
    let check =
        |text: &str, expected: &str| refused(scale(&sheet(&format!("min,max,from,to\n{text}"))), expected);
    check("1,0,0,64\n", "line 2: interval 0 goes from ability 1 to 0");
    check("0,1,64,64\n", "line 2: interval 0 goes from ability 0 to 1 and from 64 to 64 pix");
    check(
        "0,1,0,64\n0.5,2,64,128\n",
        "line 3: interval 1 begins at ability 0.5, inside the one before: expected 1",
    );
    check("0,1,0,64\n1.5,2,64,128\n", "line 3: interval 1 begins at ability 1.5, after a gap: expected 1");
    check("0,1,0,64\n1,2,70,128\n", "line 3: interval 1 begins at 70 pix: expected 64");
    check("0,1,0,64\n1,90,64,128\n", "begins at ability 90");
    check("0,one,0,64\n", "line 2: max is \"one\"");
    assert_eq!(scale(&sheet("min,max,from,to\n0,1,0,64\n1,2,64,128\n")).expect("a scale").worth(1.5).pix, 96);
}

#[test]
fn true_abilities() {
    refused(abilities(&sheet("theta\n0\n99\n")), "line 3: theta is \"99\": expected an ability");
    refused(abilities(&sheet("ability\n0\n")), "expected one named theta");
    assert_eq!(abilities(&sheet("examinee,theta\n0,-1.5\n1,2\n")).expect("abilities"), [-1.5, 2.0]);
}

#[test]
fn answers() {
    let check = |text: &str, expected: &str| refused(answered(&sheet(text)), expected);
    check("item,response\nA,1\n", "expected one named person");
    check("person,response\n1,1\n", "expected one named item");
    check("person,item,response\n1,A,2\n", "line 2: response is \"2\": expected 1 for right");
    check("person,item,response\n1,A,1\n2,A,0\n1,A,0\n", "line 4: person 1 answered A twice");
    check("person,item,response,group\n1,A,1,x\n1,B,1,y\n", "line 3: person 1 is in two groups");
    check("person,responses\n1,0101\n2,010\n", "line 3: 3 responses: expected 4");
    check("person,responses\n1,01x1\n", "line 2: response 2 is \"x\"");
    check("person,responses\n1,01\n1,01\n", "line 3: person 1 comes twice");
    check("person,A,A\n1,1,0\n", "line 1: two columns are named A");
    check("person,A,B\n1,1,yes\n", "line 2: B is \"yes\"");
    let shapes = [
        "person,item,response\nP,A,1\nP,B,0\nQ,B,1\n",
        "person,A,B\nP,1,0\nQ,,1\n",
        "person,responses\nP,10\nQ,.1\n",
    ];
    for text in shapes {
        let read = answered(&sheet(text)).expect("answers");
        assert_eq!(read.responses.names().len(), 2);
        assert_eq!(read.responses.of(1), [Response { item: 1, right: true }], "{text}");
        assert_eq!(read.responses.right_counts(), [1, 1]);
    }
}

#[test]
fn answers_one_by_one() {
    let read = |text: &str| {
        let sheet = sheet(text);
        let answered = answered(&sheet).expect("answers");
        records(&sheet, &answered)
    };
    let check = |text: &str, expected: &str| refused(read(text), expected);
    check("person,A\n1,1\n", "line 1: the columns are person, A: expected one named item");
    check(
        "person,item,response,seconds\n1,A,1,\n1,B,1,0\n",
        "line 3: seconds is \"0\": expected seconds, above 0",
    );
    check("person,item,response,seconds\n1,A,1,soon\n", "line 2: seconds is \"soon\": expected a number");
    let found = read("person,item,response,seconds\nQ,A,1,12.5\nP,A,0,\nQ,B,0,3\n").expect("records");
    let told: Vec<_> =
        found.iter().map(|one| (one.answer.person, one.answer.item, one.seconds, one.line)).collect();
    assert_eq!(told, [(0, 0, Some(12.5), 2), (1, 0, None, 3), (0, 1, Some(3.0), 4)]);
}

#[test]
fn lines_go_with_time() {
    let check =
        |text: &str, expected: &str| refused(ordered(&sheet(&format!("person,time\n{text}"))), expected);
    check("1,9\n2,10\n3,9.5\n", "line 4: time is \"9.5\": expected 10 or later");
    check("1,2026-11-26T09:00\n2,2026-11-25T18:00\n", "line 3: time is \"2026-11-25T18:00\"");
    for text in
        ["person\n1\n2\n", "person,time\n1,9\n2,10\n3,10\n", "person,time\n1,2026-01-09\n2,2026-01-10\n"]
    {
        assert_eq!(ordered(&sheet(text)), Ok(()), "{text}");
    }
}

#[test]
fn sessions() {
    let text = "person,item,response,session\n1,A,1,Lyon\n2,A,1,Nice\n1,B,0,Lyon\n";
    assert_eq!(answered(&sheet(text)).expect("answers").sessions, [0, 1]);
    refused(
        answered(&sheet("person,item,response,session\n1,A,1,x\n1,B,1,y\n")),
        "line 3: person 1 is in two sessions",
    );
    let columns = answered(&sheet("person,session,A\n1,x,1\n2,x,0\n")).expect("answers");
    assert_eq!((columns.sessions, columns.responses.names().len()), (vec![0, 0], 1));
}
