/** The record of what programs asked for. */
@NullMarked
package dev.opensync.api.accesslog;

import org.jspecify.annotations.NullMarked;
