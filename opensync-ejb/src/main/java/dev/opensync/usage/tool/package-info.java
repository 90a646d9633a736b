/** Which tools sessions called, how often, for how long, and how often in vain. */
@NullMarked
package dev.opensync.usage.tool;

import org.jspecify.annotations.NullMarked;
