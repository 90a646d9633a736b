/** What earlier sessions say, for agents. */
@NullMarked
package dev.opensync.api.context;

import org.jspecify.annotations.NullMarked;
