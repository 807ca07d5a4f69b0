package org.upprop.monitor.funnel;

import org.jspecify.annotations.Nullable;

/**
 * The mails that are owed, as verification tells it: {@code /actuator/mail-queue}.
 *
 * @param due could be sent now
 * @param leaving are on their way
 * @param failed wait for another try
 * @param capped wait until their address may get one again
 * @param oldestSeconds how long the first of all has been owed
 * @param expectedSeconds until a mail leaves that is owed now; nothing while nobody can say
 * @param held whether a brake holds all of them
 */
public record MailQueue(
        long due,
        long leaving,
        long failed,
        long capped,
        long oldestSeconds,
        @Nullable Long expectedSeconds,
        boolean held) {}
