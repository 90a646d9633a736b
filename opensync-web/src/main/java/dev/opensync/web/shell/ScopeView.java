package dev.opensync.web.shell;

import dev.opensync.account.SourceChoiceService;
import dev.opensync.web.faces.PageScope;
import dev.opensync.web.faces.QueryString;
import dev.opensync.web.faces.Widget;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.NamesInUse;
import dev.opensync.web.session.SourceBadge;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tool and the days that hold from page to page, as the address of this one says them. */
@Named
@RequestScoped
public class ScopeView {

    /** As the build wrote it down. */
    private static final String VERSION =
            ResourceBundle.getBundle("dev.opensync.web.shell.build").getString("version");

    /** One entry of the choice of tools. */
    public record Choice(String value, String label, boolean chosen) {}

    @Inject
    NamesInUse names;

    @Inject
    SourceChoiceService choices;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable List<Choice> sources;
    private PageScope scope = new PageScope(null, null, null, null);

    @PostConstruct
    void read() {
        scope = PageScope.of(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    }

    /** The tools that sent something and are not hidden, and the one that is chosen. */
    public List<Choice> getSources() {
        if (sources == null) {
            sources = Widget.read(this::offered).value();
            if (sources == null) {
                sources = chosenOnly();
            }
        }
        return sources;
    }

    private List<Choice> offered() {
        Set<String> hidden = choices.hidden(signedIn.getId());
        Stream<String> offered = names.sources(signedIn.getId()).stream().filter(source -> !hidden.contains(source));
        return choices(offered);
    }

    /** No page fails for the sake of its header. */
    private List<Choice> chosenOnly() {
        return choices(Stream.empty());
    }

    private List<Choice> choices(Stream<String> offered) {
        return Stream.concat(offered, Stream.ofNullable(scope.source()))
                .distinct()
                .map(source -> new Choice(source, SourceBadge.of(source).name(), source.equals(scope.source())))
                .toList();
    }

    /** Of this server. */
    public String getVersion() {
        return VERSION;
    }

    public PageScope getScope() {
        return scope;
    }

    /** Null for all. */
    public @Nullable String getSource() {
        return scope.source();
    }

    /** The first day that counts, null for no bound. */
    public @Nullable LocalDate getFrom() {
        return scope.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The last day that counts, null for no bound. */
    public @Nullable LocalDate getTo() {
        return scope.to();
    }

    /** How many days back, {@code custom} for given days, empty for all. */
    public String getRange() {
        boolean custom = scope.first() != null || scope.last() != null;
        return custom ? "custom" : Objects.toString(scope.days(), "");
    }

    /** For the address of another page of which nothing else is said. */
    public String getSuffix() {
        return scope.query().afterPath();
    }

    /** For an address that says something already. */
    public String getFurther() {
        return scope.query().afterOthers();
    }

    /** For a form that leads to another page. */
    public QueryString getQuery() {
        return scope.query();
    }
}
