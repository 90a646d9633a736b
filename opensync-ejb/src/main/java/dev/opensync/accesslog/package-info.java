/** Who called which endpoint of the API, and how long it took. */
@NullMarked
package dev.opensync.accesslog;

import org.jspecify.annotations.NullMarked;
