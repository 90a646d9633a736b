/** Telling open pages that something they show has changed. */
@NullMarked
package dev.opensync.web.live;

import org.jspecify.annotations.NullMarked;
