/** Measurements of the built product: {@code ./mvnw -Pbench}, explained in docs/benchmarks.md. */
package dev.opensync.bench;
