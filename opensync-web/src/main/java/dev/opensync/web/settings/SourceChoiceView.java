package dev.opensync.web.settings;

import dev.opensync.account.SourceChoiceService;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import dev.opensync.web.session.NamesInUse;
import dev.opensync.web.session.SourceBadge;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which coding tools the reader is offered as sources on every page; a part of the settings page. */
@Named
@RequestScoped
public class SourceChoiceView {

    @Inject
    SourceChoiceService choices;

    @Inject
    NamesInUse names;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private Map<String, String> offered = Map.of();
    private List<String> chosen = List.of();

    @PostConstruct
    void load() {
        Map<String, String> sources = new LinkedHashMap<>();
        Stream.concat(SourceBadge.KNOWN.stream(), names.sources(signedIn.getId()).stream())
                .forEach(source -> sources.put(source, SourceBadge.of(source).name()));
        Set<String> hidden = choices.hidden(signedIn.getId());
        offered = sources;
        chosen = sources.keySet().stream()
                .filter(source -> !hidden.contains(source))
                .toList();
    }

    public void save() {
        choices.choose(signedIn.getId(), offered.keySet(), chosen);
        visit.goOn("/settings#agents");
    }

    /** Names for people by the names of the tools: those we know, and those that sent something. */
    public Map<String, String> getOffered() {
        return offered;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = List.copyOf(chosen);
    }
}
