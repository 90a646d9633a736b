/** How the HTTP edges tell a caller that a request failed. */
@NullMarked
package dev.opensync.api.problem;

import org.jspecify.annotations.NullMarked;
