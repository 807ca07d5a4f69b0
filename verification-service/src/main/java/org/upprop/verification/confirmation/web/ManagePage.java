package org.upprop.verification.confirmation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Signatory;
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Dossiers;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.confirmation.web.ManageSheets.Saying;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.SignatureState;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page on which somebody sees the own signature, changes it and takes it back. Every link in a mail leads here too, and
 * so do mail scanners that submit forms as they find them: the forms hold what stands already, and nothing is taken back
 * before a person has ticked the box.
 */
@Controller
class ManagePage {

    private static final String PAGE = "/manage/{token}";
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final Confirmations confirmations;
    private final Dossiers dossiers;
    private final Sheets sheets;
    private final ManageSheets manageSheets;
    private final AppealBook appeals;
    private final JsonMapper json;

    ManagePage(
            Confirmations confirmations,
            Dossiers dossiers,
            Sheets sheets,
            ManageSheets manageSheets,
            AppealBook appeals,
            JsonMapper json) {
        this.confirmations = confirmations;
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.manageSheets = manageSheets;
        this.appeals = appeals;
        this.json = json;
    }

    @GetMapping(PAGE)
    ResponseEntity<String> look(
            @PathVariable Token token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        Saying saying = Notice.of(done).map(Notice::word).map(Saying::notice).orElse(Saying.NOTHING);
        return show(token, lang, saying, request);
    }

    /** Everything that is kept, as a file. */
    @GetMapping(PAGE + "/data")
    ResponseEntity<String> data(
            @PathVariable Token token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return confirmations
                .look(token)
                .flatMap(signature -> dossiers.find(signature.signature()))
                .map(dossier -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("signature-" + dossier.appeal()))
                        .body(json.writerWithDefaultPrettyPrinter().writeValueAsString(dossier)))
                .orElseGet(() -> sheets.noSuchLink(request, lang));
    }

    @PostMapping(path = PAGE, consumes = FORM)
    ResponseEntity<String> nothingTicked(
            @PathVariable Token token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return show(token, lang, Saying.TICK_MISSING, request);
    }

    @PostMapping(path = PAGE, params = "action=withdraw", consumes = FORM)
    ResponseEntity<String> withdraw(
            @PathVariable Token token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return switch (confirmations.withdraw(token)) {
            case Answer.NoSuchLink none -> sheets.noSuchLink(request, lang);
            case Answer.NothingChosen(Linked signature) -> sheets.thanks(signature, lang);
            case Answer.Decided(Linked signature, SignatureState state) -> sheets.thanks(signature, state, null, lang);
            case Answer.DecidedBefore(Linked signature) -> sheets.thanks(signature, lang);
            case Answer.ChangedMeanwhile(Linked signature) -> sheets.thanks(signature, lang);
        };
    }

    /** Another way to be shown, with everything else as the page showed it. */
    @PostMapping(path = PAGE, params = "action=display", consumes = FORM)
    ResponseEntity<String> display(
            @PathVariable Token token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request) {
        return managed(
                token,
                lang,
                request,
                (signature, wanted) -> ChosenDisplay.of(display)
                        .map(chosen -> change(token, new Seen(seen), wanted.signatory(), chosen, lang, request))
                        .orElseGet(() -> redirected(signature, token, Notice.UNCHANGED, lang)));
    }

    /** What was corrected, to be looked at before it counts. */
    @PostMapping(path = PAGE, params = "action=details", consumes = FORM)
    ResponseEntity<String> details(
            @PathVariable Token token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request) {
        return managed(token, lang, request, (signature, wanted) -> {
            Corrections corrections = corrections(signature, wanted, request);
            if (!Seen.of(wanted, isAtRisk(signature)).value().equals(seen)) {
                return manageSheets.manage(signature, wanted, token, lang, Saying.CHANGED_MEANWHILE);
            }
            if (corrections.signatory().filter(wanted.signatory()::equals).isPresent()) {
                return redirected(signature, token, Notice.UNCHANGED, lang);
            }
            return corrections
                    .signatory()
                    .map(corrected -> manageSheets.preview(signature, wanted, corrections, corrected, lang))
                    .orElseGet(() -> manageSheets.manage(signature, wanted, token, lang, Saying.back(corrections)));
        });
    }

    @PostMapping(path = PAGE, params = "action=save", consumes = FORM)
    ResponseEntity<String> save(
            @PathVariable Token token,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        return managed(token, lang, request, (signature, wanted) -> {
            Corrections corrections = corrections(signature, wanted, request);
            Optional<Signatory> corrected = back.isEmpty() ? corrections.signatory() : Optional.empty();
            ChosenDisplay chosen = ChosenDisplay.of(display).orElse(wanted.display());
            return corrected
                    .map(signatory -> change(token, new Seen(seen), signatory, chosen, lang, request))
                    .orElseGet(() -> manageSheets.manage(signature, wanted, token, lang, Saying.back(corrections)));
        });
    }

    private ResponseEntity<String> change(
            Token token,
            Seen seen,
            Signatory signatory,
            ChosenDisplay display,
            String lang,
            HttpServletRequest request) {
        return switch (confirmations.change(token, seen, signatory, display)) {
            case Answer.NoSuchLink none -> sheets.noSuchLink(request, lang);
            case Answer.Decided(Linked signature, SignatureState state) ->
                redirected(
                        signature,
                        token,
                        state == SignatureState.CHANGE_AWAITING_REVIEW ? Notice.REVIEW : Notice.SAVED,
                        lang);
            case Answer.NothingChosen(Linked signature) -> redirected(signature, token, Notice.UNCHANGED, lang);
            case Answer.DecidedBefore(Linked signature) -> redirected(signature, token, Notice.UNCHANGED, lang);
            case Answer.ChangedMeanwhile(Linked signature) -> show(token, lang, Saying.CHANGED_MEANWHILE, request);
        };
    }

    private ResponseEntity<String> show(Token token, String lang, Saying saying, HttpServletRequest request) {
        return managed(
                token,
                lang,
                request,
                (signature, wanted) -> manageSheets.manage(signature, wanted, token, lang, saying));
    }

    /** Of what is undecided or ended another page tells. */
    private ResponseEntity<String> managed(
            Token token,
            String lang,
            HttpServletRequest request,
            BiFunction<Linked, Entries.Content, ResponseEntity<String>> page) {
        Optional<Linked> found = confirmations.look(token);
        if (found.isEmpty()) {
            return sheets.noSuchLink(request, lang);
        }
        Linked signature = found.get();
        if (signature.state() == SignatureState.PENDING) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/verify/" + token.value()))
                    .build();
        }
        return signature
                .wanted()
                .filter(wanted -> Sheets.isManaged(signature.state()))
                .map(wanted -> page.apply(signature, wanted))
                .orElseGet(() -> sheets.status(signature, token, lang));
    }

    private Corrections corrections(Linked signature, Entries.Content wanted, HttpServletRequest request) {
        return Corrections.read(wanted.signatory(), isAtRisk(signature), request::getParameter);
    }

    private boolean isAtRisk(Linked signature) {
        return appeals.get(signature.appeal()).policy().atRisk();
    }

    private ResponseEntity<String> redirected(Linked signature, Token token, Notice notice, String lang) {
        String page = ManageSheets.address(token, sheets.words(signature, lang)) + "&done=" + notice.word();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name + ".json").build().toString();
    }
}
