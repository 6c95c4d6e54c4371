//! Declared types of SQLite columns.
//!
//! Takes the declared type, gives a [`DataType`]: by the usual names first, else by the affinity that SQLite derives from the name
//! (<https://www.sqlite.org/datatype3.html>, section 3.1).
//!
//! SQLite enforces neither lengths nor widths. A declared `VARCHAR(n)` or `CHAR(n)` counts as text of at most n characters (nothing is padded), a
//! `SMALLINT` as 16 bits; an integer of any other name holds 64 bits. A name that SQLite gives NUMERIC affinity for want of a better one keeps
//! whatever it is given.
//!
//! **Invariant**: every declared type has a data type.

use super::ddl::declared_type;
use crate::catalog::DataType;

/// Finds the data type of a declared type.
pub(super) fn data_type(declared: &str) -> DataType {
    let (name, numbers) = declared_type(declared);
    match name.as_str() {
        "" | "ANY" | "INTERVAL" | "POINT" => DataType::Any,
        "BOOL" | "BOOLEAN" => DataType::Bool,
        "DATE" => DataType::Date,
        "TIME" | "TIME WITHOUT TIME ZONE" => DataType::Time,
        "DATETIME" | "TIMESTAMP" | "TIMESTAMP WITHOUT TIME ZONE" => DataType::Timestamp,
        "TIMESTAMPTZ" | "TIMESTAMPTZSQLITE" | "TIMESTAMP WITH TIME ZONE" => DataType::TimestampTz,
        "UUID" | "GUID" | "UNIQUEIDENTIFIER" => DataType::Uuid,
        "JSON" | "JSONB" => DataType::Json,
        "DECIMAL" | "DEC" | "NUMERIC" | "NUMBER" => numeric(&numbers),
        "SMALLINT" | "INT2" => DataType::Int { bits: 16 },
        "BYTEA" | "BINARY" | "VARBINARY" | "BINARY VARYING" => DataType::Bytes,
        _ => by_affinity(&name, &numbers),
    }
}

fn numeric(numbers: &[i64]) -> DataType {
    let precision = numbers.first().and_then(|n| u16::try_from(*n).ok());
    // A precision without scale means whole numbers, as in every other database.
    let scale = numbers.get(1).map_or(precision.map(|_| 0), |n| i16::try_from(*n).ok());
    DataType::Numeric { precision, scale }
}

/// The order of the questions is SQLite's.
fn by_affinity(name: &str, numbers: &[i64]) -> DataType {
    let has = |part: &str| name.contains(part);
    if has("INT") {
        DataType::Int { bits: 64 }
    } else if has("CHAR") || has("CLOB") || has("TEXT") {
        DataType::Text { max_chars: numbers.first().and_then(|n| u32::try_from(*n).ok()).filter(|n| *n > 0) }
    } else if has("BLOB") {
        DataType::Bytes
    } else if has("REAL") || has("FLOA") || has("DOUB") {
        DataType::Float { bits: 64 }
    } else {
        DataType::Any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_usual_names_and_affinities() {
        let check = |declared: &str, expect: DataType| assert_eq!(data_type(declared), expect, "{declared}");
        let text = |max_chars| DataType::Text { max_chars };
        let numeric = |precision, scale| DataType::Numeric { precision, scale };
        check("", DataType::Any);
        check("boolean", DataType::Bool);
        check("timestamp(6) with time zone", DataType::TimestampTz);
        check("DateTime", DataType::Timestamp);
        check("varchar ( 40 )", text(Some(40)));
        check("CHAR(2)", text(Some(2)));
        check("native character(70)", text(Some(70)));
        check("TEXT", text(None));
        check("DECIMAL(10, 2)", numeric(Some(10), Some(2)));
        check("DECIMAL(10)", numeric(Some(10), Some(0)));
        check("numeric", numeric(None, None));
        check("INT", DataType::Int { bits: 64 });
        check("unsigned big int", DataType::Int { bits: 64 });
        check("SMALLINT", DataType::Int { bits: 16 });
        check("DOUBLE PRECISION", DataType::Float { bits: 64 });
        check("BLOB", DataType::Bytes);
        check("jsonb", DataType::Json);
        check("STRING", DataType::Any);
    }
}
