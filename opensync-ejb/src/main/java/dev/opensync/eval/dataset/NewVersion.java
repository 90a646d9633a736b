package dev.opensync.eval.dataset;

/** A version that is being filled. */
public record NewVersion(long datasetId, String publicId, long versionId, int version) {}
