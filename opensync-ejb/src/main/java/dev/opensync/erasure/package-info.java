/** Deleting all that an account has synced, and accounts, in the background. */
@NullMarked
package dev.opensync.erasure;

import org.jspecify.annotations.NullMarked;
