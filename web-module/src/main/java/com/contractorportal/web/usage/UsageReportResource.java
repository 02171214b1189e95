package com.contractorportal.web.usage;

import com.contractorportal.persistence.Now;
import com.contractorportal.report.UsageReport;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/usage-report}: what all customers used in a month, as one file. */
@Path("platform/usage-report")
@RequestScoped
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class UsageReportResource {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private UsageReport report;

  /**
   * In the format that is asked for by {@code Accept}, CSV if any will do.
   *
   * @param month of UTC; the present one if not given
   */
  @GET
  @Produces({CSV, XLSX})
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response get(
      @QueryParam("month")
          @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "Give a month as 2026-11.")
          String month,
      @Context Request request) {
    YearMonth asked =
        Optional.ofNullable(month)
            .map(YearMonth::parse)
            .orElseGet(() -> YearMonth.from(Now.instant().atZone(ZoneOffset.UTC)));
    Variant variant =
        request.selectVariant(
            Variant.mediaTypes(MediaType.valueOf(CSV), MediaType.valueOf(XLSX)).build());
    String mediaType = variant.getMediaType().toString();
    StreamingOutput file = out -> report.write(asked, mediaType, out);
    return Response.ok(file, mediaType)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"".formatted(report.fileName(asked, mediaType)))
        .build();
  }
}
