package dev.opensync.api.analytics;

import dev.opensync.api.http.Bounds;
import dev.opensync.session.SessionSource;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageQuery;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query parameters that all sums have: {@code from}, {@code to} and what sessions must be of. */
final class UsageParameters {

    private final MultivaluedMap<String, String> parameters;

    UsageParameters(UriInfo uri) {
        this.parameters = uri.getQueryParameters();
    }

    List<String> all(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    @Nullable
    LocalDate day(String parameter) {
        return Bounds.day(parameter, parameters.getFirst(parameter));
    }

    /** Without days where none were given. Fails with {@code INVALID}. */
    UsageQuery query() {
        return UsageQuery.ALL
                .between(day("from"), day("to"))
                .accepting(UsageDimension.MODEL, names("model"))
                .accepting(UsageDimension.PROVIDER, names("provider"))
                .accepting(UsageDimension.PROJECT, names("project"))
                .accepting(
                        UsageDimension.SOURCE,
                        names("source").stream()
                                .map(SessionSource::normalise)
                                .map(Objects::requireNonNull)
                                .toList());
    }

    private List<String> names(String parameter) {
        return all(parameter).stream().filter(name -> !name.isBlank()).toList();
    }
}
