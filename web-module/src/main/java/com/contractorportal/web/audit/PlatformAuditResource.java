package com.contractorportal.web.audit;

import com.contractorportal.audit.PlatformAuditEntryView;
import com.contractorportal.audit.PlatformAuditFilter;
import com.contractorportal.audit.PlatformAuditService;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.customer.ManagedCustomer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/audit}: what operators did, and what happened to accounts. */
@Path("platform/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class PlatformAuditResource {

  private static final String NEWEST_FIRST = "-at";

  @Inject private PlatformAuditService trail;

  @GET
  public Page<PlatformAuditEntryView> list(
      @QueryParam("actor") String actor,
      @QueryParam("action") String action,
      @QueryParam("entity") String entity,
      @QueryParam("customerId") String customerId,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @Valid @BeanParam PageParams page) {
    return trail.list(
        new PlatformAuditFilter(
            Optional.ofNullable(actor),
            Optional.ofNullable(action),
            Optional.ofNullable(entity),
            Optional.ofNullable(customerId).map(ManagedCustomer::id),
            Optional.ofNullable(from),
            Optional.ofNullable(to)),
        page.request(NEWEST_FIRST));
  }
}
