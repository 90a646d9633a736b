/** Taking in what the plugins send: one transaction, answered after its commit. */
@NullMarked
package dev.opensync.sync;

import org.jspecify.annotations.NullMarked;
