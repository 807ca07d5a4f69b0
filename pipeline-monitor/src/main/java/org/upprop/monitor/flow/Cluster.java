package org.upprop.monitor.flow;

import java.util.List;

/** The brokers together. */
public interface Cluster {

    /** Those that there are, and those that are gone and may come back. None before one answered for the first time. */
    List<Broker> brokers();
}
