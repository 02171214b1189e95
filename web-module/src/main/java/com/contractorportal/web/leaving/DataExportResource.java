package com.contractorportal.web.leaving;

import com.contractorportal.leaving.DataExportRequest;
import com.contractorportal.leaving.DataExportService;
import com.contractorportal.leaving.DataExportService.OpenBundle;
import com.contractorportal.leaving.DataExportView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/data-exports}: all of the customer's data, to be taken along. */
@Path("data-exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "leaving")
public class DataExportResource {

  private static final String ZIP = "application/zip";

  @Inject private DataExportService exports;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = DataExportView.class)))
  public Response start(
      @NotNull(message = "Send the format as JSON.") @Valid DataExportRequest request,
      @Context UriInfo uri) {
    DataExportView started = exports.start();
    return Response.accepted(started)
        .location(uri.getAbsolutePathBuilder().path(started.id().toString()).build())
        .build();
  }

  @GET
  public Page<DataExportView> list(@Valid @BeanParam PageParams page) {
    return exports.list(page.request());
  }

  @GET
  @Path("{id}")
  public DataExportView get(@PathParam("id") UUID id) {
    return exports.get(id);
  }

  @GET
  @Path("{id}/file")
  @Produces(ZIP)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response file(@PathParam("id") UUID id) {
    OpenBundle bundle = exports.open(id);
    return Response.ok(bundle.content(), ZIP)
        .header(HttpHeaders.CONTENT_LENGTH, bundle.export().byteCount().orElseThrow())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"company-data.zip\"")
        .build();
  }
}
