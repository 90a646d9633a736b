/** Charts, drawn by the server in the colours of the style sheet, each also readable as a table. */
@NullMarked
package dev.opensync.web.chart;

import org.jspecify.annotations.NullMarked;
