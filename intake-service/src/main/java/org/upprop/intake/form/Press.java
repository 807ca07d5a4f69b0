package org.upprop.intake.form;

/** Which button was pressed. */
public enum Press {
    SIGN("sign"),
    /** Go back to the form with everything that was typed. */
    CHANGE("change"),
    /** Correct the address as it was proposed. */
    USE_MEANT("use-meant");

    /** The name of every button. */
    public static final String NAME = "press";

    private final String id;

    Press(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    static Press of(SentForm form) {
        for (Press press : values()) {
            if (press.id.equals(form.text(NAME))) {
                return press;
            }
        }
        return SIGN;
    }
}
