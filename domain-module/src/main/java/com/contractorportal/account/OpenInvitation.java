package com.contractorportal.account;

import com.contractorportal.tenancy.CustomerId;
import java.util.UUID;

/**
 * An invitation as whoever holds its link sees it.
 *
 * @param accountId the account that was made for it
 * @param displayName what the inviter called the person
 * @param needsPassword whether a password is to be chosen; false only if the link was mailed and
 *     the address has an account that is good for all customers
 */
public record OpenInvitation(
    CustomerId customer,
    UUID accountId,
    String customerName,
    String email,
    String displayName,
    boolean needsPassword) {}
