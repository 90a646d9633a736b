package dev.opensync.web.faces;

import jakarta.faces.context.FacesContext;

/** The console's texts for what Java puts together; pages read them by themselves. */
public final class PageTexts {

    private static final String BUNDLE = "text";

    private PageTexts() {}

    /** During a request for a page. */
    public static String get(String key) {
        FacesContext context = FacesContext.getCurrentInstance();
        return context.getApplication().getResourceBundle(context, BUNDLE).getString(key);
    }
}
