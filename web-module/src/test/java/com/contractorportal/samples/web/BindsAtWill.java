package com.contractorportal.samples.web;

import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;

/** Breaks a rule: works for whatever customer the client names. */
public class BindsAtWill {

  void work(String customerHeader) {
    CurrentCustomer.bind(new CustomerId(customerHeader), Actor.portal("anybody", ""));
  }
}
