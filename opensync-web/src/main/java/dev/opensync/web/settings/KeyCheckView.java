package dev.opensync.web.settings;

import dev.opensync.account.ApiKeyCallers;
import dev.opensync.account.ApiKeyService;
import dev.opensync.account.ApiKeySummary;
import dev.opensync.account.Caller;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether the server accepts a key the reader has at hand, the question no login command of a plugin answers. */
@Named
@RequestScoped
public class KeyCheckView {

    @Inject
    ApiKeyService keys;

    @Inject
    ApiKeyCallers callers;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private String key = "";
    private @Nullable Verdict verdict;
    private @Nullable ApiKeyRow found;

    /** What there is to say about a key; of other people's keys nothing more than that. */
    public enum Verdict {
        UNKNOWN,
        OF_ANOTHER,
        GOOD
    }

    public void check() {
        Optional<Caller> caller = callers.findCaller(key.strip());
        if (caller.isEmpty()) {
            verdict = Verdict.UNKNOWN;
        } else if (caller.get().accountId() != signedIn.getId()) {
            verdict = Verdict.OF_ANOTHER;
        } else {
            verdict = Verdict.GOOD;
            found = find(caller.get().apiKeyId());
        }
    }

    private @Nullable ApiKeyRow find(@Nullable Long id) {
        return keys.list(signedIn.getId()).stream()
                .filter(summary -> id != null && summary.id() == id)
                .findFirst()
                .map(summary -> row(summary))
                .orElse(null);
    }

    private ApiKeyRow row(ApiKeySummary summary) {
        return ApiKeyRow.of(summary, clock.instant());
    }

    /** Null before the check. */
    public @Nullable Verdict getVerdict() {
        return verdict;
    }

    public @Nullable ApiKeyRow getFound() {
        return found;
    }

    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key == null ? "" : key;
    }
}
