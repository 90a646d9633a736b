package dev.opensync.eval;

import java.util.List;

/** By which names the chosen sessions of an account can be told apart, each list in order. */
public record EvalNames(List<String> sources, List<String> models) {

    public EvalNames {
        sources = List.copyOf(sources);
        models = List.copyOf(models);
    }
}
