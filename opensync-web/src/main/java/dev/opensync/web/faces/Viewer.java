package dev.opensync.web.faces;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** For whom a page is written: in which language, and in which zone its times are. */
public record Viewer(Locale locale, ZoneId zone) {

    /** Not an offset, which has no name. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Where there is no page. */
    static final Viewer NOBODY = new Viewer(Locale.ENGLISH, UTC);

    /** Written by the script of every page: the zone of the browser. */
    private static final String ZONE_COOKIE = "opensync-zone";

    /** Of the request for a page that is being answered. */
    public static Viewer current() {
        FacesContext context = context();
        if (context == null) {
            return NOBODY;
        }
        UIViewRoot page = context.getViewRoot();
        if (page == null) {
            return new Viewer(context.getApplication().getViewHandler().calculateLocale(context), zone(context));
        }
        return (Viewer) context.getAttributes()
                .computeIfAbsent(Viewer.class, unknown -> new Viewer(page.getLocale(), zone(context)));
    }

    private static @Nullable FacesContext context() {
        try {
            return FacesContext.getCurrentInstance();
        } catch (LinkageError e) {
            // Outside of a server there are only the interfaces of Faces.
            return null;
        }
    }

    private static ZoneId zone(FacesContext context) {
        Object cookie = context.getExternalContext().getRequestCookieMap().get(ZONE_COOKIE);
        try {
            return cookie instanceof Cookie named ? ZoneId.of(named.getValue()) : UTC;
        } catch (DateTimeException e) {
            return UTC;
        }
    }
}
