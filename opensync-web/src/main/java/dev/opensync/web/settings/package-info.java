/** API keys of the reader, and how to connect plugins with them. */
@NullMarked
package dev.opensync.web.settings;

import org.jspecify.annotations.NullMarked;
