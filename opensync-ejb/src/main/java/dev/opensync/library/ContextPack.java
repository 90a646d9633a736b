package dev.opensync.library;

import dev.opensync.context.KeptStretch;
import dev.opensync.search.SearchType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The row of a pack of context: the search it was made by, and the stretches of messages it holds. */
@Entity
@Table(name = "context_pack")
public class ContextPack {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id")
    @SuppressWarnings("UnusedVariable") // Queries are limited by it.
    private long accountId;

    private String slug;

    private String name;

    private String words;

    @Enumerated(EnumType.STRING)
    @Column(name = "search_type")
    private SearchType type;

    @Column(name = "result_limit")
    private int limit;

    private int messages;

    @Column(name = "max_tokens")
    private int maxTokens;

    @Column(name = "is_selection")
    private boolean selection;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "refreshed_ms")
    private long refreshedMs;

    @Column(name = "last_used_ms")
    private @Nullable Long lastUsedMs;

    @ElementCollection
    @CollectionTable(name = "context_pack_stretch", joinColumns = @JoinColumn(name = "pack_id"))
    @OrderBy("position")
    private List<PackStretch> stretches = new ArrayList<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ContextPack() {}

    ContextPack(long accountId, String slug, PackTerms terms, List<KeptStretch> found, Instant now) {
        this.accountId = accountId;
        this.slug = slug;
        this.name = terms.name();
        this.words = terms.words();
        this.type = terms.type();
        this.limit = terms.limit();
        this.messages = terms.messages();
        this.maxTokens = terms.maxTokens();
        this.selection = terms.only() != null;
        this.createdMs = now.toEpochMilli();
        refresh(found, now);
    }

    void rename(String wanted) {
        name = wanted;
    }

    void use(Instant now) {
        lastUsedMs = now.toEpochMilli();
    }

    void refresh(List<KeptStretch> found, Instant now) {
        stretches.clear();
        IntStream.range(0, found.size()).forEach(i -> stretches.add(new PackStretch(i, found.get(i))));
        refreshedMs = now.toEpochMilli();
    }

    PackContent toContent() {
        List<KeptStretch> kept = stretches.stream().map(PackStretch::toStretch).toList();
        return new PackContent(
                toSummary(),
                new PackTerms(
                        name,
                        words,
                        type,
                        limit,
                        selection ? kept.stream().map(KeptStretch::sessionId).collect(Collectors.toSet()) : null,
                        messages,
                        maxTokens),
                kept);
    }

    PackSummary toSummary() {
        return new PackSummary(
                slug,
                name,
                words,
                stretches.size(),
                maxTokens,
                selection,
                Instant.ofEpochMilli(createdMs),
                Instant.ofEpochMilli(refreshedMs),
                lastUsedMs == null ? null : Instant.ofEpochMilli(lastUsedMs));
    }
}
