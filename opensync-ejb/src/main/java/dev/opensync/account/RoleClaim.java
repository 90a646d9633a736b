package dev.opensync.account;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a provider's claims the role stands, and which values make an administrator.
 *
 * @param name a claim, or a path through nested ones such as {@code realm_access.roles}
 */
record RoleClaim(String name, List<String> adminValues) {

    RoleClaim {
        adminValues = adminValues.stream().map(String::strip).toList();
    }

    /** Null if there is no such claim. */
    @Nullable
    Role roleIn(JsonObject claims) {
        JsonValue value = find(claims, name);
        if (value == null) {
            return null;
        }
        return texts(value).stream().anyMatch(adminValues::contains) ? Role.ADMIN : Role.MEMBER;
    }

    /** A claim of the whole name first, because names may be URLs with dots in them. */
    private static @Nullable JsonValue find(JsonObject claims, String path) {
        JsonValue whole = claims.get(path);
        if (whole != null) {
            return whole;
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof JsonObject nested
                ? find(nested, path.substring(dot + 1))
                : null;
    }

    private static List<String> texts(JsonValue value) {
        if (value instanceof JsonString text) {
            return List.of(text.getString());
        }
        if (value instanceof JsonArray array) {
            return array.stream()
                    .filter(JsonString.class::isInstance)
                    .map(element -> ((JsonString) element).getString())
                    .toList();
        }
        return List.of(value.toString());
    }
}
