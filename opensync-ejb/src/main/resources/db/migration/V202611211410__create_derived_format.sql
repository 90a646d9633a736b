-- By which rules a table was filled that can be filled again from others; no row: by none that count any more.
CREATE TABLE derived_format (
    name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    format INT NOT NULL,
    CONSTRAINT pk_derived_format PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
