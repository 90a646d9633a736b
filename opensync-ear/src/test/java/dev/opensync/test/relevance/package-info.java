/** Whether search finds what people look for: known questions about a known history. */
@NullMarked
package dev.opensync.test.relevance;

import org.jspecify.annotations.NullMarked;
