package dev.opensync.usage;

/** What daily sums can be grouped and narrowed by. */
public enum UsageDimension {
    DAY("day"),
    /** {@code unknown} where the coding tool named none. */
    MODEL("COALESCE(NULLIF(model, ''), 'unknown')"),
    /** As {@link ProviderName} infers it. */
    PROVIDER("provider"),
    /** The name, else the path; sessions with neither have no project. */
    PROJECT("NULLIF(project, '')"),
    SOURCE("source");

    private final String expression;

    UsageDimension(String expression) {
        this.expression = expression;
    }

    /** In SQL, over {@code usage_daily}. */
    String expression() {
        return expression;
    }
}
