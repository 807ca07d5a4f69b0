package org.upprop.monitor.web;

import java.util.Optional;
import org.upprop.page.web.Page;

/** A page of the monitor. */
public interface MonitorPage extends Page {

    /** The address of what the monitor's pages look like. */
    String stylesheet();

    /** The address of what keeps it as things are, if it moves; it works without. */
    default Optional<String> script() {
        return Optional.empty();
    }

    @Override
    default Optional<String> head() {
        return Optional.of("monitorHead.jte");
    }
}
