//! The file of rejected records from one run to the next.

use super::{shop, stock};
use crate::support::each_backend;

each_backend! {
    /// The rejects of the run before may be under correction.
    fn a_run_that_did_not_happen_leaves_the_rejects(database: &Database) {
        let project = shop();
        stock(&project, 2);
        project.run_on(database, &["migrate", "run"]).expect(0);
        project.data("parts.ndjson", "{\"id\":\"p\",\"code\":null}\n");
        project.run_on(database, &["import"]).expect(1);
        let path = project.path().join("rejects.ndjson");
        let corrected = std::fs::read_to_string(&path).expect("rejects").replace("null", "\"given\"") + "half a line";
        project.file("rejects.ndjson", &corrected);
        for (more, code) in [(&["--table", "nothing"][..], 2), (&["rejects.ndjson"], 2)] {
            project.run_on(database, &[&["import"], more].concat()).expect(code);
            assert_eq!(std::fs::read_to_string(&path).expect("the file"), corrected, "{more:?}");
        }
        project.run(&["--to", "postgres://postgres@127.0.0.1:1/none", "import"]).expect(2);
        project.data("makers.ndjson", "{\"id\":1}\n{\"id\":2,\"name\"");
        project.run_on(database, &["import", "--max-rejects", "100", "--plan", "none.json"]).expect(2);
        assert_eq!(std::fs::read_to_string(&path).expect("the file"), corrected);
        project.run_on(database, &["import", "--max-rejects", "0"]).expect(2);
        assert_ne!(std::fs::read_to_string(&path).expect("the file"), corrected, "why it was taken back");
        let left: Vec<_> = project.path().read_dir().expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".tmp")), "{left:?}");
        std::fs::remove_file(&path).expect("removed");
        std::os::unix::fs::symlink("elsewhere.ndjson", &path).expect("a link");
        project.file("elsewhere.ndjson", "of before");
        project.run_on(database, &["import"]).expect(1);
        assert!(path.is_symlink() && std::fs::read_to_string(&path).expect("the file").contains("\"code\""));
        project.run_on(database, &["import", "--rejects", "/dev/null"]).expect(1);
        stock(&project, 2);
        project.run_on(database, &["import", "--allow-older", "--rejects", "/dev/null"]).expect(0);
        assert!(std::path::Path::new("/dev/null").exists());
    }
}
