-- A message that an index does not take, 0 being the session itself. Tried again when the index is built anew.
CREATE TABLE search_failure (
    index_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    sequence INT NOT NULL,
    failed_ms BIGINT NOT NULL,
    CONSTRAINT pk_search_failure PRIMARY KEY (index_id, session_id, sequence),
    CONSTRAINT fk_search_failure_search_index FOREIGN KEY (index_id) REFERENCES search_index (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
