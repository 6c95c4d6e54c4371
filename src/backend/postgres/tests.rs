//! Behaviour of a PostgreSQL connection.
