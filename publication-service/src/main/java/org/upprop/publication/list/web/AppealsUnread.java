package org.upprop.publication.list.web;

/** The appeals have not been read to the end, so one that is missing may exist. */
final class AppealsUnread extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
