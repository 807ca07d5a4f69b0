package org.upprop.monitor.funnel;

import java.time.Instant;

/**
 * What came of an appeal's signatures within one step of time.
 *
 * @param from when that began
 */
public record Count(String appeal, Instant from, long accepted, long mailed, long confirmed, long listed) {

    Passed passed() {
        return new Passed(accepted, mailed, confirmed, listed);
    }
}
