package org.upprop.event;

/**
 * The headers of a record: CloudEvents in binary mode, and what a null must carry too.
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

    private EventHeaders() {}
}
