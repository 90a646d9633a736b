package dev.opensync.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long leftovers are kept; described in {@code config/opensync.properties}. Zero = for ever. */
@ApplicationScoped
public class RetentionConfig {

    /** No setting: nothing takes that long. */
    private static final Duration UNFINISHED = Duration.ofDays(1);

    @Inject
    @ConfigProperty(name = "opensync.retention.access-log", defaultValue = "P90D")
    Duration accessLog;

    @Inject
    @ConfigProperty(name = "opensync.retention.recorded-events", defaultValue = "P90D")
    Duration recordedEvents;

    @Inject
    @ConfigProperty(name = "opensync.retention.invitations", defaultValue = "P30D")
    Duration invitations;

    @Inject
    @ConfigProperty(name = "opensync.retention.api-keys", defaultValue = "P90D")
    Duration apiKeys;

    @Inject
    @ConfigProperty(name = "opensync.retention.search-indexes", defaultValue = "P7D")
    Duration searchIndexes;

    @Inject
    @ConfigProperty(name = "opensync.retention.notifications", defaultValue = "P90D")
    Duration notifications;

    Duration of(Leftover leftover) {
        return switch (leftover) {
            case ACCESS_LOG -> accessLog;
            case RECORDED_EVENT -> recordedEvents;
            case INVITATION -> invitations;
            case API_KEY -> apiKeysAsLongAsTheLogNamesThem();
            case NOTIFICATION -> notifications;
            case UNFINISHED_VERSION, EMPTY_DATASET -> UNFINISHED;
            case SEARCH_INDEX, SEARCH_TASK -> searchIndexes;
        };
    }

    private Duration apiKeysAsLongAsTheLogNamesThem() {
        return apiKeys.isZero() || accessLog.isZero() ? Duration.ZERO : Collections.max(List.of(apiKeys, accessLog));
    }
}
