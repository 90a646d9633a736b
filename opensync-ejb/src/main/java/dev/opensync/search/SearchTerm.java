package dev.opensync.search;

/**
 * A word or quoted phrase that is looked for.
 *
 * @param open true if it may be the beginning of a longer word, as the last one while it is being typed
 */
record SearchTerm(String text, boolean open) {}
