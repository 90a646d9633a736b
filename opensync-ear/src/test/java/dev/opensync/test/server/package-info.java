/** The other ways to run the product: the enterprise archive on Payara Server, and the newest Java. */
@NullMarked
package dev.opensync.test.server;

import org.jspecify.annotations.NullMarked;
