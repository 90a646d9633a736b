/** The list of sessions and one session with its messages, also while it grows. */
@NullMarked
package dev.opensync.web.session;

import org.jspecify.annotations.NullMarked;
