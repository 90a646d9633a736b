package dev.opensync.web.sharing;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/** Addresses of shared sessions whose password this browser has given. */
@SessionScoped
public class OpenedShares implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Set<String> slugs = new HashSet<>();

    synchronized void add(String slug) {
        slugs.add(slug);
    }

    synchronized boolean contains(String slug) {
        return slugs.contains(slug);
    }
}
