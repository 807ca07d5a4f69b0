package org.upprop.delivery;

/** Why a record was set aside: what stands in its header and in a metric. It never tells what the record holds. */
public enum ReasonCode {
    /** Its bytes are not the JSON of the event that its topic carries. */
    UNREADABLE,
    /** It lacks a header that its topic promises. */
    HEADER_MISSING,
    /** A value breaks a rule of the contract. */
    INVALID,
    /** It names an appeal that did not appear in time. */
    APPEAL_UNKNOWN,
    /** The database refused it (SQLSTATE class 21, 22 or 23). */
    REFUSED_BY_DATABASE,
    /** Something failed that nobody foresaw, and failed again at every try. */
    UNEXPECTED
}
