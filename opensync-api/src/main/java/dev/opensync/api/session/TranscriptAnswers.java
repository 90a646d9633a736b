package dev.opensync.api.session;

import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers with a session and its messages, or that the client has them as they are; then they are not read. */
@ApplicationScoped
public class TranscriptAnswers {

    @Inject
    TranscriptReader transcripts;

    @Inject
    SessionTags tags;

    Response answer(long accountId, SessionSummary session, Request request) {
        EntityTag tag = tags.of(session, "transcript");
        ResponseBuilder unchanged = tag == null ? null : request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(new TranscriptOutput(session, transcripts.messages(accountId, session.id()), null))
                        .tag(tag)
                        .build()
                : unchanged.build();
    }
}
