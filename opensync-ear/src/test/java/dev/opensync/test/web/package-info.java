/** What people may expect of the pages, proven with a browser or with plain requests. */
@NullMarked
package dev.opensync.test.web;

import org.jspecify.annotations.NullMarked;
