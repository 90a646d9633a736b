package dev.opensync.library;

import dev.opensync.search.SearchType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a saved search. */
@Entity
@Table(name = "saved_search")
public class SavedSearch {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id")
    @SuppressWarnings("UnusedVariable") // Queries are limited by it.
    private long accountId;

    private String name;

    private String words;

    @Enumerated(EnumType.STRING)
    @Column(name = "search_type")
    private SearchType type;

    @Column(name = "result_limit")
    private int limit;

    @Column(name = "max_tokens")
    private int maxTokens;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "last_used_ms")
    private @Nullable Long lastUsedMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SavedSearch() {}

    SavedSearch(long accountId, SavedSearchTerms terms, Instant now) {
        this.accountId = accountId;
        this.name = terms.name();
        this.words = terms.words();
        this.type = terms.type();
        this.limit = terms.limit();
        this.maxTokens = terms.maxTokens();
        this.createdMs = now.toEpochMilli();
    }

    void change(SavedSearchTerms terms) {
        name = terms.name();
        words = terms.words();
        type = terms.type();
        limit = terms.limit();
        maxTokens = terms.maxTokens();
    }

    void use(Instant now) {
        lastUsedMs = now.toEpochMilli();
    }

    SavedSearchTerms terms() {
        return new SavedSearchTerms(name, words, type, limit, maxTokens);
    }

    SavedSearchSummary toSummary() {
        return new SavedSearchSummary(
                id,
                terms(),
                Instant.ofEpochMilli(createdMs),
                lastUsedMs == null ? null : Instant.ofEpochMilli(lastUsedMs));
    }
}
