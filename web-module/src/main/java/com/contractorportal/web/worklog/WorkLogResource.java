package com.contractorportal.web.worklog;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import com.contractorportal.worklog.WorkLogCompletion;
import com.contractorportal.worklog.WorkLogContents;
import com.contractorportal.worklog.WorkLogDraft;
import com.contractorportal.worklog.WorkLogExportService;
import com.contractorportal.worklog.WorkLogFilter;
import com.contractorportal.worklog.WorkLogService;
import com.contractorportal.worklog.WorkLogView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/work-logs} */
@Path("work-logs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR})
@Tag(name = "work-logs")
public class WorkLogResource {

  private static final String CSV = "text/csv";
  private static final String LATEST_FIRST = "-startedAt";
  private static final String LONGEST_OPEN_FIRST = "startedAt";

  @Inject private WorkLogService logs;
  @Inject private WorkLogExportService export;

  @GET
  @ForKeys(Scope.WORK_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<WorkLogView> list(@BeanParam WorkLogParams which, @Valid @BeanParam PageParams page) {
    return logs.list(which.filter(), page.request(LATEST_FIRST));
  }

  @GET
  @Path("open")
  @ForKeys(Scope.WORK_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<WorkLogView> open(@BeanParam WorkLogParams which, @Valid @BeanParam PageParams page) {
    return logs.listOpen(which.filter(), page.request(LONGEST_OPEN_FIRST));
  }

  @GET
  @Path("export")
  @ForKeys(Scope.WORK_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response export(
      @BeanParam WorkLogParams which,
      @QueryParam("sort")
          @Parameter(description = "As for the list: startedAt, or -startedAt if not given.")
          String sort) {
    WorkLogFilter filter = which.filter();
    String order = sort == null ? LATEST_FIRST : sort;
    export.begin(filter, order);
    StreamingOutput csv =
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          export.write(filter, order, writer);
          writer.flush();
        };
    return Response.ok(csv)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"work-logs.csv\"")
        .build();
  }

  @POST
  @ForKeys(Scope.WORK_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response create(
      @NotNull(message = "Send the log as JSON.") @Valid WorkLogDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    WorkLogView created = logs.create(draft, IdempotencyKeys.of(key, "work-log.create", draft));
    return Versions.created(location(uri, created), created, created.version());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.WORK_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response get(@PathParam("id") UUID id) {
    WorkLogView log = logs.get(id);
    return Versions.ok(log, log.version());
  }

  @PUT
  @Path("{id}")
  @ForKeys(Scope.WORK_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the log as JSON.") @Valid WorkLogContents contents) {
    WorkLogView log = logs.update(id, Versions.expected(ifMatch), contents);
    return Versions.ok(log, log.version());
  }

  @POST
  @Path("{id}/complete")
  @ForKeys(Scope.WORK_WRITE)
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Valid WorkLogCompletion completion) {
    WorkLogCompletion how = Optional.ofNullable(completion).orElse(WorkLogCompletion.NOW);
    WorkLogView log =
        logs.complete(
            id,
            Versions.expected(ifMatch),
            how,
            IdempotencyKeys.of(key, "work-log.complete " + id, how));
    return Versions.ok(log, log.version());
  }

  @POST
  @Path("{id}/approve")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    WorkLogView log = logs.approve(id, Versions.expected(ifMatch));
    return Versions.ok(log, log.version());
  }

  @POST
  @Path("{id}/reject")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the reason as JSON.") @Valid Rejection rejection) {
    WorkLogView log = logs.reject(id, Versions.expected(ifMatch), rejection.reason());
    return Versions.ok(log, log.version());
  }

  @POST
  @Path("{id}/correct")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = WorkLogView.class)))
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @NotNull(message = "Send the correction as JSON.") @Valid WorkLogContents contents,
      @Context UriInfo uri) {
    WorkLogView correction =
        logs.correct(
            id,
            Versions.expected(ifMatch),
            contents,
            IdempotencyKeys.of(key, "work-log.correct " + id, contents));
    return Versions.created(location(uri, correction), correction, correction.version());
  }

  private static URI location(UriInfo uri, WorkLogView log) {
    return uri.getBaseUriBuilder().path(WorkLogResource.class).path(log.id().toString()).build();
  }
}
