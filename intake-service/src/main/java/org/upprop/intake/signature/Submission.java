package org.upprop.intake.signature;

import org.upprop.signature.Signatory;

/** A signature that is valid for its appeal. */
record Submission(int appealVersion, String locale, String source, Signatory signatory) {}
