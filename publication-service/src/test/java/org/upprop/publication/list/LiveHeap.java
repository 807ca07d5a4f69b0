package org.upprop.publication.list;

import java.lang.management.ManagementFactory;

/** What is left on the heap of this process once everything was collected that can be. */
public final class LiveHeap {

    private LiveHeap() {}

    /** In MiB. */
    public static double now() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
