package dev.opensync.account;

import org.jspecify.annotations.Nullable;

/**
 * One use of an API key.
 *
 * @param millis epoch milliseconds
 * @param client the User-Agent, null if none was sent
 */
record ApiKeyUse(long millis, @Nullable String client) {

    private static final int CLIENT_CHARS = 190;

    ApiKeyUse {
        if (client != null && client.length() > CLIENT_CHARS) {
            client = client.substring(0, CLIENT_CHARS);
        }
    }
}
