package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import org.jspecify.annotations.Nullable;

/** Chosen sessions that have status, source and model in common, and what is known of their test cases. */
record EvalGroup(
        EvalStatus status, String source, @Nullable String model, long sessions, long testCases, long uncounted) {}
