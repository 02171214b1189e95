package com.contractorportal.web.property;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.property.PropertyImportService;
import com.contractorportal.property.PropertyImportView;
import com.contractorportal.text.OneLine;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.NotForSupport;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.problem.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/properties/imports} */
@Path("properties/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "property-imports")
public class PropertyImportResource {

  private static final String CSV = "text/csv";

  @Inject private PropertyImportService imports;
  @Context private HttpServletRequest request;

  @POST
  @NotForSupport
  @ForKeys(Scope.PROPERTIES_WRITE)
  @Consumes(CSV)
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = PropertyImportView.class)))
  public Response start(
      @QueryParam("fileName") @OneLine String fileName,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      InputStream csv,
      @Context UriInfo uri)
      throws IOException {
    PropertyImportView started = imports.start(fileName, dryRun, csv);
    return Response.accepted(started)
        .location(uri.getAbsolutePathBuilder().path(started.id().toString()).build())
        .build();
  }

  @GET
  @ForKeys(Scope.PROPERTIES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  public Page<PropertyImportView> list(@Valid @BeanParam PageParams page) {
    return imports.list(page.request()).map(it -> it.in(words()));
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_READ)
  public PropertyImportView get(@PathParam("id") UUID id) {
    return imports.get(id).in(words());
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  @Path("{id}/errors.csv")
  @ForKeys(Scope.PROPERTIES_READ)
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response errors(@PathParam("id") UUID id) {
    UnaryOperator<String> words = words();
    imports.get(id); // Answers 404 before the first byte is sent.
    StreamingOutput csv =
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          imports.writeErrors(id, words, writer);
          writer.flush();
        };
    return Response.ok(csv)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
        .build();
  }

  /** Of who reads, whoever has sent the file. */
  private UnaryOperator<String> words() {
    return Words.of(request)::sayKept;
  }
}
