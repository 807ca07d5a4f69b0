package org.upprop.publication.list.web;

/** There is no appeal of that name. */
final class UnknownAppeal extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
