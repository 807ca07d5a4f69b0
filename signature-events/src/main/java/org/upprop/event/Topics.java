package org.upprop.event;

import java.time.Duration;

/** The names of the topics. The partition counts of the signature topics are fixed for life. */
public final class Topics {

    public static final String SUBMITTED = "signatures.submitted.v1";
    public static final String VERIFIED = "signatures.verified.v1";
    public static final String APPEALS = "appeals.v1";
    public static final String COUNTS = "counts.v1";
    public static final String KEYS = "keys.v1";
    public static final String CONTROL = "control.v1";
    public static final String TOKENS = "tokens.v1";
    public static final String AUDIT = "audit.v1";

    /** A key that moves to another partition would leave an old name behind, so this number never changes. */
    public static final int SIGNATURE_PARTITIONS = 12;

    /** So long the null of a name that was taken back stays at least; who was away for longer may have missed some. */
    public static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);

    /** So long what was set aside stays, and what came back. */
    public static final Duration REPAIRS_KEPT = Duration.ofDays(7);

    private static final String DEAD_LETTERS = "-dlt";
    private static final String REDRIVE = "-redrive";

    private Topics() {}

    /** Where the records go that a reader of {@code topic}, or of its redrive topic, set aside. */
    public static String deadLettersOf(String topic) {
        String original = isRedrive(topic) ? topic.substring(0, topic.length() - REDRIVE.length()) : topic;
        return original + DEAD_LETTERS;
    }

    /** Where records that were set aside come back; never the original, where they would become the latest state. */
    public static String redriveOf(String topic) {
        return topic + REDRIVE;
    }

    /** Whether records come back there. They are written in transactions, whose ends take offsets too. */
    public static boolean isRedrive(String topic) {
        return topic.endsWith(REDRIVE);
    }
}
