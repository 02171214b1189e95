package com.contractorportal.web.report;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.report.ReportArchive;
import com.contractorportal.report.ReportFileView;
import com.contractorportal.report.ReportRunView;
import com.contractorportal.report.ReportService;
import com.contractorportal.report.ReportService.OpenFile;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
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

  @Inject private ReportService reports;

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

  /** A file never changes: its tag is its digest. */
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
  public Response file(@PathParam("id") UUID id, @PathParam("name") String name) {
    OpenFile open = reports.open(id, name);
    ReportFileView file = open.file();
    return Response.ok(open.content(), file.mediaType())
        .tag(file.sha256())
        .header("Repr-Digest", digest(file))
        .header(HttpHeaders.CONTENT_LENGTH, file.byteCount())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.name()))
        .build();
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
  public Response archive(@PathParam("id") UUID id) {
    ReportArchive archive = reports.archive(id);
    StreamingOutput zip = archive::writeTo;
    return Response.ok(zip, ZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"".formatted(archive.name()))
        .build();
  }

  /** As RFC 9530 writes it. */
  private static String digest(ReportFileView file) {
    byte[] sha256 = HexFormat.of().parseHex(file.sha256());
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
  }
}
