package com.contractorportal.web.report;

import com.contractorportal.apikey.Scope;
import com.contractorportal.batch.report.OnDemandWorker;
import com.contractorportal.paging.Page;
import com.contractorportal.report.ReportRunView;
import com.contractorportal.report.ReportService;
import com.contractorportal.report.ReportView;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/reports} */
@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "reports")
public class ReportResource {

  @Inject private ReportService reports;
  @Inject private OnDemandWorker onDemand;

  @POST
  @Path("{kind}/run")
  @ForKeys(Scope.REPORTS_READ)
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ReportRunView.class)))
  public Response run(
      @PathParam("kind") String kind,
      @NotNull(message = "Send {} for the season, or say what the report is to tell of.") @Valid
          ReportRequest request,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    ReportRunView run =
        onDemand.start(
            kind, request.wishes(kind), IdempotencyKeys.of(key, "report.run " + kind, request));
    return Response.accepted(run)
        .location(
            uri.getBaseUriBuilder().path(ReportRunResource.class).path(run.id().toString()).build())
        .build();
  }

  @GET
  @ForKeys(Scope.REPORTS_READ)
  public Page<ReportView> list() {
    return reports.kinds();
  }
}
