-- One row for each index that is to be kept up to date: each directory of an embedded index.
-- rebuild_after: sessions with larger ids still have to be read in; NULL once the index is complete.
CREATE TABLE search_index (
    id BIGINT NOT NULL AUTO_INCREMENT,
    name CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    format INT NOT NULL,
    rebuild_after BIGINT NULL,
    rebuild_started_ms BIGINT NULL,
    owner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owned_until_ms BIGINT NOT NULL,
    CONSTRAINT pk_search_index PRIMARY KEY (id),
    CONSTRAINT uk_search_index_name UNIQUE (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
