package dev.opensync.account;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;

/** Everything a JSON Web Token says, also the claims the server's own classes leave out. */
public final class TokenClaims {

    private TokenClaims() {}

    /** {@code verifiedToken} is only read here, not checked. */
    public static JsonObject of(String verifiedToken) {
        String payload = verifiedToken.substring(verifiedToken.indexOf('.') + 1, verifiedToken.lastIndexOf('.'));
        byte[] json = Base64.getUrlDecoder().decode(payload);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }
}
