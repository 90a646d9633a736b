package dev.opensync.api.limit;

import dev.opensync.account.Caller;
import dev.opensync.api.http.ApiPath;
import dev.opensync.api.problem.Problem;
import io.github.bucket4j.TimeMeter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Refuses calls beyond the limits.
 *
 * <p>A valid credential is never refused for the failures of others at its address: one laptop with an old key must not cost
 * its neighbours behind the same router what they send. So the key is looked up before a failure is counted: the limit on failures
 * tells a caller to stop, it does not spare that look. Secrets are far too long to be found by trying.
 */
@ApplicationScoped
public class RateLimits {

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    LimitsConfig config;

    private Buckets syncs;
    private Buckets reads;
    private Buckets searches;
    private Buckets addressReads;
    private Buckets failures;

    @SuppressWarnings("NullAway.Init")
    RateLimits() {}

    @PostConstruct
    void open() {
        syncs = new Buckets(config.syncPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
        reads = new Buckets(config.readsPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
        searches = new Buckets(config.searchesPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
        addressReads = new Buckets(config.addressReadsPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
        failures = new Buckets(config.failuresPerMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Counts the call of an identified caller; the answer to give instead of serving it, empty if it may be served. */
    public Optional<Response> count(HttpServletRequest request, Caller caller) {
        String owner = caller.apiKeyId() == null ? "account " + caller.accountId() : "key " + caller.apiKeyId();
        return switch (CallKind.of(ApiPath.of(request).orElse(""))) {
            case SYNC -> refusal(syncs.secondsToWait(owner));
            case READ -> refusal(readSeconds(request, reads, owner));
            case SEARCH -> refusal(readSeconds(request, searches, owner));
        };
    }

    /** Counts a missing or bad credential; the answer to give instead of saying so, empty if it may be said. */
    public Optional<Response> countFailure(HttpServletRequest request) {
        return refusal(failures.secondsToWait(ClientAddress.of(request)));
    }

    private long readSeconds(HttpServletRequest request, Buckets ofKey, String owner) {
        long seconds = ofKey.secondsToWait(owner);
        return seconds > 0 ? seconds : addressReads.secondsToWait(ClientAddress.of(request));
    }

    private static Optional<Response> refusal(long seconds) {
        if (seconds == 0) {
            return Optional.empty();
        }
        String error = "Too many requests, try again in " + seconds + (seconds == 1 ? " second" : " seconds");
        return Optional.of(Response.fromResponse(new Problem(TOO_MANY_REQUESTS, error).toResponse())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build());
    }
}
