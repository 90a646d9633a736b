-- Ids are letters and digits, but what people ask for need not be: compared with a column of ASCII, any other text is an
-- error instead of something that is not there.
ALTER TABLE context_pack_stretch DROP FOREIGN KEY fk_context_pack_stretch_session;
ALTER TABLE coding_session MODIFY public_id CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE context_pack_stretch MODIFY session_public_id CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE context_pack_stretch ADD CONSTRAINT fk_context_pack_stretch_session FOREIGN KEY (session_public_id)
    REFERENCES coding_session (public_id) ON DELETE CASCADE;
ALTER TABLE context_pack MODIFY slug VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE shared_session MODIFY slug CHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE eval_dataset MODIFY public_id CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE eval_download MODIFY ticket CHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE remembered_browser MODIFY id CHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
