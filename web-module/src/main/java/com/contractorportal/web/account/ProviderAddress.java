package com.contractorportal.web.account;

/**
 * Where the browser is to go.
 *
 * @param address the provider's, with all that it needs to know
 */
public record ProviderAddress(String address) {}
