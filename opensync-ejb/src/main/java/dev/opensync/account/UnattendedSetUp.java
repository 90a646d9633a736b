package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Gives an empty server its first administrator, and that one a key, from the settings; on any other server it does
 * nothing.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class UnattendedSetUp {

    private static final System.Logger LOG = System.getLogger(UnattendedSetUp.class.getName());
    private static final String ADMINISTRATOR = "Administrator";
    private static final String KEY_NAME = "Unattended set-up";

    @Inject
    AccountConfig config;

    @EJB
    AccountService accounts;

    @EJB
    ApiKeyService keys;

    @PostConstruct
    void setUp() {
        Optional<String> email = config.initEmail();
        Optional<String> password = config.initPassword();
        if (!accounts.isServerUnclaimed()) {
            return;
        }
        if (email.isEmpty() || password.isEmpty()) {
            if (email.isPresent() || password.isPresent() || config.initApiKey().isPresent()) {
                LOG.log(
                        Level.WARNING,
                        "Unattended set-up needs OPENSYNC_INIT_EMAIL and OPENSYNC_INIT_PASSWORD; nothing was created");
            }
            return;
        }
        create(email.get(), password.get());
    }

    private void create(String email, String password) {
        try {
            AccountProfile administrator = accounts.createFirstAdministrator(ADMINISTRATOR, email, password);
            LOG.log(Level.INFO, "Unattended set-up created the administrator, account {0}", administrator.id());
            config.initApiKey().ifPresent(key -> createKey(administrator.id(), key));
        } catch (OpenSyncException e) {
            // Another node may have been first; and a typing error in a setting must not keep the server down.
            LOG.log(Level.WARNING, "Unattended set-up did not finish: {0}", e.getMessage());
        }
    }

    private void createKey(long accountId, String key) {
        try {
            keys.createChosen(accountId, KEY_NAME, key, EnumSet.allOf(Scope.class));
        } catch (OpenSyncException e) {
            LOG.log(Level.WARNING, "OPENSYNC_INIT_API_KEY was not used: {0}", e.getMessage());
        }
    }
}
