/** The coding tools' plugins against the running server: the real ones where they are published, else what they send. */
@NullMarked
package dev.opensync.test.plugin;

import org.jspecify.annotations.NullMarked;
