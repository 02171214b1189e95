package com.contractorportal.account;

import java.util.UUID;

/** A person's login as the person sees it. */
public record AccountView(UUID id, String email, String displayName, boolean superAdmin) {}
