/** Who is signed in to the console, and the doors in and out. */
@NullMarked
package dev.opensync.web.security;

import org.jspecify.annotations.NullMarked;
