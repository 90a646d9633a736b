package dev.opensync.search;

import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.jspecify.annotations.Nullable;

/** Names on a cluster: each format has indexes of its own, so that nodes of two versions do not disturb each other. */
record ClusterLayout(String prefix) implements IndexLayoutStrategy {

    @Override
    public String createInitialElasticsearchIndexName(String name) {
        return prefix + "-" + name + "-" + MessageDocument.FORMAT;
    }

    /** None. */
    @Override
    public @Nullable String createWriteAlias(String name) {
        return null;
    }

    /** None. */
    @Override
    public @Nullable String createReadAlias(String name) {
        return null;
    }
}
