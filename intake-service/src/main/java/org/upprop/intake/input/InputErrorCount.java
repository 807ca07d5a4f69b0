package org.upprop.intake.input;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts which rules inputs break. A code names a rule, so there are as many as there are rules, and no more. */
@Component
public class InputErrorCount {

    /** More than there are rules; a further code would be somebody's invention, and is counted as another. */
    private static final int MOST_CODES = 200;

    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final MeterRegistry meters;

    InputErrorCount(MeterRegistry meters) {
        this.meters = meters;
    }

    public void add(List<InputError> errors) {
        errors.forEach(error -> meters.counter("upprop.input.errors", "code", label(error.code()))
                .increment());
    }

    private String label(String code) {
        if (codes.size() < MOST_CODES) {
            codes.add(code);
        }
        return codes.contains(code) ? code : "other";
    }
}
