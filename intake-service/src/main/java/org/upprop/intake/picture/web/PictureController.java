package org.upprop.intake.picture.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.Appeal;
import org.upprop.intake.picture.AppealPictures;
import org.upprop.intake.web.Problem;

/** The picture of an appeal in one of its languages, 1200 × 630, for the previews of other sites. */
@RestController
class PictureController {

    private final AppealPictures pictures;

    PictureController(AppealPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/appeals/{slug}/picture/{language}.png")
    ResponseEntity<?> picture(Appeal appeal, @PathVariable String language) {
        return pictures.of(appeal, language)
                .<ResponseEntity<?>>map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .eTag("\"" + appeal.revision() + "-" + language + "\"")
                        .body(png))
                .orElseGet(Problem.NOT_FOUND::answer);
    }
}
