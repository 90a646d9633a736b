package dev.opensync.search;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who embeds what is said, and how far it has come.
 *
 * @param indexId whose tasks are to be done
 * @param owner who does them now
 * @param filledUpTo sessions whose tasks have ids up to this one lack passages from before the model; 0 if these tasks have
 *     not been given yet, null if there are none
 */
record MeaningState(
        long modelId,
        long indexId,
        int format,
        String owner,
        @Nullable Long filledUpTo) {

    /** Nobody has said which sessions lack passages, or by rules that are over. */
    boolean isNew() {
        return format != PassageCutter.FORMAT || Objects.equals(filledUpTo, 0L);
    }

    boolean isFilling() {
        return filledUpTo != null;
    }
}
