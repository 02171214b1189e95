package com.contractorportal.web.audit;

import com.contractorportal.audit.AuditEntryView;
import com.contractorportal.audit.AuditFilter;
import com.contractorportal.audit.AuditService;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/audit} */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "audit")
public class AuditResource {

  @Inject private AuditService trail;

  @GET
  public Page<AuditEntryView> list(
      @QueryParam("entity") String entity,
      @QueryParam("entityId") String entityId,
      @QueryParam("actorId") UUID actorId,
      @QueryParam("action") String action,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @Valid @BeanParam PageParams page) {
    return trail.list(
        new AuditFilter(
            Optional.ofNullable(entity),
            Optional.ofNullable(entityId),
            Optional.ofNullable(actorId),
            Optional.ofNullable(action),
            Optional.ofNullable(from),
            Optional.ofNullable(to)),
        page.request());
  }
}
