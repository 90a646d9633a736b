/** The database: connection pool, dialect and migrations. */
@NullMarked
package dev.opensync.schema;

import org.jspecify.annotations.NullMarked;
