-- Its row in search_index, named meaning-<id>, has the tasks of whoever embeds what is said. There rebuild_after counts tasks:
-- as long as some with an id up to it are there, sessions from before the model lack passages.
CREATE TABLE embedding_model (
    id BIGINT NOT NULL AUTO_INCREMENT,
    name VARCHAR(255) NOT NULL,
    dimensions INT NOT NULL,
    CONSTRAINT pk_embedding_model PRIMARY KEY (id),
    CONSTRAINT uk_embedding_model_name UNIQUE (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
