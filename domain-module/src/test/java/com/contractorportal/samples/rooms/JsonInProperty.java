package com.contractorportal.samples.rooms;

import jakarta.json.bind.JsonbBuilder;

/** Breaks a rule: writes JSON outside the audit trail. */
public class JsonInProperty {

  String json() {
    return JsonbBuilder.create().toJson("property");
  }
}
