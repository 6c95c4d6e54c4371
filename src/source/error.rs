//! What keeps a source from being read.

use std::io;

/// Why sources cannot be found or read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// A file cannot be opened, or its place cannot be looked at.
    #[error("`{path}` cannot be opened{nearest}")]
    Open {
        /// Path as shown to users.
        path: String,
        /// Names of files near it, as the end of the message; may be empty.
        nearest: Nearest,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
    /// A file or stream fails while it is read.
    #[error("`{path}` cannot be read behind byte {byte}")]
    Read {
        /// Path as shown to users.
        path: String,
        /// Decompressed bytes read before.
        byte: u64,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
    /// Not UTF-8 but a wide encoding.
    #[error("`{path}` is {encoding} text where UTF-8 was expected; convert it first, as with `iconv -f {encoding} -t UTF-8`")]
    Encoding {
        /// Path as shown to users.
        path: String,
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// A compression that is not read.
    #[error("`{path}` is compressed with {compression} where plain text, gzip or zstd was expected; decompress it first")]
    Compression {
        /// Path as shown to users.
        path: String,
        /// Name of the compression.
        compression: &'static str,
    },
    /// A folder or other thing that has no bytes.
    #[error("`{path}` is not a file; name a file, or `-` for standard input")]
    NotAFile {
        /// Path as shown to users.
        path: String,
    },
    /// A mapping without any source.
    #[error("no source is named; give `source = \"<glob>\"` in the mapping, or a path")]
    NoSource,
    /// A glob that finds nothing.
    #[error("`{glob}` matches no file under `data/`{nearest}")]
    NoMatch {
        /// The glob.
        glob: String,
        /// Names of files near it.
        nearest: Nearest,
    },
    /// A glob that cannot be understood.
    #[error("`{glob}` is not a glob")]
    BadGlob {
        /// The glob.
        glob: String,
        /// What is wrong.
        #[source]
        source: globset::Error,
    },
    /// A glob with `..` or an absolute one.
    #[error("`{glob}` leads out of `data/`; give the path on the command line instead")]
    GlobLeaves {
        /// The glob.
        glob: String,
    },
    /// A symbolic link under `data/` that leads out of the project.
    #[error("`{path}` is a symbolic link out of the project, which `{glob}` may not follow; give the path on the command line instead")]
    LinkLeaves {
        /// The link.
        path: String,
        /// The glob.
        glob: String,
    },
    /// The pointer of the mapping leads nowhere.
    #[error("`{path}` has nothing at `{pointer}`: {found}; check `pointer` in the mapping")]
    Pointer {
        /// Path as shown to users.
        path: String,
        /// The pointer.
        pointer: String,
        /// What is there instead.
        found: String,
    },
    /// A pointer together with a format that has no root.
    #[error("`pointer` is `{pointer}` but the format is `{format}`; a pointer needs `array`, `keyed` or `auto`")]
    PointerFormat {
        /// The pointer.
        pointer: String,
        /// The format.
        format: &'static str,
    },
    /// A pointer that does not begin with `/`.
    #[error("`{pointer}` is not a JSON pointer: one that begins with `/` was expected")]
    PointerSyntax {
        /// The pointer.
        pointer: String,
    },
    /// A source that is shorter than it was.
    #[error("`{path}` has no record at byte {byte} any more; it was changed while it was imported")]
    Changed {
        /// Path as shown to users.
        path: String,
        /// Where the record was.
        byte: u64,
    },
}

/// Names near one that was not found; displays as the end of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nearest(pub Vec<String>);

impl Nearest {
    /// Picks the three of `names` that are most like `word`.
    #[must_use]
    pub fn of(word: &str, names: impl Iterator<Item = String>) -> Self {
        let mut scored: Vec<(f64, String)> = names.map(|name| (strsim::jaro_winkler(word, &name), name)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        Self(scored.into_iter().take(3).map(|(_, name)| name).collect())
    }
}

impl std::fmt::Display for Nearest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if n == 0 { "; the nearest are " } else { ", " })?;
        }
        Ok(())
    }
}
