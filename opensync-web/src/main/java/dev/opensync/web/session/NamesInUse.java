package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** What filters can offer: the names that sessions of an account have, however many sessions that are. */
@ApplicationScoped
public class NamesInUse {

    private static final int MOST = 300;
    private static final int MOST_PROVIDERS = 20;

    /** What the daily sums call a model that was not named. */
    private static final String NO_MODEL = "unknown";

    @Inject
    UsageService usage;

    @Inject
    SessionService sessions;

    public List<String> sources(long accountId) {
        return names(accountId, UsageDimension.SOURCE);
    }

    public List<String> projects(long accountId) {
        return names(accountId, UsageDimension.PROJECT);
    }

    public List<String> models(long accountId) {
        return names(accountId, UsageDimension.MODEL).stream()
                .filter(model -> !model.equals(NO_MODEL))
                .toList();
    }

    /** As the tools name them; the daily sums know them by their companies. */
    public List<String> providers(long accountId) {
        return sessions.providers(accountId, MOST_PROVIDERS);
    }

    private List<String> names(long accountId, UsageDimension dimension) {
        return usage.largest(accountId, UsageQuery.ALL, dimension, MOST).stream()
                .map(group -> group.name(dimension))
                .filter(Objects::nonNull)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
