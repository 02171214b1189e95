package com.contractorportal.apikey;

import com.contractorportal.rule.Conflict;

/** A customer has as many keys as anybody can keep track of. */
public final class TooManyApiKeys extends Conflict {

  private static final long serialVersionUID = 1L;

  TooManyApiKeys(int most) {
    super(
        "too-many-api-keys",
        "A company has at most %d API keys. Revoke one that is no longer needed.",
        most);
  }
}
