package org.upprop.delivery.messaging;

/** The broker answers and every topic is there: whatever reads or writes topics may begin. */
public record TopicsReady() {}
