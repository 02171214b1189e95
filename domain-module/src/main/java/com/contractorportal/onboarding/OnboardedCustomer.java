package com.contractorportal.onboarding;

import com.contractorportal.customer.CustomerView;
import com.contractorportal.member.MemberView;
import java.util.Optional;

/**
 * A customer that has just been made.
 *
 * @param admin who was invited; absent when the same request comes again, as links are told once
 */
public record OnboardedCustomer(CustomerView customer, Optional<MemberView> admin) {}
