-- The meaning of a text, kept by its SHA-256, so that no text is computed twice. One byte for each component.
CREATE TABLE embedding (
    model_id BIGINT NOT NULL,
    text_hash BINARY(32) NOT NULL,
    vector VARBINARY(4096) NOT NULL,
    CONSTRAINT pk_embedding PRIMARY KEY (model_id, text_hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
