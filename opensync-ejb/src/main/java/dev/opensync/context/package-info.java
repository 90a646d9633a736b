/** What was said in earlier sessions, put together for an agent that is to go on from there. */
@NullMarked
package dev.opensync.context;

import org.jspecify.annotations.NullMarked;
