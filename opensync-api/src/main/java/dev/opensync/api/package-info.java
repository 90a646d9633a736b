/** The doors for programs: one JAX-RS application for each of /sync, /api and /health. */
@NullMarked
package dev.opensync.api;

import org.jspecify.annotations.NullMarked;
