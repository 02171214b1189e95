package com.contractorportal.samples.rooms;

import jakarta.ws.rs.core.Response;

/** Breaks a rule: the business answers HTTP. */
public class WebInDomain {

  Response answer() {
    return Response.ok().build();
  }
}
