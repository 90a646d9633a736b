/** How the house is built: rules that hold for every class and every source file. */
@NullMarked
package dev.opensync.test.house;

import org.jspecify.annotations.NullMarked;
