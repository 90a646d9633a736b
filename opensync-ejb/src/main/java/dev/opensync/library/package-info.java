/** What people keep of their sessions to come back to: searches, single messages, and packs of context. */
@NullMarked
package dev.opensync.library;

import org.jspecify.annotations.NullMarked;
