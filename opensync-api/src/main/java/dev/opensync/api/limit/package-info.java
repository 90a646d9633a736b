/** How often a key or an address may call, counted by each server for itself. */
@NullMarked
package dev.opensync.api.limit;

import org.jspecify.annotations.NullMarked;
