/** The caller as seen by a program. */
@NullMarked
package dev.opensync.api.account;

import org.jspecify.annotations.NullMarked;
