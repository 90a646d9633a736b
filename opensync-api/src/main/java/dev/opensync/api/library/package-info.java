/** What people keep of their sessions: saved searches, bookmarks and packs of context. */
@NullMarked
package dev.opensync.api.library;

import org.jspecify.annotations.NullMarked;
