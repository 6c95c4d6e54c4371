//! The server is restarted at once, without waiting for anybody, while an import runs: on a server of the test's own.

use std::fs;
use std::time::Duration;

use super::faults::{Numbers, ends_as_one_clean_run, export};
use super::{one, shop};
use crate::support::{Database, Server};

/// Imports in one transaction and in steps are hit; what was committed is whole, and the next run comes to the state of one clean run.
#[test]
fn the_server_is_restarted_in_the_middle() {
    // Where the tests go without servers, this one goes without its own.
    if Database::postgres().is_none() {
        return;
    }
    let mut server = Server::start_own();
    let database = Database::on_server(server.url());
    let project = shop();
    project.run_on(&database, &["migrate", "run"]).expect(0);
    // Slow enough to be hit.
    database.batch(
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.002); RETURN new; END $$;
         CREATE TRIGGER slow BEFORE INSERT OR UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION slow()",
    );
    let mut numbers = Numbers(3);
    let mut hit = 0;
    for round in 0..6 {
        export(&project, round % 2 == 1);
        let text = fs::read_to_string(project.path().join("data/parts.ndjson")).expect("the source");
        project.data("parts.ndjson", text.replace("\"note ", &format!("\"note {round} of ")));
        let run = project.start(
            &database,
            if round % 3 == 0 { &["import", "--allow-older"] } else { &["import", "--allow-older", "--commit-every", "10"] },
        );
        std::thread::sleep(Duration::from_millis(100 + numbers.below(400)));
        server.restart();
        let output = run.wait_with_output().expect("the binary ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0 | 2)), "{said}");
        hit += usize::from(output.status.code() == Some(2));
        assert_eq!(one(&database, "SELECT CAST(COUNT(*) AS TEXT) FROM parts WHERE code NOT LIKE 'c%'"), "0");
    }
    assert!(hit > 2, "only {hit} imports were hit");
    database.batch("DROP TRIGGER slow ON parts; DROP FUNCTION slow");
    ends_as_one_clean_run(&project, &database);
}
