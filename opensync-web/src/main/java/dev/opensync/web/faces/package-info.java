/** What all pages of the console share: reading records in pages, failures, formats, links. */
@NullMarked
package dev.opensync.web.faces;

import org.jspecify.annotations.NullMarked;
