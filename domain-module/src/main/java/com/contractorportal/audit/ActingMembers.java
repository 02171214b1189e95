package com.contractorportal.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows which members of the current customer accounts are; answered by whoever keeps the members.
 * The trail stores accounts, which outlive members, but shows members: the age of an account, which
 * its id tells, is nobody's business in the company (docs/adr/0023).
 */
public interface ActingMembers {

  /** The members that those of the accounts are that belong, or once belonged, to the customer. */
  Map<UUID, UUID> ofAccounts(Collection<UUID> accountIds);

  /** The account of a member; empty if the customer has no such member. */
  Optional<UUID> account(UUID memberId);
}
