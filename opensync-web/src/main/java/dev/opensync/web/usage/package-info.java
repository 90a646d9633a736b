/** What the reader's sessions come to: the overview and the analytics. */
@NullMarked
package dev.opensync.web.usage;

import org.jspecify.annotations.NullMarked;
