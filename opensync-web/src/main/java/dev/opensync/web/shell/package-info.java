/** What surrounds every page of the console. */
@NullMarked
package dev.opensync.web.shell;

import org.jspecify.annotations.NullMarked;
