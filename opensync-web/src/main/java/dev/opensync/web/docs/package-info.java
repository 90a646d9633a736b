/** The documentation inside the console. */
@NullMarked
package dev.opensync.web.docs;

import org.jspecify.annotations.NullMarked;
