-- part_number 0 is the message's own text (UTF-8); from 1 on the parts, content = the JSON value exactly as it was sent.
-- extra: the keys a part had beside type and content, as a JSON object.
CREATE TABLE message_part (
    session_id BIGINT NOT NULL,
    message_sequence INT NOT NULL,
    part_number INT NOT NULL,
    type VARCHAR(190) NOT NULL,
    content LONGBLOB NOT NULL,
    extra LONGBLOB NULL,
    CONSTRAINT pk_message_part PRIMARY KEY (session_id, message_sequence, part_number),
    CONSTRAINT fk_message_part_message FOREIGN KEY (session_id, message_sequence) REFERENCES message (session_id, sequence)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
