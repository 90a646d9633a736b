/** What every request of the HTTP edges has in common: odd paths, foreign origins, bounded parameters, errors as JSON. */
@NullMarked
package dev.opensync.api.http;

import org.jspecify.annotations.NullMarked;
