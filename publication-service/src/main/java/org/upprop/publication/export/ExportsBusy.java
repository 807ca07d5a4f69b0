package org.upprop.publication.export;

/** As many downloads go on as may. */
public final class ExportsBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
