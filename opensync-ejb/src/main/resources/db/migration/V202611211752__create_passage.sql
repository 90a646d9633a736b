-- Where in a session a text stands whose meaning is known: all of a run of messages, or the characters of one from
-- start_char to end_char; sequence 0 is the session's title. No foreign key: the session may be gone before its passages.
CREATE TABLE passage (
    session_id BIGINT NOT NULL,
    first_sequence INT NOT NULL,
    ordinal INT NOT NULL,
    last_sequence INT NOT NULL,
    start_char INT NOT NULL,
    end_char INT NOT NULL,
    model_id BIGINT NOT NULL,
    text_hash BINARY(32) NOT NULL,
    CONSTRAINT pk_passage PRIMARY KEY (session_id, first_sequence, ordinal),
    -- PassageRepository: is a text still in use
    INDEX ix_passage_model_id (model_id, text_hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
