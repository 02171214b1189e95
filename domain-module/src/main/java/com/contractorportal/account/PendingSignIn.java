package com.contractorportal.account;

import com.contractorportal.account.oidc.Attempt;
import java.util.Optional;

/**
 * What a browser remembers of a sign-in while its person is with the provider.
 *
 * @param next the screen that was asked for
 */
record PendingSignIn(Attempt attempt, Optional<String> next) {}
