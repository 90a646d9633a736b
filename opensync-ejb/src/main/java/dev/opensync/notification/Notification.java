package dev.opensync.notification;

import java.time.Instant;

/**
 * Something that happened to one person's things.
 *
 * @param subject a name of theirs, such as that of a key; empty if there is none
 * @param link path of the console where more can be seen; empty if there is none
 */
public record Notification(NotificationKind kind, String subject, String link, boolean read, Instant createdAt) {}
