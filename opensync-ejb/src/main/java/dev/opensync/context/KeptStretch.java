package dev.opensync.context;

/**
 * A stretch of the messages of one session that somebody keeps, by the numbers of their arrival.
 *
 * @param best the message to begin with where there is no room for all
 */
public record KeptStretch(String sessionId, int first, int last, int best) {}
