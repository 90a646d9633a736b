/** People, their roles, and the API keys of their plugins. */
@NullMarked
package dev.opensync.account;

import org.jspecify.annotations.NullMarked;
