package dev.opensync.web.session;

import dev.opensync.session.SessionName;
import dev.opensync.session.SessionService;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What filters can offer: the names that sessions of an account have, however many sessions that are. */
@ApplicationScoped
public class NamesInUse {

    private static final int MOST = 300;
    private static final int RECENT_DAYS = 90;

    /** What the daily sums call a model that was not named. */
    private static final String NO_MODEL = "unknown";

    @EJB
    UsageService usage;

    @EJB
    SessionService sessions;

    public List<String> sources(long accountId) {
        return names(accountId, SessionName.SOURCE, UsageDimension.SOURCE);
    }

    public List<String> projects(long accountId) {
        return names(accountId, SessionName.PROJECT, UsageDimension.PROJECT);
    }

    public List<String> models(long accountId) {
        return names(accountId, SessionName.MODEL, UsageDimension.MODEL);
    }

    /** As the tools name them; the daily sums know them by their companies. */
    public List<String> providers(long accountId) {
        return sorted(sessions.names(accountId, SessionName.PROVIDER, MOST).stream());
    }

    /** All of them, or those most used of late where they are too many to choose from. */
    private List<String> names(long accountId, SessionName name, UsageDimension dimension) {
        List<String> all = sessions.names(accountId, name, MOST + 1);
        return all.size() > MOST ? sorted(recent(accountId, dimension)) : sorted(all.stream());
    }

    private Stream<String> recent(long accountId, UsageDimension dimension) {
        UsageQuery query = UsageQuery.ALL.between(usage.today().minusDays(RECENT_DAYS), null);
        return usage.largest(accountId, query, dimension, MOST).stream()
                .map(group -> group.name(dimension))
                .filter(Objects::nonNull)
                .filter(name -> dimension != UsageDimension.MODEL || !name.equals(NO_MODEL));
    }

    private static List<String> sorted(Stream<String> names) {
        return names.sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
