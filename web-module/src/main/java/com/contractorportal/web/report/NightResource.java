package com.contractorportal.web.report;

import com.contractorportal.batch.report.NightLauncher;
import com.contractorportal.paging.Page;
import com.contractorportal.report.NightResultView;
import com.contractorportal.report.NightService;
import com.contractorportal.report.NightView;
import com.contractorportal.report.ProgressService;
import com.contractorportal.report.ResultStatus;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.stream.EventStream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/report-runs} */
@Path("platform/report-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class NightResource {

  @Inject private NightService nights;
  @Inject private NightLauncher launcher;
  @Inject private ProgressService progress;

  @POST
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = NightView.class)))
  public Response start(
      @NotNull(message = "Send {} for all customers, or name one.") @Valid NightRequest request,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    NightView night =
        launcher.start(request.round(), IdempotencyKeys.of(key, "report-night.start", request));
    return Response.accepted(night)
        .location(uri.getAbsolutePathBuilder().path(night.id().toString()).build())
        .build();
  }

  @GET
  public Page<NightView> list(@Valid @BeanParam PageParams page) {
    return nights.list(page.request());
  }

  @GET
  @Path("{id}")
  public NightView get(@PathParam("id") UUID id) {
    return nights.get(id);
  }

  @GET
  @Path("{id}/progress")
  @Produces(EventStream.MEDIA_TYPE)
  @Operation(
      summary = "Follows how far a night is, until it ends",
      description =
          "Server-sent events: `progress` {status, counts, rows, percent, estimatedEnd?}, whenever something has"
              + " changed. Whoever cannot read streams asks for the night itself, now and then.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = EventStream.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  public void progress(
      @PathParam("id") UUID id,
      @Suspended AsyncResponse asynchronous,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    EventStream stream = new EventStream(asynchronous, request);
    progress.followNight(id, new ProgressStream(stream));
    stream.startTo(request, response);
  }

  @POST
  @Path("{id}/cancel")
  public NightView cancel(@PathParam("id") UUID id) {
    return launcher.cancel(id);
  }

  @GET
  @Path("{id}/results")
  public Page<NightResultView> results(
      @PathParam("id") UUID id,
      @QueryParam("status") ResultStatus status,
      @Valid @BeanParam PageParams page) {
    return nights.results(id, Optional.ofNullable(status), page.request());
  }
}
