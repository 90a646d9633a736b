/** Deleting everything of an account, and what it leaves to others. */
@NullMarked
package dev.opensync.test.erasure;

import org.jspecify.annotations.NullMarked;
