-- What an index does not know yet: a run of messages of one session, 0 being the session itself. Written with the change,
-- removed after the index has committed it. No foreign key: each sync would lock the row of the index.
CREATE TABLE search_task (
    id BIGINT NOT NULL AUTO_INCREMENT,
    index_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    first_sequence INT NOT NULL,
    last_sequence INT NOT NULL,
    CONSTRAINT pk_search_task PRIMARY KEY (id),
    -- SearchIndexRepository.nextTasks
    INDEX ix_search_task_index_id (index_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
