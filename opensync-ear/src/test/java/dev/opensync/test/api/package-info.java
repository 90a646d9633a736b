/** What programs may expect of the HTTP endpoints, proven against the running server. */
@NullMarked
package dev.opensync.test.api;

import org.jspecify.annotations.NullMarked;
