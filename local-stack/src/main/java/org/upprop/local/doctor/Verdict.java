package org.upprop.local.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How good a thing is, the best first. */
public enum Verdict {
    OK,
    /** It works, and may not for everybody or not for long; or it could not be told. */
    WARNING,
    WRONG;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
