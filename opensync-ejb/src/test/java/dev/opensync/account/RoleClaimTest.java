package dev.opensync.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleClaimTest {

    private final JsonObject claims = Json.createObjectBuilder()
            .add("role", "boss")
            .add("groups", Json.createArrayBuilder().add("staff").add("boss"))
            .add(
                    "realm_access",
                    Json.createObjectBuilder()
                            .add("roles", Json.createArrayBuilder().add("boss")))
            .add("https://example.org/role", "boss")
            .build();

    @Test
    void adminValueIsFoundInTextListNestedAndUrlClaims() {
        for (String name : List.of("role", "groups", "realm_access.roles", "https://example.org/role")) {
            assertThat(new RoleClaim(name, List.of("admin", " boss ")).roleIn(claims))
                    .as(name)
                    .isEqualTo(Role.ADMIN);
        }
    }

    @Test
    void anyOtherValueMakesAMember() {
        assertThat(new RoleClaim("groups", List.of("admin")).roleIn(claims)).isEqualTo(Role.MEMBER);
        assertThat(new RoleClaim("groups", List.of("")).roleIn(claims)).isEqualTo(Role.MEMBER);
    }

    @Test
    void missingClaimSaysNothing() {
        assertThat(new RoleClaim("realm_access.groups", List.of("boss")).roleIn(claims))
                .isNull();
    }
}
