package org.upprop.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.upprop.page.web.SecurityHeaders;
import tools.jackson.databind.json.JsonMapper;

/** What the server refuses before any filter sees it is a problem too, in place of the server's own page. */
class ServerProblems extends ErrorReportValve {

    private static final String OF_HEAD =
            "The request line or a header is not as HTTP wants it, or they are longer than 8 KiB together.";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        if (response.getStatus() >= 400 && response.getContentWritten() == 0 && response.setErrorReported()) {
            AtomicBoolean canBeWritten = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, canBeWritten);
            if (canBeWritten.get()) {
                write(response);
            }
        }
    }

    private void write(Response response) {
        byte[] body = JSON.writeValueAsBytes(problem(HttpStatusCode.valueOf(response.getStatus())));
        SecurityHeaders.set(response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("Nobody is there to hear the answer", gone);
        }
    }

    private static ProblemDetail problem(HttpStatusCode status) {
        ProblemDetail problem = Problem.bodyOf(status);
        if (status.isSameCodeAs(HttpStatus.BAD_REQUEST)) {
            problem.setDetail(OF_HEAD);
        }
        return problem;
    }
}
