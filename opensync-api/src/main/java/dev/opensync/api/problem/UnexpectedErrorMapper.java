package dev.opensync.api.problem;

import dev.opensync.shared.DatabaseOutage;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A database that is away, and anything nobody foresaw: then the caller gets constant words and a number, the log gets the
 * number and the stack trace.
 */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (DatabaseOutage.isBehind(failure)) {
            LOG.log(System.Logger.Level.WARNING, "The database is away", failure);
            return new Problem(503, "The database cannot be reached now, try again later").toResponse();
        }
        return answer(failure, 500);
    }

    static Response answer(Throwable failure, int status) {
        String logId = String.format("%08x", ThreadLocalRandom.current().nextInt());
        LOG.log(System.Logger.Level.ERROR, "A request failed, log id " + logId, failure);
        return new Problem(status, "Internal server error, log id " + logId).toResponse();
    }
}
