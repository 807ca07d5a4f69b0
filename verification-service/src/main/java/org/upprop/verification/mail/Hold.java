package org.upprop.verification.mail;

/** Whether no mail may leave, for the time being. */
interface Hold {

    boolean isOn();
}
