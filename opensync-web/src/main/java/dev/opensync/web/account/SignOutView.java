package dev.opensync.web.account;

import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The way out, as a part of every page. */
@Named
@RequestScoped
public class SignOutView {

    @Inject
    Visit visit;

    public void signOut() {
        visit.leave();
    }
}
