package dev.opensync.api.problem;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes off the wrapper that the container puts around failures of a service. */
@Provider
public class EjbExceptionMapper implements ExceptionMapper<EJBException> {

    @Context
    Providers providers;

    @Override
    public Response toResponse(EJBException wrapper) {
        Throwable failure = wrapper;
        while (failure instanceof EJBException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure instanceof EJBException ? UnexpectedErrorMapper.answer(failure, 500) : map(failure);
    }

    @SuppressWarnings("unchecked")
    private <T extends Throwable> Response map(T failure) {
        ExceptionMapper<T> mapper = providers.getExceptionMapper((Class<T>) failure.getClass());
        return mapper == null ? UnexpectedErrorMapper.answer(failure, 500) : mapper.toResponse(failure);
    }
}
