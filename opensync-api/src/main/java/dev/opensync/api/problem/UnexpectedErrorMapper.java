package dev.opensync.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.ThreadLocalRandom;

/** Anything nobody foresaw: the caller gets constant words and a number, the log gets the number and the stack trace. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        return answer(failure, 500);
    }

    static Response answer(Throwable failure, int status) {
        String logId = String.format("%08x", ThreadLocalRandom.current().nextInt());
        LOG.log(System.Logger.Level.ERROR, "A request failed, log id " + logId, failure);
        return new Problem(status, "Internal server error, log id " + logId).toResponse();
    }
}
