package com.contractorportal.account;

import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who belongs to the current customer, and as what. */
@ApplicationScoped
@Transactional
public class MembershipService {

  private static final String STANDING =
      "SELECT m.accountId, a.email, m.role, m.active, a.passwordHash"
          + " FROM Membership m, Account a"
          + " WHERE m.customerId = :customerId AND a.id = m.accountId";

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject private AccountRepository accounts;

  /** The roles of all accounts that belong to the current customer at present. */
  public Map<UUID, Role> roles() {
    return em.createQuery(
            "SELECT m FROM Membership m WHERE m.customerId = :customerId AND m.active = TRUE",
            Membership.class)
        .setParameter("customerId", CurrentCustomer.require().value())
        .getResultStream()
        .collect(Collectors.toMap(Membership::accountId, Membership::role));
  }

  /** How all accounts stand that belong, or once belonged, to the current customer. */
  public Map<UUID, MemberStanding> standings() {
    return em.createQuery(STANDING, Object[].class)
        .setParameter("customerId", CurrentCustomer.require().value())
        .getResultStream()
        .map(MembershipService::standing)
        .collect(Collectors.toMap(MemberStanding::accountId, Function.identity()));
  }

  /**
   * The accounts of those who may work for the current customer at present. Not among them is who
   * was invited, but has not joined.
   */
  public Set<UUID> joined() {
    return standings().values().stream()
        .filter(standing -> standing.status() == MemberStatus.ACTIVE)
        .map(MemberStanding::accountId)
        .collect(Collectors.toSet());
  }

  /**
   * How one account stands in the current customer.
   *
   * @throws NotFound if it never belonged there
   */
  public MemberStanding standing(UUID accountId) {
    return em.createQuery(STANDING + " AND m.accountId = :accountId", Object[].class)
        .setParameter("customerId", CurrentCustomer.require().value())
        .setParameter("accountId", accountId)
        .getResultStream()
        .findFirst()
        .map(MembershipService::standing)
        .orElseThrow(() -> new NotFound("member"));
  }

  private static MemberStanding standing(Object[] row) {
    MemberStatus whileActive = row[4] == null ? MemberStatus.INVITED : MemberStatus.ACTIVE;
    return new MemberStanding(
        (UUID) row[0],
        (String) row[1],
        (Role) row[2],
        (Boolean) row[3] ? whileActive : MemberStatus.INACTIVE);
  }

  /** How many belong to the current customer at present, those who have not joined yet included. */
  public long countPresent() {
    return em.createQuery(
            "SELECT COUNT(m) FROM Membership m WHERE m.customerId = :customerId"
                + " AND m.active = TRUE",
            Long.class)
        .setParameter("customerId", CurrentCustomer.require().value())
        .getSingleResult();
  }

  /**
   * Gives an account of the current customer a role, or takes its place away. It holds on the next
   * request of that person.
   *
   * @throws LastAdmin if nobody would be left who can administrate
   */
  public void change(UUID accountId, Role role, boolean active) {
    CustomerId customer = CurrentCustomer.require();
    List<UUID> admins = heldAdmins(customer);
    if (admins.contains(accountId)
        && !(active && role == Role.ADMIN)
        && admins.stream().noneMatch(other -> isAnother(other, accountId))) {
      throw new LastAdmin();
    }
    find(accountId, customer).become(role, active);
    em.flush();
  }

  private boolean isAnother(UUID other, UUID accountId) {
    return !other.equals(accountId)
        && accounts.find(other).flatMap(Account::passwordHash).isPresent();
  }

  /** Held until the transaction ends: of two changes, the second sees what the first has left. */
  private List<UUID> heldAdmins(CustomerId customer) {
    return em.createQuery(
            "SELECT m FROM Membership m WHERE m.customerId = :customerId AND m.role = :admin"
                + " AND m.active = TRUE ORDER BY m.accountId",
            Membership.class)
        .setParameter("customerId", customer.value())
        .setParameter("admin", Role.ADMIN)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(Membership::accountId)
        .toList();
  }

  private Membership find(UUID accountId, CustomerId customer) {
    return Optional.ofNullable(
            em.find(Membership.class, new Membership.Key(accountId, customer.value())))
        .orElseThrow(() -> new NotFound("member"));
  }

  void add(Membership membership) {
    em.persist(membership);
    em.flush();
  }

  Membership held(UUID accountId, CustomerId customer) {
    return find(accountId, customer);
  }

  void remove(Membership membership) {
    em.remove(membership);
    em.flush();
  }
}
