package com.contractorportal.account;

import java.util.List;

/** Where a person is signed in, the session used last first. */
public record SessionList(List<SessionView> items) {}
