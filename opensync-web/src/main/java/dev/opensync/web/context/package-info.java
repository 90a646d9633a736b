/** The page that puts together what earlier sessions say, and what readers keep of it. */
@NullMarked
package dev.opensync.web.context;

import org.jspecify.annotations.NullMarked;
