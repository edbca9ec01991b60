//! The program is asked to stop while many people answer: it ends what it began, says so to everybody, and exits well.

use crate::killed::{answer_until, candidates};
use crate::ledger::Ledger;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread")]
async fn stop_amid_answers_sqlite() {
    let mut site = Site::on_sqlite();
    let people = candidates(&site).await;
    let mut ended = None;
    let done = answer_until(&mut site, &people, |site| ended = Some(site.stop())).await;
    let ended = ended.expect("it stopped");
    assert!(ended.success(), "asked to stop, the program exits with 0: {ended}");
    let ledger = Ledger::of(&site).await;
    let mut cut = 0;
    for (person, done) in people.iter().zip(&done) {
        let kept = ledger.kept(person).await;
        let each_once: Vec<i64> = (1..=i64::from(done.accepted)).collect();
        assert_eq!(kept.positions(), each_once, "what was accepted, and nothing else: {done:?}");
        assert_eq!(kept.state, ledger.rebuilt(&kept), "the state is the one that the answers make");
        cut += usize::from(done.accepted < done.sent);
    }
    assert!(cut > 0, "the stop comes while answers are under way");
}
