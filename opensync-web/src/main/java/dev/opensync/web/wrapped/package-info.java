/** What the last day and the last year came to, as a picture. */
@NullMarked
package dev.opensync.web.wrapped;

import org.jspecify.annotations.NullMarked;
