package org.upprop.verification.mail;

/** Whether no mail may leave, for the time being. */
public interface Hold {

    boolean isOn();
}
