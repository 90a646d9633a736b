package dev.opensync.api.security;

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
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.lang.reflect.Type;
import java.util.Optional;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The server's own verification of MicroProfile JWTs, which {@code @LoginConfig} installs.
 *
 * <p>It is found among the beans, because the one mechanism the container would call is ours.
 */
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT")
public class JwtMechanism {

    private static final String TYPE_ENDING = "JWTAuthenticationMechanism";

    @Inject
    BeanManager beans;

    private HttpAuthenticationMechanism mechanism;

    @SuppressWarnings("NullAway.Init")
    JwtMechanism() {}

    @PostConstruct
    void find() {
        Bean<?> bean = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .filter(candidate -> candidate.getTypes().stream().anyMatch(JwtMechanism::isForTokens))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server brings no MicroProfile JWT"));
        mechanism = (HttpAuthenticationMechanism)
                beans.getReference(bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
    }

    /** Empty if the token is not valid: malformed, wrongly signed, expired, or of another issuer. */
    Optional<JsonWebToken> verify(HttpMessageContext context) throws AuthenticationException {
        Verification verification = new Verification(context);
        mechanism.validateRequest(context.getRequest(), context.getResponse(), verification);
        return Optional.ofNullable(verification.token);
    }

    private static boolean isForTokens(Type type) {
        return type.getTypeName().endsWith(TYPE_ENDING);
    }

    /** Takes the outcome down instead of telling the container or writing an answer. */
    private static final class Verification extends HttpMessageContextWrapper {

        private @Nullable JsonWebToken token;

        Verification(HttpMessageContext context) {
            super(context);
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
            if (result.getCallerPrincipal() instanceof JsonWebToken verified) {
                token = verified;
            }
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public AuthenticationStatus responseUnauthorized() {
            return AuthenticationStatus.SEND_FAILURE;
        }
    }
}
