//! `resettle schema` and `resettle completions`.

use clap::CommandFactory;

use crate::cli::args::{Arguments, Completions, Global, Schema, SchemaKind};
use crate::cli::exit::{CommandError, Success};
use crate::cli::{printer, settings};
use crate::{pipeline, report};

pub(in crate::cli) fn run(global: &Global, schema: &Schema) -> Result<Success, CommandError> {
    match schema.kind {
        SchemaKind::Report => printer::text(include_str!("../../../schemas/report.schema.json"))?,
        SchemaKind::Mapping => printer::text(include_str!("../../../schemas/mapping.schema.json"))?,
        SchemaKind::Enums => printer::text(include_str!("../../../schemas/enums.schema.json"))?,
        SchemaKind::Project => printer::text(include_str!("../../../schemas/project.schema.json"))?,
        SchemaKind::Catalog => {
            let mut json = Vec::new();
            report::catalog::json(&pipeline::catalog(&settings::without_data(global)?)?, &mut json)?;
            printer::text(&String::from_utf8_lossy(&json))?;
        }
    }
    Ok(Success::Done)
}

pub(in crate::cli) fn complete(completions: &Completions) -> Result<Success, CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Arguments::command(), "resettle", &mut script);
    printer::text(&String::from_utf8_lossy(&script))?;
    Ok(Success::Done)
}
