//! The report is the same, byte for byte, for any number of threads and on every run.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

#[path = "../benches/generated/mod.rs"]
mod generated;

mod engine;
mod folder;

use engine::{articles, in_package};
use folder::Folder;

#[test]
fn the_report_is_the_same_for_any_number_of_threads_and_on_every_run() {
    let mut folder = Folder::new("threads");
    for source in ["seeds", "tests/articles"].iter().flat_map(|source| articles(&in_package(source))) {
        folder = folder.with(&source.name, source.bytes);
    }
    for seed in 0..200 {
        folder = folder.with(&format!("generated/{seed:03}.txt"), generated::article(seed));
    }
    let report = |threads: &str| {
        let output = folder.run(&format!("check . --format json --threads {threads}"));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{threads} threads");
        output.stdout
    };
    let one = report("1");
    let told: serde_json::Value = serde_json::from_slice(&one).unwrap();
    assert_eq!(told["summary"]["sources"], 234);
    assert!(told["conflicts"].as_array().unwrap().len() > 20, "too little to tell an order by");
    for threads in ["1", "2", "8", "8"] {
        assert!(report(threads) == one, "another report with {threads} threads");
    }
}
