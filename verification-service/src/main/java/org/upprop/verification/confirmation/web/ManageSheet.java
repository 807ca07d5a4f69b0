package org.upprop.verification.confirmation.web;

import java.util.List;

/** The page on which somebody sees the own signature and may take it back. The box for that is not ticked in advance. */
public record ManageSheet(AppealSheet appeal, String status, List<String> shown, boolean isTickMissing) {}
