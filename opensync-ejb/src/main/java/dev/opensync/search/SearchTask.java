package dev.opensync.search;

/** A run of messages of one session that an index does not know yet; see {@link SearchTasks}. */
record SearchTask(long id, long sessionId, int firstSequence, int lastSequence) {}
