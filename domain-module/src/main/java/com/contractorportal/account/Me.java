package com.contractorportal.account;

import java.util.List;
import java.util.Optional;

/**
 * Who is signed in.
 *
 * @param customer the company in which the person works; absent for operators
 * @param memberships all companies the person may switch to
 */
public record Me(
    AccountView account, Optional<ActingCustomer> customer, List<MembershipView> memberships) {}
