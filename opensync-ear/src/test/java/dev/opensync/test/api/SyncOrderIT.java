package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SystemTest
@Tag("database")
class SyncOrderIT {

    private final SyncEndpoint sync;

    SyncOrderIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

    @Nested
    class MessageBeforeItsSession {

        @Test
        void theSessionIsMade() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Hello",
                     "source": "cursor", "model": "gpt-5", "promptTokens": 5, "createdAt": 1706234567890}""");

            assertFields(sync.read().session(), """
                    {"externalId": "ID", "source": "cursor-sync", "model": "gpt-5", "cost": 0, "messageCount": 1,
                     "createdAt": 1706234567890}""".replace("ID", sync.sessionId()));
        }

        @Test
        void aMessageFromTheFutureDoesNotDateItsSession() {
            long now = sync.api().get("/health").json().get("timestamp").asLong();

            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "createdAt": 4102444800000}""");

            assertThat(sync.read().session().get("createdAt").asLong()).isCloseTo(now, within(600_000L));
        }

        @Test
        void theSessionCorrectsSourceAndDateLater() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user"}""");

            sync.session("""
                    {"externalId": "ID", "source": "pi", "title": "Real", "createdAt": 1706234567890}""");

            assertFields(sync.read().session(), """
                    {"source": "pi", "title": "Real", "createdAt": 1706234567890, "messageCount": 1}""");
        }

        @Test
        void itsTokensStandInForTotalsAsAnEstimate() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "promptTokens": 30}""");

            assertFields(sync.read().session(), """
                    {"totalTokens": 30, "tokensEstimated": true}""");
        }

        @Test
        void itsTokensAreNeverAddedToTheReportedTotals() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "promptTokens": 1000}""");
            sync.session("""
                    {"externalId": "ID", "promptTokens": 40, "completionTokens": 2}""");
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m2", "role": "assistant", "completionTokens": 1000}""");

            assertFields(sync.read().session(), """
                    {"promptTokens": 40, "completionTokens": 2, "totalTokens": 42}""");
        }
    }

    @Nested
    class OfMessages {

        @Test
        void isArrivalWhereNobodySaysWhen() {
            for (String id : new String[] {"z", "a", "m", "b"}) {
                sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"" + id + "\", \"role\": \"user\"}");
            }

            assertThat(sync.read().order()).containsExactly("z", "a", "m", "b");
        }

        @Test
        void isCreationThenArrival() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "late", "role": "user", "createdAt": 1706234567892}""");
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "tie-1", "role": "user", "createdAt": 1706234567891}""");
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "early", "role": "user", "createdAt": 1706234567890}""");
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "tie-2", "role": "user", "createdAt": 1706234567891}""");

            assertThat(sync.read().order()).containsExactly("early", "tie-1", "tie-2", "late");
        }
    }
}
