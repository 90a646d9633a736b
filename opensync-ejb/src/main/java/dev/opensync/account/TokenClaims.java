package dev.opensync.account;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;

/** Everything a JSON Web Token says, also the claims the server's own classes leave out. */
public final class TokenClaims {

    /** The look-up behind {@code Json.createReader} is slow, this is done once. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private TokenClaims() {}

    /** {@code verifiedToken} is only read here, not checked. */
    public static JsonObject of(String verifiedToken) {
        String payload = verifiedToken.substring(verifiedToken.indexOf('.') + 1, verifiedToken.lastIndexOf('.'));
        byte[] json = Base64.getUrlDecoder().decode(payload);
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }
}
