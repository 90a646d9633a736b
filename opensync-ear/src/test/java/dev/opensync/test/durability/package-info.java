/** What is left after the worst: killed servers and killed databases. */
@NullMarked
package dev.opensync.test.durability;

import org.jspecify.annotations.NullMarked;
