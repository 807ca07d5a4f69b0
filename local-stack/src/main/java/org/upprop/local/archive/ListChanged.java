package org.upprop.local.archive;

/** What was read does not belong together, since the list changed while it was read. */
final class ListChanged extends Exception {

    private static final long serialVersionUID = 1;

    ListChanged() {
        super("The list changed while it was read");
    }
}
