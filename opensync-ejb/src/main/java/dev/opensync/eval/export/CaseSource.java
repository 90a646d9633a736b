package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import java.time.Instant;

/**
 * What an export is written from.
 *
 * @param conversations in a fixed order; may be walked more than once, each time read anew
 * @param exportedAt as files tell it
 */
public record CaseSource(Iterable<Conversation> conversations, ExportOptions options, Instant exportedAt) {}
