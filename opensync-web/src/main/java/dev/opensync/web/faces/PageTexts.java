package dev.opensync.web.faces;

import java.util.Locale;
import java.util.ResourceBundle;

/** The console's texts for what Java puts together; pages read them by themselves. */
public final class PageTexts {

    private static final String BUNDLE = "dev.opensync.web.texts";

    private PageTexts() {}

    /** In the language of the page that is being answered; {@code values} take the places of {@code {0}}, {@code {1}} and so on. */
    public static String get(String key, Object... values) {
        return get(Viewer.current().locale(), key, values);
    }

    public static boolean has(String key) {
        return bundle(Viewer.current().locale()).containsKey(key);
    }

    static String get(Locale locale, String key, Object... values) {
        String text = bundle(locale).getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, PageTexts.class.getClassLoader());
    }
}
