//! The stages of an import one by one, on 10,000 records of the workload `tools`.
//!
//! ```console
//! $ cargo bench --bench stages
//! ```
//!
//! Frame, decode, normalize and hash know no database; stage and bind run on SQLite and on a PostgreSQL server of their own, which is removed afterwards. Records are bound to
//! rows that an import has written before. Criterion compares with the last time.
#![expect(clippy::expect_used, reason = "what cannot be set up cannot be measured")]

#[path = "compare/generate.rs"]
#[allow(dead_code, reason = "the other benchmark uses more of it")]
mod generate;
#[path = "compare/process.rs"]
#[allow(dead_code, reason = "the other benchmark uses more of it")]
mod process;
#[path = "compare/project.rs"]
mod project;
#[path = "compare/server.rs"]
#[allow(dead_code, reason = "the other benchmark uses more of it")]
mod server;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use resettle::backend::lock::{Waiting, begin_writing};
use resettle::backend::workspace::{Lasting, Marks, Numbering, Workspace};
use resettle::backend::{Access, DatabaseError, Session, TargetUrl, connect};
use resettle::catalog::BackendKind;
use resettle::decode::{Fields, decode};
use resettle::layout::Layout;
use resettle::normalize::{At, Findings, Normalizer, content_hash};
use resettle::pipeline::{self, Settings};
use resettle::progress::Silent;
use resettle::record::Batch;
use resettle::report::{Command, Sink};
use resettle::source::{Chunk, Limits, frames, list};
use tempfile::TempDir;

use generate::Edition;
use server::Server;

const RECORDS: u64 = 10_000;

/// A project with its records in a database.
struct Tools {
    folder: TempDir,
    target: TargetUrl,
    layout: Arc<Layout>,
}

struct Unheard;

impl Sink for Unheard {}

impl Tools {
    /// Makes the project and imports it.
    fn imported(url: Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        project::make(folder.path()).expect("the folder can be written");
        let data = folder.path().join("data");
        generate::write(&data.join("tools.ndjson"), &data.join("tools.csv"), RECORDS, Edition::Base).expect("the folder can be written");
        let url = url.unwrap_or_else(|| format!("sqlite:{}", folder.path().join("target.db").display()));
        let target = TargetUrl::parse(&url).expect("a URL");
        let settings = Settings::new(folder.path().to_owned(), target.clone(), Command::Import);
        pipeline::run(&settings, &Silent, &mut Unheard).expect("the import");
        let catalog = connect(&target, Access::ReadOnly).and_then(|mut session| session.inspect()).expect("the catalog");
        let project = resettle::mapping::load(folder.path()).expect("the mappings");
        let (layouts, _) = resettle::layout::build(&project, &catalog);
        let layout = layouts.into_iter().next().map(Arc::new).expect("one mapping");
        Self { folder, target, layout }
    }

    fn normalizer(&self, kind: BackendKind) -> Normalizer {
        Normalizer::new(Arc::clone(&self.layout), kind).expect("the layout fits")
    }

    fn chunks(&self) -> Vec<Chunk> {
        let spec = &self.layout.source;
        let sources = list(self.folder.path(), spec, &[]).expect("the source");
        let of_source = |source| frames(source, spec, 0, &Limits::default(), |_| ()).map(|chunk| chunk.expect("records"));
        sources.iter().flat_map(of_source).collect()
    }

    /// Times what is done with a workspace; everything is taken back.
    fn time<'s>(
        &self,
        session: &'s mut dyn Session,
        before: &dyn Fn(&mut Workspace<'s>) -> Result<(), DatabaseError>,
        timed: &dyn Fn(&mut Workspace<'s>) -> Result<(), DatabaseError>,
    ) -> Result<Duration, DatabaseError> {
        begin_writing(session, &Waiting::silent())?;
        let layouts = [Arc::clone(&self.layout)];
        let mut workspace = Workspace::create(session, &layouts, true, Marks::Needed, Lasting::Transaction)?;
        workspace.notice_edits(true)?;
        workspace.look_at_targets()?;
        before(&mut workspace)?;
        let begun = Instant::now();
        timed(&mut workspace)?;
        let took = begun.elapsed();
        workspace.session().batch("ROLLBACK")?;
        Ok(took)
    }
}

/// Decodes the records of a chunk one after the other.
fn decoded<'c>(chunk: &'c Chunk, normalizer: &Normalizer, each: &mut dyn FnMut(At<'c>, &Fields<'c>)) {
    let (limits, mut fields) = (Limits::default(), Fields::default());
    for record in &chunk.records {
        decode(chunk.text(record), None, "", normalizer.field_set(), &limits, &mut fields).expect("the records are objects");
        each(At { seq: record.seq, source: chunk.source, position: record.position, path: &chunk.path }, &fields);
    }
}

/// Normalizes the records of a chunk.
fn normalized(chunk: &Chunk, normalizer: &Normalizer) -> Batch {
    let (mut batch, mut findings) = (Batch::new(normalizer.layout().columns.len()), Findings::default());
    decoded(chunk, normalizer, &mut |at, fields| normalizer.normalize(fields, &at, &mut batch, &mut findings));
    batch
}

fn without_database(criterion: &mut Criterion) {
    let tools = Tools::imported(None);
    let normalizer = tools.normalizer(BackendKind::Sqlite);
    let chunks = tools.chunks();
    let mut group = criterion.benchmark_group("records");
    group.throughput(Throughput::Elements(RECORDS));
    group.bench_function("frame", |bencher| bencher.iter(|| tools.chunks().len()));
    group.bench_function("decode", |bencher| {
        let all = |chunk: &Chunk| {
            decoded(chunk, &normalizer, &mut |_, fields| {
                black_box(fields);
            });
        };
        bencher.iter(|| chunks.iter().for_each(all));
    });
    let mut ready: Vec<(At<'_>, Fields<'_>)> = Vec::new();
    for chunk in &chunks {
        decoded(chunk, &normalizer, &mut |at, fields| ready.push((at, fields.clone())));
    }
    group.bench_function("normalize", |bencher| {
        let empty = || (Batch::new(normalizer.layout().columns.len()), Findings::default());
        let all = |(mut batch, mut findings): (Batch, Findings)| {
            for (at, fields) in &ready {
                normalizer.normalize(fields, at, &mut batch, &mut findings);
            }
            batch
        };
        bencher.iter_batched(empty, all, BatchSize::LargeInput);
    });
    let batches: Vec<Batch> = chunks.iter().map(|chunk| normalized(chunk, &normalizer)).collect();
    let hash = |batch: &Batch| (0..batch.rows.len()).fold(0, |sum, row| sum ^ content_hash(batch, row));
    group.bench_function("hash", |bencher| bencher.iter(|| batches.iter().fold(0, |sum, batch| sum ^ hash(batch))));
    group.finish();
}

fn with_database(criterion: &mut Criterion) {
    let server = Server::start().expect("PostgreSQL");
    server.ask("postgres", "CREATE DATABASE stages").expect("a database");
    for (name, url) in [("sqlite", None), ("postgres", Some(server.url("stages")))] {
        let tools = Tools::imported(url);
        let mut session = connect(&tools.target, Access::ReadWrite).expect("the database");
        let normalizer = tools.normalizer(session.kind());
        let batches: Vec<Batch> = tools.chunks().iter().map(|chunk| normalized(chunk, &normalizer)).collect();
        let stage = |workspace: &mut Workspace<'_>| {
            batches.iter().try_for_each(|batch| workspace.append(0, batch))?;
            workspace.seal(0)
        };
        let bind = |workspace: &mut Workspace<'_>| {
            resettle::resolve::resolve::<DatabaseError>(workspace, Numbering::Sequence, &Silent, &mut |_, _| Ok(()))
        };
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(RECORDS)).sample_size(20);
        let mut timed = |name: &str,
                         before: &dyn Fn(&mut Workspace<'_>) -> Result<(), DatabaseError>,
                         timed: &dyn Fn(&mut Workspace<'_>) -> Result<(), DatabaseError>| {
            group.bench_function(name, |bencher| {
                bencher.iter_custom(|times| (0..times).map(|_| tools.time(session.as_mut(), before, timed).expect("the database")).sum());
            });
        };
        timed("stage", &|_| Ok(()), &stage);
        timed("bind", &stage, &bind);
        group.finish();
    }
}

criterion_group!(stages, without_database, with_database);
criterion_main!(stages);
