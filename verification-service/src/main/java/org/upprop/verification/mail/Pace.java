package org.upprop.verification.mail;

import java.time.Duration;

/** Keeps to the rates of the providers, which count what comes from all instances together. */
public interface Pace {

    /** Zero if a mail may leave now, and then it counts; else how long it is until one may. */
    Duration take(Provider provider);

    /** The mail that was counted did not leave. */
    void giveBack(Provider provider);
}
