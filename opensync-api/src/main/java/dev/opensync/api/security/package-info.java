/** Who may call which resource. */
@NullMarked
package dev.opensync.api.security;

import org.jspecify.annotations.NullMarked;
