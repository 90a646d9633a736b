package dev.opensync.eval.dataset;

/** A test case of a version by which it is compared with others. */
public record NewCase(int sequence, byte[] hash, String excerpt) {}
