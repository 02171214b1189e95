package com.contractorportal.web.report;

import com.contractorportal.apikey.Scope;
import com.contractorportal.file.OfferedFile;
import com.contractorportal.file.TicketKind;
import com.contractorportal.file.TicketService;
import com.contractorportal.file.TicketView;
import com.contractorportal.paging.Page;
import com.contractorportal.report.ProgressService;
import com.contractorportal.report.ReportRunView;
import com.contractorportal.report.ReportService;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.ReadsOnly;
import com.contractorportal.web.Roles;
import com.contractorportal.web.account.SignedIn;
import com.contractorportal.web.file.FileAnswer;
import com.contractorportal.web.stream.EventStream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/report-runs} */
@Path("report-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "reports")
public class ReportRunResource {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PDF = "application/pdf";
  private static final String ZIP = "application/zip";

  private static final String ATTACHMENT = "attachment";

  @Inject private ReportService reports;
  @Inject private TicketService tickets;
  @Inject private ProgressService progress;

  @GET
  @ForKeys(Scope.REPORTS_READ)
  public Page<ReportRunView> list(@Valid @BeanParam PageParams page) {
    return reports.list(page.request());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.REPORTS_READ)
  public ReportRunView get(@PathParam("id") UUID id) {
    return reports.get(id);
  }

  @GET
  @Path("{id}/progress")
  @Produces(EventStream.MEDIA_TYPE)
  @Operation(
      summary = "Follows how far a run is, until it ends",
      description =
          "Server-sent events: `progress` {status, rows}, whenever something has"
              + " changed. Whoever cannot read streams asks for the run itself, now and then.")
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
    progress.followRun(id, new ProgressStream(stream));
    stream.startTo(request, response);
  }

  /** A file never changes: its tag is its digest, and parts of it can be had. */
  @GET
  @Path("{id}/files/{name}")
  @ForKeys(Scope.REPORTS_READ)
  @Produces({CSV, XLSX, PDF})
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response file(
      @PathParam("id") UUID id,
      @PathParam("name") String name,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers) {
    OfferedFile file = isHead(request) ? reports.look(id, name) : reports.take(id, name);
    return FileAnswer.of(file, ATTACHMENT, headers).build();
  }

  /** A way to a file for a browser, which then saves it by itself. */
  @POST
  @Path("{id}/files/{name}/ticket")
  @ReadsOnly
  public TicketView ticket(
      @PathParam("id") UUID id,
      @PathParam("name") String name,
      @Context HttpServletRequest request) {
    return tickets.issue(
        TicketKind.REPORT_FILE, reports.fileId(id, name), SignedIn.of(request).sessionId());
  }

  /** All that was made in the night of this run, with a manifest. */
  @GET
  @Path("{id}/archive")
  @ForKeys(Scope.REPORTS_READ)
  @Produces(ZIP)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response archive(
      @PathParam("id") UUID id, @Context HttpServletRequest request, @Context HttpHeaders headers) {
    OfferedFile archive = isHead(request) ? reports.lookAtArchive(id) : reports.takeArchive(id);
    return FileAnswer.of(archive, ATTACHMENT, headers).build();
  }

  @POST
  @Path("{id}/archive/ticket")
  @ReadsOnly
  public TicketView archiveTicket(@PathParam("id") UUID id, @Context HttpServletRequest request) {
    return tickets.issue(TicketKind.REPORT_ARCHIVE, id, SignedIn.of(request).sessionId());
  }

  /** Which JAX-RS takes for a GET whose answer nobody reads. */
  private static boolean isHead(HttpServletRequest request) {
    return request.getMethod().equals(HttpMethod.HEAD);
  }
}
