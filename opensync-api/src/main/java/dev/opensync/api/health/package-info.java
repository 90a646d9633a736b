/** Whether the server answers. */
@NullMarked
package dev.opensync.api.health;

import org.jspecify.annotations.NullMarked;
