package dev.opensync.search;

/** A passage as the database has it: without its text, which is in the messages. */
record StoredPassage(Passage.Key key, int lastSequence, int start, int end, long modelId, TextHash hash) {

    boolean isLike(Passage passage) {
        return key.equals(passage.key())
                && lastSequence == passage.lastSequence()
                && start == passage.start()
                && end == passage.end()
                && hash.equals(passage.hash());
    }
}
