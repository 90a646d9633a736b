/** What the last day and the last year came to, for a picture to keep. */
@NullMarked
package dev.opensync.wrapped;

import org.jspecify.annotations.NullMarked;
