package com.contractorportal.web.property;

import com.contractorportal.apikey.Scope;
import com.contractorportal.property.PropertyExportService;
import com.contractorportal.property.PropertyFilter;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/properties/export}: any filtered list as a file; the office's, as are lists. */
@Path("properties/export")
@RequestScoped
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "properties")
public class PropertyExportResource {

  private static final String CSV = "text/csv";

  @Inject private PropertyExportService exports;

  @GET
  @ForKeys(Scope.PROPERTIES_READ)
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response export(@BeanParam PropertyParams params) {
    PropertyFilter filter = params.filter(); // Answers 400 before the first byte is sent.
    exports.begin(filter);
    StreamingOutput csv =
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          exports.write(filter, writer);
          writer.flush();
        };
    return Response.ok(csv)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"properties.csv\"")
        .build();
  }
}
