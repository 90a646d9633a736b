package dev.opensync.editing;

import org.jspecify.annotations.Nullable;

/**
 * What an owner wants changed of a session; what is null stays.
 *
 * @param title from now on, whatever the tool sends; blank gives the session back to the tool's title
 * @param evalReady whether it is chosen for evaluations
 */
public record SessionEdit(@Nullable String title, @Nullable Boolean evalReady) {}
