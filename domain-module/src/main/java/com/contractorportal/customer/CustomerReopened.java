package com.contractorportal.customer;

import com.contractorportal.tenancy.CustomerId;

/** A customer that had left is back; told in the transaction in which it comes. */
public record CustomerReopened(CustomerId customer) {}
