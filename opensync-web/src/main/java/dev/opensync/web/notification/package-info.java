/** The bell: what the reader is told of afterwards. */
@NullMarked
package dev.opensync.web.notification;

import org.jspecify.annotations.NullMarked;
