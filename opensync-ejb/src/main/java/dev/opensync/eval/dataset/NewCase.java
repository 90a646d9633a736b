package dev.opensync.eval.dataset;

/** A test case of a version by which it is compared with others; {@code hash} in hex digits. */
public record NewCase(int sequence, String hash, String excerpt) {}
