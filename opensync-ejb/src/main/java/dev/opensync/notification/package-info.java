/** What people are told of after it happened: their keys, what they share, work done in the background. */
@NullMarked
package dev.opensync.notification;

import org.jspecify.annotations.NullMarked;
