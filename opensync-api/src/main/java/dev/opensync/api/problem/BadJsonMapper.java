package dev.opensync.api.problem;

import com.fasterxml.jackson.core.exc.StreamReadException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request body that is no JSON: says where it breaks, never what it holds. */
@Provider
public class BadJsonMapper implements ExceptionMapper<StreamReadException> {

    @Override
    public Response toResponse(StreamReadException failure) {
        var place = failure.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new Problem(400, "The body is not valid JSON" + where).toResponse();
    }
}
