package dev.opensync.web.docs;

import dev.opensync.web.docs.DocLibrary.Hit;
import dev.opensync.web.settings.PluginSetupView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of the documentation, or what is found in all of them. */
@Named
@RequestScoped
public class DocsView {

    private static final int MOST_CHARS = 200;
    private static final int BEST = 8;

    @Inject
    DocLibrary library;

    @Inject
    PluginSetupView server;

    private @Nullable String page;
    private String find = "";
    private @Nullable Doc doc;

    /** Fails with {@code NOT_FOUND}. */
    public void load() {
        doc = library.get(page);
    }

    /** Answers the request with the Markdown. Fails with {@code NOT_FOUND}. */
    public void write() throws IOException {
        String markdown = DocLibrary.at(server.getUrl(), library.get(page).markdown());
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("text/markdown;charset=UTF-8");
        answer.getResponseOutputWriter().write(markdown);
        faces.responseComplete();
    }

    public List<Doc> getDocs() {
        return library.all();
    }

    public Doc getDoc() {
        return doc == null ? library.get(page) : doc;
    }

    /** With the address of this server in every example. */
    public String getHtml() {
        return DocLibrary.at(escaped(server.getUrl()), getDoc().html());
    }

    /** The name by which a browser calls this server is the browser's to choose. */
    private static String escaped(String url) {
        return url.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public List<Hit> getHits() {
        return library.find(find);
    }

    /** The first of the hits. */
    public List<Hit> getBest() {
        return getHits().stream().limit(BEST).toList();
    }

    public boolean isSearch() {
        return !find.isBlank();
    }

    public @Nullable String getPage() {
        return page;
    }

    /** Name of the document; null for the first. */
    public void setPage(@Nullable String page) {
        this.page = page;
    }

    public String getFind() {
        return find;
    }

    /** Words to look for in all documents. */
    public void setFind(@Nullable String find) {
        this.find = find == null ? "" : find.substring(0, Math.min(find.length(), MOST_CHARS));
    }
}
