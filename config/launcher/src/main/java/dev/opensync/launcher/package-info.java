/** Starts a complete server on one machine: an embedded database, then Payara Micro with the application. */
@NullMarked
package dev.opensync.launcher;

import org.jspecify.annotations.NullMarked;
