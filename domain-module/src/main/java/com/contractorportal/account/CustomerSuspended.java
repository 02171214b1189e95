package com.contractorportal.account;

import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.Sentence;

/** The customer is suspended or closed: nobody works in it. */
public final class CustomerSuspended extends Forbidden {

  private static final long serialVersionUID = 1L;

  public CustomerSuspended() {
    super(
        "customer-suspended",
        Sentence.of(
            "This company's access to the portal is suspended or has ended. Ask the company's administrator."));
  }
}
