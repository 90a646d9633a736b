package dev.opensync.api.eval;

import java.util.List;

/** The datasets of an account, the one with the newest version first. */
public record DatasetListResponse(List<DatasetResponse> datasets) {}
