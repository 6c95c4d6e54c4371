//! Behaviour of a SQLite connection.
