package org.upprop.event;

/**
 * The headers of a record: CloudEvents in binary mode, what a null must carry too, and what a record carries that was set
 * aside.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">
 *     CloudEvents, Kafka protocol binding</a>
 */
public final class EventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String APPEAL = "ce_appeal";
    /** The version of an entry, in decimal. */
    public static final String ENTRY_VERSION = "ce_entryversion";

    public static final String CONTENT_TYPE = "content-type";

    /** The trace that a record is of, where it is of one, in the form of the W3C. */
    public static final String TRACE = "traceparent";

    /** Why a record was set aside: the name of a {@code ReasonCode}. */
    public static final String REASON = "upprop_reason";
    /** The dead letter that a record was that came back: its topic, partition and offset with slashes between them. */
    public static final String REDRIVEN_FROM = "upprop_redriven_from";
    /** How often a record came back, in decimal. */
    public static final String REDRIVES = "upprop_redrives";

    private EventHeaders() {}
}
