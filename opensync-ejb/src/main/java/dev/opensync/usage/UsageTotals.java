package dev.opensync.usage;

/** What all sessions of a query come to, and how many different models and projects they have. */
public record UsageTotals(Usage usage, long models, long projects) {}
