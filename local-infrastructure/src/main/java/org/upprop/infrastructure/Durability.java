package org.upprop.infrastructure;

/** What a commit is worth when the machine, not only the process, goes down. */
public enum Durability {
    /** It is on the disk. */
    KEPT,
    /** It may be lost: faster, for tests. */
    FORGOTTEN
}
