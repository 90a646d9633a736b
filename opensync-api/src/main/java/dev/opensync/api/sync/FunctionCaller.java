package dev.opensync.api.sync;

import dev.opensync.account.ApiKeyCallers;
import dev.opensync.account.Caller;
import dev.opensync.api.json.JsonFields;
import dev.opensync.api.limit.RateLimits;
import dev.opensync.api.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who calls a function: by the header like everywhere, by a key among the arguments, or by the operator's key for the keyless. */
@RequestScoped
public class FunctionCaller {

    @Inject
    CallerContext context;

    @Inject
    ApiKeyCallers apiKeys;

    @Inject
    HttpServletRequest request;

    @Inject
    RateLimits limits;

    @Inject
    @ConfigProperty(name = "opensync.sync.keyless-api-key")
    Optional<String> keylessApiKey;

    private boolean keyGiven;

    /** Fails with 429 where too many unknown keys came from the same address. */
    Optional<Caller> find(JsonFields arguments) {
        Optional<Caller> caller = findUncounted(arguments);
        if (caller.isEmpty()) {
            limits.countFailure(request).ifPresent(refusal -> {
                throw new ClientErrorException(refusal);
            });
        }
        return caller;
    }

    /** Why {@link #find} found nobody, in words for the client. */
    String refusal() {
        return keyGiven ? "Invalid API key" : "Missing Authorization header";
    }

    private Optional<Caller> findUncounted(JsonFields arguments) {
        String inBody = key(arguments);
        keyGiven = inBody != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (context.findCaller().isPresent()) {
            return context.findCaller();
        }
        if (inBody != null) {
            return apiKeys.identify(inBody);
        }
        return keyGiven ? Optional.empty() : keylessApiKey.flatMap(apiKeys::identify);
    }

    private static @Nullable String key(JsonFields arguments) {
        String key = arguments.id("apiKey", "api_key");
        JsonFields payload = Objects.requireNonNullElse(arguments.object("payload"), JsonFields.NONE);
        return key == null ? payload.id("apiKey", "api_key") : key;
    }
}
