/** Searching on a cluster, which comes and goes. */
@NullMarked
package dev.opensync.test.cluster;

import org.jspecify.annotations.NullMarked;
