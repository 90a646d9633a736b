/** Finding sessions by what they mean. */
@NullMarked
package dev.opensync.test.meaning;

import org.jspecify.annotations.NullMarked;
