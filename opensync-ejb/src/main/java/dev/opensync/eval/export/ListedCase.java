package dev.opensync.eval.export;

/**
 * A test case to choose.
 *
 * @param sessionId public id
 * @param title of the session, empty for none
 * @param sequence number of the user's first message in it
 * @param input how it begins, without secrets and, on request, without names
 * @param answer the same of the answer
 */
public record ListedCase(
        String sessionId, String externalId, String title, int sequence, String input, String answer) {}
