-- With pgvector the column is a vector under an HNSW index; without it, an array of the same numbers.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector') THEN
        CREATE EXTENSION IF NOT EXISTS vector;
        ALTER TABLE chunks ADD COLUMN embedding vector(4);
        CREATE INDEX ix_chunks_embedding ON chunks USING hnsw (embedding vector_cosine_ops);
    ELSE
        ALTER TABLE chunks ADD COLUMN embedding real[];
    END IF;
END
$$;
