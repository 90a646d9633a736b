package dev.opensync.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** Which coding tools one person wants to be offered as sources; all that are not hidden. */
@Stateless
public class SourceChoiceService {

    @Inject
    HiddenSourceRepository hidden;

    public Set<String> hidden(long accountId) {
        return hidden.of(accountId);
    }

    /** Of the {@code offered} ones those not {@code chosen} are hidden from now on; what was not offered stays. */
    public void choose(long accountId, Collection<String> offered, Collection<String> chosen) {
        for (String source : offered) {
            if (chosen.contains(source)) {
                hidden.remove(accountId, source);
            } else {
                hidden.add(accountId, source);
            }
        }
    }
}
