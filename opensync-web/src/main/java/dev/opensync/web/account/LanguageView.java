package dev.opensync.web.account;

import dev.opensync.account.AccountService;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.Application;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which language a person reads the console: chosen in the settings or in the menu of every page. */
@Named
@RequestScoped
public class LanguageView {

    @Inject
    AccountService accounts;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private String chosen = "";

    /** One language, by its own name. */
    public record Language(String tag, String name) {

        static Language of(Locale locale) {
            return new Language(locale.toLanguageTag(), locale.getDisplayLanguage(locale));
        }
    }

    @PostConstruct
    void load() {
        chosen = signedIn.findLanguage().orElse("");
    }

    /** What the settings say. */
    public void save() {
        choose(chosen, "/settings#profile");
    }

    /** From the menu; {@code page}: where the reader is. */
    public void choose(String tag, @Nullable String page) {
        Optional<Language> known =
                getAll().stream().filter(language -> language.tag().equals(tag)).findFirst();
        accounts.chooseLanguage(signedIn.getId(), known.map(Language::tag).orElse(null));
        visit.goBack(page);
    }

    public List<Language> getAll() {
        Application application = FacesContext.getCurrentInstance().getApplication();
        List<Language> languages = new ArrayList<>();
        languages.add(Language.of(application.getDefaultLocale()));
        application.getSupportedLocales().forEachRemaining(locale -> languages.add(Language.of(locale)));
        return languages;
    }

    /** Those in which the page is not. */
    public List<Language> getOthers() {
        String shown =
                FacesContext.getCurrentInstance().getViewRoot().getLocale().toLanguageTag();
        return getAll().stream()
                .filter(language -> !language.tag().equals(shown))
                .toList();
    }

    /** Tag of the language that was chosen; empty where the browser says it. */
    public String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen == null ? "" : chosen;
    }
}
