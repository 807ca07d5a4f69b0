package org.upprop.verification.confirmation.web;

import java.net.URI;

/** What every page tells of the appeal. */
public record AppealSheet(String title, URI page, URI list, String controller, String controllerAddress) {}
