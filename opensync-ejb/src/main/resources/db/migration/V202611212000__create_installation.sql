-- One row: what tells this database from every other one that uses the same services.
CREATE TABLE installation (
    id CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT pk_installation PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO installation (id) SELECT LEFT(SHA2(CONCAT(UUID(), RAND()), 256), 12);
