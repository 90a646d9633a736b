/** Who gets in, as whom, and who does not: people on the pages, programs at the API. */
@NullMarked
package dev.opensync.test.identity;

import org.jspecify.annotations.NullMarked;
