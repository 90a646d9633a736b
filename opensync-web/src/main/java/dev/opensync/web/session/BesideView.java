package dev.opensync.web.session;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which list stands beside the session in view: that in which it was chosen. The page's script reads it. */
@Named
@RequestScoped
public class BesideView {

    private SessionFilters filters = SessionFilters.of(Map.of());
    private @Nullable String start;

    @PostConstruct
    void readAddress() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        filters = SessionFilters.of(parameters);
        start = parameters.get("list");
    }

    public SessionFilters getFilters() {
        return filters;
    }

    /** Whether new sessions belong to what is shown: not to what was found, nor to a later page. */
    public boolean isLive() {
        return start == null && !filters.isSearch();
    }

    /** The address of the list, after its path. */
    public String getList() {
        return filters.query().with("after", start).afterPath();
    }
}
