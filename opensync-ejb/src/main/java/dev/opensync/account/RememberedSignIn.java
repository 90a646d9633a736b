package dev.opensync.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody known from a remembered browser.
 *
 * @param nextToken what the browser must keep from now on; null if it has it already
 */
public record RememberedSignIn(
        AccountProfile profile, @Nullable String nextToken) {}
