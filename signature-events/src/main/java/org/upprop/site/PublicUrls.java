package org.upprop.site;

import java.net.URI;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatureId;

/** The addresses that stand in pages, mails and answers. */
public record PublicUrls(URI intake, URI verification, URI publication) {

    /** An address of intake-service by its path, which begins with a slash. */
    public URI intake(String path) {
        return at(intake, path);
    }

    public URI appealPage(AppealSlug appeal) {
        return at(intake, "/appeals/" + appeal);
    }

    public URI listPage(AppealSlug appeal) {
        return at(publication, "/appeals/" + appeal + "/signatories");
    }

    public URI status(SignatureId signature) {
        return at(verification, "/api/v1/signatures/" + signature);
    }

    public URI verifyPage(String token) {
        return at(verification, "/verify/" + token);
    }

    /** Where the code of the mail for a signature is typed. */
    public URI codePage(SignatureId signature) {
        return URI.create(codePages().toString() + signature);
    }

    /** What the address of each code page begins with; the id of the signature follows. */
    public URI codePages() {
        return at(verification, "/verify/code/");
    }

    public URI managePage(String token) {
        return at(verification, "/manage/" + token);
    }

    /** Where the owner of an address has the links to their signatures mailed. */
    public URI linksPage(AppealSlug appeal) {
        return at(verification, "/links/" + appeal);
    }

    /** Where a reader says what is wrong with an entry of the list. */
    public URI reportPage(EntryId entry) {
        return at(verification, "/report/" + entry);
    }

    private static URI at(URI origin, String path) {
        return URI.create(origin.toString().replaceFirst("/+$", "") + path);
    }
}
