package dev.opensync.web.faces;

import org.primefaces.PrimeFaces;

/** A short word to the reader of a page that is changed in its place; console.js shows it. */
public final class Toast {

    private Toast() {}

    public static void show(String text) {
        PrimeFaces.current().ajax().addCallbackParam("toast", text);
    }
}
