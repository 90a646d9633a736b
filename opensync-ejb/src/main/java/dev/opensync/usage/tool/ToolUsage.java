package dev.opensync.usage.tool;

/** What one tool was called for in some sessions; {@code sessions}: in how many of them. */
public record ToolUsage(String tool, long sessions, ToolSums sums) {}
