package com.contractorportal.web.audit;

import com.contractorportal.audit.AuditEntryView;
import com.contractorportal.audit.AuditFilter;
import com.contractorportal.audit.AuditSealService;
import com.contractorportal.audit.AuditService;
import com.contractorportal.audit.AuditVerification;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/audit} */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "audit")
public class AuditResource {

  private static final String NDJSON = "application/x-ndjson";

  @Inject private AuditService trail;
  @Inject private AuditSealService seals;

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

  /** Whether the trail is as it was sealed; reads all of it. */
  @GET
  @Path("verify")
  public AuditVerification verify() {
    return seals.verify();
  }

  /** The sealed trail, to be verified elsewhere. */
  @GET
  @Path("export")
  @Produces(NDJSON)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
  public Response export() {
    seals.takenAlong();
    StreamingOutput lines =
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          seals.write(writer);
          writer.flush();
        };
    return Response.ok(lines)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"")
        .build();
  }
}
