package org.upprop.monitor.flow;

import org.upprop.delivery.Away;

/** Looks at the broker. */
public interface Looks {

    /**
     * What is there now.
     *
     * @throws Away if the broker does not answer
     */
    Sighting look() throws InterruptedException;
}
