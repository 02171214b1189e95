package com.contractorportal.samples.route;

import com.contractorportal.web.Versions;
import jakarta.ws.rs.core.Response;

/** Breaks a rule: the business reaches up to the web. */
public class KnowsTheWeb {

  Response answer() {
    return Versions.ok("route", 1);
  }
}
