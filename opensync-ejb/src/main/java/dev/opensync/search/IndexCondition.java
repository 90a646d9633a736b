package dev.opensync.search;

/** Whether what is found can be all there is. */
public enum IndexCondition {
    COMPLETE,
    /** The latest changes are late. */
    BEHIND,
    /** Older sessions are still being read in. */
    REBUILDING
}
