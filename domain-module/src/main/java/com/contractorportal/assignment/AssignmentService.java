package com.contractorportal.assignment;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.AssignsProperties;
import com.contractorportal.property.PropertyFilter;
import com.contractorportal.property.PropertyLeaves;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.property.PropertyView;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who serves which property. As long as anybody does, exactly one of them is the primary
 * contractor; whoever changes a property's contractors holds the property meanwhile, so that two
 * who do so at once come one after the other.
 */
@ApplicationScoped
@Transactional
public class AssignmentService implements AssignsProperties {

  private static final String ENTITY = "property";
  private static final String CONTRACTOR = "contractor of the property";
  private static final Set<Role> WORKERS = Set.of(Role.CONTRACTOR, Role.MANAGER, Role.ADMIN);

  @Inject private PropertyContractorRepository contractors;
  @Inject private PropertyService properties;
  @Inject private MemberService members;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;

  /** What the audit trail shows before and after a change. */
  public record State(List<ContractorView> contractors) {}

  /**
   * Who serves a property, the primary one first.
   *
   * @throws NotFound if there is no such property
   */
  public Page<ContractorView> of(UUID propertyId) {
    properties.get(propertyId);
    return Page.of(views(propertyId));
  }

  /**
   * One page of properties with those who serve them; as {@link PropertyService#list}, and in a
   * number of statements that does not grow with the page.
   */
  public Page<PropertyContractors> board(PropertyFilter filter, PageRequest request) {
    Page<PropertyView> page = properties.list(filter, request);
    Map<UUID, List<ContractorView>> serving =
        byProperty(page.items().stream().map(PropertyView::id).toList());
    return page.map(
        property ->
            new PropertyContractors(property, serving.getOrDefault(property.id(), List.of())));
  }

  /**
   * Lets a member serve a property, once for one request key.
   *
   * @throws NotFound if there is no such property
   * @throws ArchivedProperty if it is archived
   * @throws AlreadyAssigned if the member serves it
   * @throws InvalidField if there is no such member, or not one who may work
   */
  public ContractorView assign(UUID propertyId, ContractorDraft draft, Optional<RequestKey> key) {
    PropertyView property = hold(propertyId);
    UUID memberId =
        idempotency.once(
            key,
            () -> {
              if (property.status() == PropertyStatus.ARCHIVED) {
                throw new ArchivedProperty();
              }
              if (members.role(draft.memberId()).filter(WORKERS::contains).isEmpty()) {
                throw new InvalidField(
                    "memberId",
                    "Choose an active member of your company who is a contractor, manager or admin.");
              }
              List<PropertyContractor> present = contractors.of(List.of(propertyId));
              if (present.stream().anyMatch(one -> one.memberId().equals(draft.memberId()))) {
                throw new AlreadyAssigned();
              }
              List<ContractorView> before = views(present);
              PropertyContractor added = new PropertyContractor(propertyId, draft.memberId());
              contractors.add(added);
              if (draft.primary() || present.isEmpty()) {
                makePrimary(present, added);
              }
              contractors.flush();
              audit.changed(
                  "assign", ENTITY, propertyId, new State(before), new State(views(propertyId)));
              return draft.memberId();
            });
    return views(propertyId).stream()
        .filter(view -> view.memberId().equals(memberId))
        .findFirst()
        .orElseThrow(() -> new NotFound(CONTRACTOR));
  }

  /**
   * Lets a member serve a property no more. If this was the primary contractor, it is now the one
   * who was assigned first.
   *
   * @throws NotFound if there is no such property, or the member does not serve it
   */
  public void release(UUID propertyId, UUID memberId) {
    hold(propertyId);
    List<PropertyContractor> present = contractors.of(List.of(propertyId));
    PropertyContractor leaving = find(present, memberId);
    State before = new State(views(present));
    contractors.remove(leaving);
    contractors.flush();
    List<PropertyContractor> staying = present.stream().filter(one -> one != leaving).toList();
    if (leaving.isPrimary() && !staying.isEmpty()) {
      makePrimary(staying, staying.get(0));
      contractors.flush();
    }
    audit.changed("release", ENTITY, propertyId, before, new State(views(propertyId)));
  }

  /**
   * Makes one who serves a property its primary contractor, in place of whoever is.
   *
   * @return who serves the property
   * @throws NotFound if there is no such property, or the member does not serve it
   */
  public Page<ContractorView> makePrimary(UUID propertyId, UUID memberId) {
    hold(propertyId);
    List<PropertyContractor> present = contractors.of(List.of(propertyId));
    PropertyContractor chosen = find(present, memberId);
    if (!chosen.isPrimary()) {
      State before = new State(views(present));
      makePrimary(present, chosen);
      contractors.flush();
      audit.changed("make-primary", ENTITY, propertyId, before, new State(views(propertyId)));
    }
    return Page.of(views(propertyId));
  }

  /** The database allows no two at any time: the former one goes first. */
  private void makePrimary(List<PropertyContractor> present, PropertyContractor chosen) {
    present.forEach(one -> one.makePrimary(false));
    contractors.flush();
    chosen.makePrimary(true);
  }

  @Override
  public String idsOfMember() {
    return PropertyContractorRepository.PROPERTIES_OF_MEMBER;
  }

  /** Nobody serves a property that is archived or deleted. */
  void letGo(@Observes PropertyLeaves leaving) {
    UUID propertyId = leaving.propertyId();
    List<PropertyContractor> present = contractors.of(List.of(propertyId));
    if (!present.isEmpty()) {
      State before = new State(views(present));
      present.forEach(contractors::remove);
      contractors.flush();
      audit.changed("release", ENTITY, propertyId, before, new State(List.of()));
    }
  }

  private PropertyView hold(UUID propertyId) {
    return properties.hold(List.of(propertyId)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(ENTITY));
  }

  private static PropertyContractor find(List<PropertyContractor> present, UUID memberId) {
    return present.stream()
        .filter(one -> one.memberId().equals(memberId))
        .findFirst()
        .orElseThrow(() -> new NotFound(CONTRACTOR));
  }

  private List<ContractorView> views(UUID propertyId) {
    return views(contractors.of(List.of(propertyId)));
  }

  private Map<UUID, List<ContractorView>> byProperty(Collection<UUID> propertyIds) {
    List<PropertyContractor> all = contractors.of(propertyIds);
    Map<UUID, String> names = names(all);
    return all.stream()
        .collect(
            Collectors.groupingBy(
                PropertyContractor::propertyId,
                Collectors.mapping(one -> view(one, names), Collectors.toList())));
  }

  private List<ContractorView> views(List<PropertyContractor> present) {
    Map<UUID, String> names = names(present);
    return present.stream().map(one -> view(one, names)).toList();
  }

  private Map<UUID, String> names(List<PropertyContractor> all) {
    return members.names(
        all.stream().map(PropertyContractor::memberId).collect(Collectors.toSet()));
  }

  private static ContractorView view(PropertyContractor one, Map<UUID, String> names) {
    return new ContractorView(
        one.memberId(), names.get(one.memberId()), one.isPrimary(), one.createdAt());
  }
}
