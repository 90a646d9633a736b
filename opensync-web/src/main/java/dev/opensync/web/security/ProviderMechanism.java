package dev.opensync.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The server's own OpenID Connect client, which the definition installs; it is found among the beans, because the one
 * mechanism the container would call is ours.
 */
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${oidcConfig.providerUri}",
        clientId = "${oidcConfig.clientId}",
        clientSecret = "${oidcConfig.clientSecret}",
        scopeExpression = "${oidcConfig.scopes}",
        redirectURI = "${baseURL}/callback",
        // Soteria fails on restoring the request after a successful sign-in; SignIn knows where to go on.
        redirectToOriginalResource = false)
public class ProviderMechanism {

    private static final String TOKENS_ENDING = "JWTAuthenticationMechanism";

    @Inject
    BeanManager beans;

    private HttpAuthenticationMechanism mechanism;

    @SuppressWarnings("NullAway.Init")
    ProviderMechanism() {}

    @PostConstruct
    void find() {
        Bean<?> bean = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .filter(ProviderMechanism::isOpenId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server brings no OpenID Connect"));
        mechanism = (HttpAuthenticationMechanism)
                beans.getReference(bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
    }

    /** Sends the browser to the provider. */
    AuthenticationStatus challenge(HttpServletRequest request, HttpMessageContext context)
            throws AuthenticationException {
        return mechanism.validateRequest(request, context.getResponse(), new Exchange(context, request));
    }

    /** Takes the provider's answer from the callback; false if it cannot be trusted or the person declined. */
    boolean accept(HttpServletRequest request, HttpMessageContext context) throws AuthenticationException {
        Exchange exchange = new Exchange(context, request);
        mechanism.validateRequest(request, context.getResponse(), exchange);
        return exchange.accepted;
    }

    /** It has no type of its own to be known by; so it is the one that is neither ours nor the one for tokens. */
    private static boolean isOpenId(Bean<?> bean) {
        return bean.getBeanClass() != AuthenticationDispatcher.class
                && bean.getTypes().stream().noneMatch(type -> type.getTypeName().endsWith(TOKENS_ENDING));
    }

    /** A protected request, whose outcome is taken down instead of told to the container: the session is our own. */
    private static final class Exchange extends HttpMessageContextWrapper {

        private final HttpServletRequest request;
        private boolean accepted;

        Exchange(HttpMessageContext context, HttpServletRequest request) {
            super(context);
            this.request = request;
        }

        @Override
        public HttpServletRequest getRequest() {
            return request;
        }

        @Override
        public boolean isProtected() {
            return true;
        }

        @Override
        public void setRegisterSession(String callerName, Set<String> groups) {
            // The container would keep the provider's name for the caller; ours is the account.
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
            accepted = result.getStatus() == CredentialValidationResult.Status.VALID;
            return accepted ? AuthenticationStatus.SUCCESS : AuthenticationStatus.SEND_FAILURE;
        }
    }
}
