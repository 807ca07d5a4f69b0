package org.upprop.verification.mail;

import org.springframework.context.ApplicationContext;

/** Reminds as the clock would, for tests of other packages. */
public final class RemindersNow {

    private RemindersNow() {}

    public static void owe(ApplicationContext service) {
        service.getBean(Reminders.class).remind();
    }
}
