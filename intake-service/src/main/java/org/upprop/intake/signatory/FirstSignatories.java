package org.upprop.intake.signatory;

import java.util.List;
import org.upprop.appeal.Appeal;

/**
 * The signatories that an appeal's page names first. They are asked for beside all requests; a page never waits for
 * them, and what is not known yet is not shown.
 */
public interface FirstSignatories {

    /**
     * Those whom the appeal names and who are on the list with their names, in the appeal's order. They are as the list
     * had them at most 60 s ago, or 10 minutes while the list does not answer; after that they are nobody, since one of
     * them may have taken the name back meanwhile.
     */
    List<FirstSignatory> of(Appeal appeal);
}
