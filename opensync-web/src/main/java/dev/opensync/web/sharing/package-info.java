/** The page that makes a session public, and the page everybody with its link sees. */
@NullMarked
package dev.opensync.web.sharing;

import org.jspecify.annotations.NullMarked;
