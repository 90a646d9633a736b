-- Messages of one session from first to last in the order they are shown, by the numbers of their arrival.
CREATE TABLE context_pack_stretch (
    pack_id BIGINT NOT NULL,
    position INT NOT NULL,
    session_public_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_sequence INT NOT NULL,
    last_sequence INT NOT NULL,
    best_sequence INT NOT NULL,
    CONSTRAINT pk_context_pack_stretch PRIMARY KEY (pack_id, position),
    CONSTRAINT fk_context_pack_stretch_pack FOREIGN KEY (pack_id) REFERENCES context_pack (id) ON DELETE CASCADE,
    CONSTRAINT fk_context_pack_stretch_session FOREIGN KEY (session_public_id)
        REFERENCES coding_session (public_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
