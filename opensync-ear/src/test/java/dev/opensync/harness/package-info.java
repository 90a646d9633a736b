/** What system tests stand on: servers, databases, browsers and other tools as processes, and clients to talk to them. */
@NullMarked
package dev.opensync.harness;

import org.jspecify.annotations.NullMarked;
