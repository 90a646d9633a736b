package dev.opensync.library;

import dev.opensync.context.KeptStretch;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Keeps packs of context. What they hold is found and read by {@link ContextPacks}. */
@Stateless
public class ContextPackService {

    /** They are listed all at once. */
    private static final int MOST = 100;

    @Inject
    ContextPackRepository packs;

    @Inject
    InstantSource clock;

    /** By name. */
    public List<PackSummary> list(long accountId) {
        return packs.byName(accountId).stream().map(ContextPack::toSummary).toList();
    }

    /** Fails with {@code CONFLICT} if there are too many. */
    public PackSummary add(long accountId, PackTerms terms, List<KeptStretch> found) {
        List<String> taken = packs.slugs(accountId);
        if (taken.size() >= MOST) {
            throw OpenSyncException.of(
                    ErrorCode.CONFLICT, "There are " + MOST + " packs already; delete one that is not needed");
        }
        ContextPack pack = new ContextPack(accountId, PackSlug.of(terms.name(), taken), terms, found, clock.instant());
        packs.add(pack);
        return pack.toSummary();
    }

    /** The address stays. Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public PackSummary rename(long accountId, String slug, String name) {
        ContextPack pack = find(accountId, slug);
        pack.rename(KeptName.of(name, ""));
        return pack.toSummary();
    }

    /** Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public PackSummary replace(long accountId, String slug, List<KeptStretch> found) {
        ContextPack pack = find(accountId, slug);
        pack.refresh(found, clock.instant());
        return pack.toSummary();
    }

    /** Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public void remove(long accountId, String slug) {
        packs.remove(find(accountId, slug));
    }

    /** Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public PackContent content(long accountId, String slug) {
        return find(accountId, slug).toContent();
    }

    /** The same, and notes that somebody asked for it. */
    public PackContent use(long accountId, String slug) {
        ContextPack pack = find(accountId, slug);
        pack.use(clock.instant());
        return pack.toContent();
    }

    private ContextPack find(long accountId, String slug) {
        return packs.find(accountId, slug).orElseThrow(() -> OpenSyncException.notFound("Pack not found"));
    }
}
