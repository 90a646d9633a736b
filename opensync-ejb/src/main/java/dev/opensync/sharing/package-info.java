/** What owners show of a session to everybody who has its link, and how secrets stay out of it. */
@NullMarked
package dev.opensync.sharing;

import org.jspecify.annotations.NullMarked;
