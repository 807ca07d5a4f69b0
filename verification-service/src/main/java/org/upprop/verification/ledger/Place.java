package org.upprop.verification.ledger;

/** Where a record stands. */
public record Place(String topic, int partition, long offset) {}
